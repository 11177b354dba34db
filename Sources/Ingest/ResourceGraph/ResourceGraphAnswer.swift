import JSON
import Topology

/// An answer of Azure Resource Graph: rows under `data`, as objects or as a table.
enum ResourceGraphAnswer: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        guard let data = candidate["data"] else { return false }
        return data.kind == .array || data.kind == .object && data.member("rows") != nil
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let data = candidate["data"] else { return }
        let token = candidate["$skipToken"] ?? candidate["skip_token"] ?? candidate["skipToken"]
        if let token, token.string?.isEmpty == false {
            harvest.tell(
                .note,
                "this page says that another one follows (skip token); read that one, too",
                at: token.offset
            )
        }
        if data.kind == .array, let rows = candidate.rows(of: data) {
            harvest.read(rows, depth: candidate.depth + 1)
        } else {
            harvest.read(candidate.inner(data))
        }
    }
}

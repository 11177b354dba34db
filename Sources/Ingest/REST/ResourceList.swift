import JSON
import Topology

/// A page of an ARM list: `{"value": […], "nextLink": "…"}`.
enum ResourceList: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool { candidate["value"]?.kind == .array }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let value = candidate["value"], let rows = candidate.rows(of: value) else { return }
        if let next = candidate["nextLink"], next.string?.isEmpty == false {
            harvest.tell(
                .note,
                "this page says that another one follows (nextLink); read that one, too",
                at: next.offset
            )
        }
        // The rows of one answer are all of one kind.
        if let first = rows.first, let object = first.object, EffectiveAnswer.matches(object),
            object["id"]?.string?.hasPrefix("/") != true
        {
            EffectiveAnswer.take(value.elements, at: value, into: &harvest)
            return
        }
        if let first = rows.first, let answer = KnownAnswer.all.first(where: { $0.matches(first.object) }) {
            harvest.leave(value, answer.reason)
            return
        }
        harvest.read(rows, depth: candidate.depth + 1)
    }
}

import JSON

/// A recorded request to ARM with its answer: `method`, `uri` and `response`.
enum RecordedExchange: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool { candidate.has("method", "uri", "response") }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let response = candidate["response"], response.kind == .object || response.kind == .array else {
            harvest.leave(candidate.value, "a recorded request without an answer")
            return
        }
        harvest.read(candidate.inner(response))
    }
}

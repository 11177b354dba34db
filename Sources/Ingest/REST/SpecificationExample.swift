import JSON

/// An example of the ARM REST specifications: a request, and under `responses` an answer for each status.
enum SpecificationExample: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate["parameters"] != nil && candidate["responses"]?.kind == .object
    }

    /// Reads one answer: that of status 200, or else the first that has a body; the others repeat it.
    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let responses = candidate["responses"]?.object else { return }
        let answers = [responses["200"]].compactMap { $0 } + responses.all.map(\.value)
        guard let body = answers.lazy.compactMap({ $0.member("body") }).first(where: { !$0.isNull }) else {
            harvest.leave(candidate.value, "an example of a request whose answers have no body")
            return
        }
        harvest.read(candidate.inner(body))
    }
}

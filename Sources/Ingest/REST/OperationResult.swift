import JSON

/// The end of a long-running operation: `{"status": "Succeeded", "properties": {"output": …}}`.
enum OperationResult: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate["status"]?.kind == .string && candidate["properties"]?.member("output") != nil
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        guard let output = candidate["properties"]?.member("output") else { return }
        harvest.read(candidate.inner(output))
    }
}

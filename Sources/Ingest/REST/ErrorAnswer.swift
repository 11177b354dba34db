import JSON

/// An error that Azure answered instead of resources: the export is missing something.
enum ErrorAnswer: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool { candidate["error"]?.member("code") != nil }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        let code = candidate["error"]?.member("code")?.string ?? "without a code"
        let message = candidate["error"]?.member("message")?.string ?? ""
        harvest.leave(
            candidate.value,
            "an error that Azure answered, so the export misses something: \(code): \(message.prefix(200))"
        )
    }
}

import JSON

/// What bulkhead wrote itself, lying beside the exports.
enum OwnReport: InputFormat {
    static func recognises(_ candidate: Candidate) -> Bool {
        candidate["schema"]?.string?.hasPrefix("bulkhead.") == true
    }

    static func read(_ candidate: Candidate, into harvest: inout Harvest) {
        harvest.leave(candidate.value, "a report of bulkhead, which is no part of the estate")
    }
}

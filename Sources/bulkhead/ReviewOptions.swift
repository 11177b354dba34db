import ArgumentParser
import Glibc
import Review

/// Which review is laid over the findings.
struct ReviewOptions: ParsableArguments {
    @Option(help: "The review file; by default review.toml beside the first input.")
    var review: String?

    /// The store of the review: the named file, or the one beside the input; nil where there is no place for one.
    func store(for source: EstateSource) -> ReviewStore? {
        (review ?? source.reviewPath).map { ReviewStore(path: $0, estate: source.name) }
    }

    /// The review as it stands, with what is wrong in it told on standard error.
    ///
    /// - Throws: Status 65 where the file is not a review this program can read, 66 where a named one is missing.
    func document(for source: EstateSource) throws -> ReviewDocument? {
        if let review, access(review, F_OK) != 0 {
            Streams.tell("bulkhead: \(review): there is no such review file.")
            throw ExitStatus.noInput
        }
        guard let store = store(for: source) else { return nil }
        do {
            let document = try store.read()
            document.diagnostics.forEach { Streams.tell($0.line) }
            return document
        } catch {
            Streams.tell("bulkhead: \(error)")
            throw ExitStatus.broken
        }
    }
}

extension Day {
    /// The day it is, in the machine's time zone.
    static var today: Day {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? .epoch
    }
}

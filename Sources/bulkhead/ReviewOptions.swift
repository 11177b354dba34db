import Arguments
import Glibc
import Review

/// Which review is laid over the findings.
struct ReviewOptions: ParsableArguments {
    @Option(help: "The review file; by default review.toml beside the first input.")
    var review: String?

    /// The store of the review: the named file, or the one beside the input; nil where there is no place for one.
    func store(for source: EstateSource) -> ReviewStore? {
        (review ?? source.reviewPath).map {
            ReviewStore(path: $0, estate: source.name, makesFolder: review == nil && source.isSample)
        }
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

import Files
import JSON
import Reports
import Review

/// The findings of a run before, from a file.
enum BaselineFile {
    /// Reads a baseline.
    ///
    /// - Throws: Status 66 where the file cannot be read, 65 where it holds no findings.
    static func read(_ path: String) throws -> Baseline {
        guard let bytes = try? TextFile.bytes(of: path) else {
            Streams.tell("bulkhead: \(Printable.safe(path)): the baseline is missing or cannot be read.")
            throw ExitStatus.noInput
        }
        do {
            return try Baseline(JSONDocument(name: path, bytes: bytes))
        } catch {
            Streams.tell("bulkhead: \(Printable.safe("\(error)"))")
            throw ExitStatus.broken
        }
    }
}

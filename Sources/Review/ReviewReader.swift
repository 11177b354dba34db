import JSON
import TOML
import Topology

/// Reads the entries of a review file, each on its own, so that a bad one costs only itself.
struct ReviewReader {
    private let file: String
    private(set) var estate: String?
    private(set) var decisions: [Decision] = []
    private(set) var answers: [Answer] = []
    private(set) var diagnostics: [Diagnostic] = []

    /// Refuses what is not TOML, what a newer program wrote, and what cannot take another entry.
    static func check(_ document: TOMLDocument, file: String) throws(ReviewError) {
        if let problem = document.problems.first {
            throw .notTOML(
                file: file,
                line: problem.position.line,
                column: problem.position.column,
                problem: problem.message
            )
        }
        if let schema = document.root["schema"]?.string, schema != ReviewDocument.schema {
            throw .newerSchema(file: file, found: schema)
        }
        for name in ["decision", "answer"] {
            guard let value = document.root[name],
                !document.headers.contains(where: { $0.isElement && $0.path == [name] })
            else { continue }
            throw .notReview(
                file: file,
                line: value.position.line,
                column: value.position.column,
                problem: "each \(name) should have a header [[\(name)]]"
            )
        }
    }

    init(_ document: TOMLDocument, file: String) {
        self.file = file
        estate = document.root["estate"]?.string
        for value in document.root["decision"]?.array ?? [] {
            let decision = read(value, "decision", ReviewEntry.decisionKeys) {
                (entry) throws(ReviewEntry.Fault) in
                try entry.decision()
            }
            if let decision { decisions.append(decision) }
        }
        for value in document.root["answer"]?.array ?? [] {
            let answer = read(value, "answer", ReviewEntry.answerKeys) { (entry) throws(ReviewEntry.Fault) in
                try entry.answer()
            }
            if let answer { answers.append(answer) }
        }
        for header in document.headers where ReviewBlock.kind(of: header) == .other { note(header) }
        diagnostics.sort { ($0.position?.line ?? 0) < ($1.position?.line ?? 0) }
    }

    private mutating func read<Entry>(
        _ value: TOMLValue,
        _ name: String,
        _ keys: [String],
        _ make: (ReviewEntry) throws(ReviewEntry.Fault) -> Entry
    ) -> Entry? {
        guard let table = value.table else { return nil }
        noteSlips(in: table, name, keys)
        do throws(ReviewEntry.Fault) {
            return try make(ReviewEntry(table: table, position: value.position))
        } catch {
            // A question ends its sentence.
            let rest = error.message.hasSuffix("?") ? " The" : "; the"
            note(.error, "\(error.message)\(rest) entry is kept and not used.", at: error.position)
            return nil
        }
    }

    /// Tells of keys that look mistyped; all others are somebody's own.
    private mutating func noteSlips(in table: TOMLTable, _ name: String, _ keys: [String]) {
        let absent = keys.filter { table[$0] == nil }
        for entry in table.entries where !keys.contains(entry.key) {
            guard let meant = NearestWord.to(entry.key, among: absent) else { continue }
            note(
                .warning,
                "\(TOML.key(entry.key)) in [[\(name)]] is not used; did you mean \(meant)?",
                at: entry.position
            )
        }
    }

    private mutating func note(_ header: TOMLHeader) {
        let nearest =
            header.path.count == 1 ? NearestWord.to(header.path[0], among: ["decision", "answer"]) : nil
        let expected = nearest.map { "Did you mean [[\($0)]]?" } ?? "Expected [[decision]] or [[answer]]."
        note(
            .warning,
            "\(header) is not part of a review; it is kept and not used. \(expected)",
            at: header.position
        )
    }

    private mutating func note(_ severity: Diagnostic.Severity, _ message: String, at place: TOMLPosition) {
        diagnostics.append(
            Diagnostic(
                severity,
                message,
                at: SourcePosition(file: file, line: place.line, column: place.column)
            )
        )
    }
}

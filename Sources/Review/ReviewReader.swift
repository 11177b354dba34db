import JSON
import TOMLKit
import Topology

/// Reads the blocks of a review file, each on its own, so that one bad block costs only itself.
enum ReviewReader {
    struct Reading {
        var estate: String?
        var decisions: [Decision] = []
        var answers: [Answer] = []
        var diagnostics: [Diagnostic] = []
    }

    /// The table of a block's text.
    static func table(_ text: String) throws -> TOMLTable {
        let whole = try TOMLTable(string: text)
        for name in ["decision", "answer"] {
            if let array = whole[name]?.array, let table = array.first?.tomlValue.table { return table }
        }
        return whole
    }

    /// Refuses what is not TOML and what a newer program wrote.
    static func check(_ text: String, file: String) throws(ReviewError) {
        let whole: TOMLTable
        do {
            whole = try TOMLTable(string: text)
        } catch {
            let place = (error as? TOMLParseError)?.source.begin
            throw .notTOML(
                file: file,
                line: place?.line ?? 1,
                column: place?.column ?? 1,
                problem: (error as? TOMLParseError)?.description ?? "\(error)"
            )
        }
        if let schema = whole["schema"]?.string, schema != ReviewDocument.schema {
            throw .newerSchema(file: file, found: schema)
        }
    }

    static func read(_ blocks: [ReviewBlock], file: String) -> Reading {
        var reading = Reading()
        var line = 1
        for block in blocks {
            let start = line + block.text.prefix { $0 != "[" }.count { $0 == "\n" }
            line += block.text.count { $0 == "\n" }
            guard let table = try? table(block.text) else { continue }
            switch block.kind {
            case .preamble: reading.estate = table["estate"]?.string
            case .decision: note(decision(table)) { reading.decisions.append($0) }
            case .answer: note(answer(table)) { reading.answers.append($0) }
            case .other:
                reading.diagnostics.append(
                    Diagnostic(
                        .warning,
                        "\(block.header) is not part of a review; it is kept and not used. Expected [[decision]] or [[answer]].",
                        at: SourcePosition(file: file, line: start, column: 1)
                    )
                )
            }
            func note<Value>(_ result: Result<Value, Problem>, use: (Value) -> Void) {
                switch result {
                case .success(let value): use(value)
                case .failure(let problem):
                    reading.diagnostics.append(
                        Diagnostic(
                            .error,
                            "\(problem.text); the entry is kept and not used.",
                            at: SourcePosition(file: file, line: start, column: 1)
                        )
                    )
                }
            }
        }
        return reading
    }

    private struct Problem: Error { let text: String }

    private static func decision(_ table: TOMLTable) -> Result<Decision, Problem> {
        guard let control = table["control"]?.string else { return .failure(missing("control")) }
        guard let resource = table["resource"]?.string else { return .failure(missing("resource")) }
        guard let kind = table["decision"]?.string.flatMap(Decision.Kind.init) else {
            return .failure(Problem(text: "decision should be one of \(words(Decision.Kind.allCases))"))
        }
        let expires = table["expires"]
        let day = expires.flatMap { Day($0.string ?? $0.debugDescription) }
        guard expires == nil || day != nil else {
            return .failure(Problem(text: "expires should be a day such as 2027-03-31"))
        }
        return .success(
            Decision(
                control: control,
                resource: resource,
                kind: kind,
                reason: table["reason"]?.string ?? "",
                owner: table["owner"]?.string,
                decided: table["decided"].map { $0.string ?? $0.debugDescription },
                expires: day
            )
        )
    }

    private static func answer(_ table: TOMLTable) -> Result<Answer, Problem> {
        guard let control = table["control"]?.string else { return .failure(missing("control")) }
        guard let reply = table["answer"]?.string.flatMap(Answer.Reply.init) else {
            return .failure(Problem(text: "answer should be one of \(words(Answer.Reply.allCases))"))
        }
        return .success(
            Answer(
                control: control,
                resource: table["resource"]?.string,
                answer: reply,
                note: table["note"]?.string ?? ""
            )
        )
    }

    private static func missing(_ key: String) -> Problem {
        Problem(text: "\(key) is missing or not a string")
    }

    private static func words(_ cases: [some RawRepresentable<String>]) -> String {
        cases.map(\.rawValue).joined(separator: ", ")
    }
}

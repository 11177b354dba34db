import JSON
import Rules

extension Control {
    /// The control as a rule of SARIF, with its help in plain text and in Markdown.
    func writeRule(to writer: inout JSONWriter) {
        writer.member("id", id)
        writer.member("name", name)
        writer.object("shortDescription") { $0.member("text", title) }
        writer.object("fullDescription") { $0.member("text", why.isEmpty ? title : why) }
        if !documentation.isEmpty { writer.member("helpUri", documentation) }
        writer.object("help") { writer in
            writer.member("text", help.joined(separator: "\n\n"))
            writer.member("markdown", markdownHelp.joined(separator: "\n\n"))
        }
        writer.object("defaultConfiguration") {
            $0.member("level", isQuestion ? "none" : severity.sarifLevel)
        }
        writer.object("properties") { writer in
            writer.member("severity", isQuestion ? "manual" : severity.rawValue)
            writer.member("security-severity", isQuestion ? "0.0" : severity.score)
            writer.member("section", section.rawValue)
            writer.member("step", section.reviewStep)
            writer.strings("principles", principles.map(\.rawValue))
            writer.object("benchmarks") { writer in
                for (name, items) in benchmarks.sorted(by: { $0.key < $1.key }) {
                    writer.strings(name, items)
                }
            }
            writer.strings("tags", tags)
        }
    }

    private var help: [String] {
        var help = why.isEmpty ? [] : [why]
        if let question { help.append(question) }
        help.append(remediation.text)
        if let command = remediation.command { help.append(command) }
        if !documentation.isEmpty { help.append(documentation) }
        return help
    }

    private var markdownHelp: [String] {
        var help = why.isEmpty ? [] : [Markdown.text(why)]
        if let question { help.append("**Question** " + Markdown.text(question)) }
        help.append("**To put it right** " + Markdown.text(remediation.text))
        if let command = remediation.command { help.append(Markdown.block(command)) }
        if !documentation.isEmpty { help.append("[Documentation](<\(documentation)>)") }
        return help
    }

    /// Each once: what it is about, its step, and the benchmark items it serves.
    private var tags: [String] {
        var tags = ["security", "azure", "network", "zero-trust", "step-\(section.reviewStep)"]
        for (name, items) in benchmarks.sorted(by: { $0.key < $1.key }) {
            for item in items where !tags.contains("\(name)/\(item)") { tags.append("\(name)/\(item)") }
        }
        return tags
    }
}

extension Severity {
    /// What SARIF calls it.
    var sarifLevel: String {
        switch self {
        case .critical, .high: "error"
        case .medium: "warning"
        case .low, .info: "note"
        }
    }

    /// A number on the scale of CVSS, by which code scanning sorts.
    fileprivate var score: String {
        switch self {
        case .critical: "9.5"
        case .high: "8.0"
        case .medium: "5.5"
        case .low: "3.0"
        case .info: "0.0"
        }
    }
}

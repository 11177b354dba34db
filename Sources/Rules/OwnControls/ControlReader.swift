import TOML
import Topology

/// Reads one `[[control]]`: everything that is wrong with it is told at once.
struct ControlReader {
    let table: RuleTable
    private(set) var faults: [RuleFault] = []

    private static let keys = [
        "id", "name", "title", "severity", "step", "on", "when", "condition", "message", "why", "remediation",
        "command", "documentation", "benchmarks", "example",
    ]

    init(_ value: TOMLValue) {
        table = RuleTable(value.table ?? TOMLDocument("").root, "a control", at: value.position)
        if value.table == nil { fault(RuleFault("A control should be a table.", at: value.position)) }
    }

    /// The control; nil where anything in it is at fault.
    mutating func read() -> Control? {
        guard faults.isEmpty else { return nil }
        let strangers = table.strangers(among: Self.keys)
        let id = attempt { (table) throws(RuleFault) in try Self.id(table) }
        let name = attempt { (table) throws(RuleFault) in try Self.name(table) }
        let title = attempt { (table) throws(RuleFault) in try table.present("title") }
        let severity: Severity? = attempt { (table) throws(RuleFault) in try table.word("severity") }
        let section = attempt { (table) throws(RuleFault) in try Self.section(table) }
        let types = attempt { (table) throws(RuleFault) in try Self.types(table) }
        let message = attempt { (table) throws(RuleFault) in try table.present("message") }
        let remediation = attempt { (table) throws(RuleFault) in
            Control.Remediation(try table.present("remediation"), command: try table.text("command"))
        }
        let why = attempt { (table) throws(RuleFault) in try table.text("why") ?? "" }
        let documentation = attempt { (table) throws(RuleFault) in try Self.documentation(table) }
        let benchmarks = attempt { (table) throws(RuleFault) in try Self.benchmarks(table) }
        let scope = table.table["when"].flatMap { readCondition($0) }
        let condition = table.table["condition"].flatMap { readCondition($0) }
        if table.table["condition"] == nil { fault(table.missing("condition")) }
        let examples = self.examples()
        // What is missing because its key is mistyped is told once.
        faults.removeAll { fault in fault.key != nil && strangers.contains { $0.key == fault.key } }
        faults += strangers
        guard faults.isEmpty, let id, let name, let title, let severity, let section, let types, let message,
            let remediation, let why, let documentation, let benchmarks, let condition
        else { return nil }
        let own = OwnControl(
            scope: scope,
            condition: condition,
            message: message,
            title: title
        )
        var control = Control(
            id: id,
            name: name,
            title: title,
            severity: severity,
            principles: [],
            types: types,
            why: why,
            remediation: remediation,
            documentation: documentation,
            benchmarks: benchmarks,
            section: section,
            decision: .each { own.judge($0, in: $1) },
            examples: []
        )
        control.examples = examples
        return control
    }

    private mutating func attempt<Value>(_ read: (RuleTable) throws(RuleFault) -> Value) -> Value? {
        do throws(RuleFault) {
            return try read(table)
        } catch {
            faults.append(error)
            return nil
        }
    }

    private mutating func readCondition(_ value: TOMLValue) -> Condition? {
        var reader = ConditionReader()
        let condition = reader.condition(value)
        faults += reader.faults
        return condition
    }

    private mutating func fault(_ fault: RuleFault) { faults.append(fault) }

    // MARK: Keys

    private static func id(_ table: RuleTable) throws(RuleFault) -> String {
        let id = try table.present("id")
        let isSound =
            id.utf8.count <= 64 && id.first?.isLetter == true
            && id.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
        guard isSound else {
            throw RuleFault(
                "id should begin with a letter and hold letters, digits, '-', '_' and '.' only, for example TEAM-01.",
                at: table.position(of: "id")
            )
        }
        return id
    }

    /// The name that is given, or the id in lower case.
    private static func name(_ table: RuleTable) throws(RuleFault) -> String {
        guard let name = try table.text("name") else { return try id(table).lowercased() }
        let isSound =
            !name.isEmpty && name.utf8.count <= 64
            && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
        guard isSound else {
            throw RuleFault(
                "name should hold small letters, digits and '-' only, for example cost-center-tag.",
                at: table.position(of: "name")
            )
        }
        return name
    }

    private static func section(_ table: RuleTable) throws(RuleFault) -> Section {
        guard let value = table.table["step"] else { throw table.missing("step") }
        guard let step = value.integer, let section = Section.allCases.first(where: { $0.step == Int(step) })
        else { throw RuleFault("step should be a number from 1 to 5.", at: value.position) }
        return section
    }

    private static func types(_ table: RuleTable) throws(RuleFault) -> [ResourceType] {
        guard let texts = try table.texts("on") else { throw table.missing("on") }
        let known = KindRegistry.kinds.flatMap { $0.types.map(\.text) }
        for text in texts {
            let type = ResourceType(text)
            if known.contains(where: { ResourceType($0) == type }) { continue }
            // Any type of Azure may be meant, so only what looks like a slip is one.
            let near = NearestWord.to(text, among: known).map { "did you mean \($0)?" }
            if !text.contains("/") || text.contains(" ") || text.hasSuffix("/") {
                let hint = near ?? "expected one such as Microsoft.Network/virtualNetworks."
                throw RuleFault(
                    "\(TOML.quoted(text.prefix(80))) is no resource type; \(hint)",
                    at: table.position(of: "on")
                )
            }
            if let near, Self.isSlip(text, among: known) {
                throw RuleFault(
                    "\(TOML.quoted(text.prefix(80))) is no type that is known; \(near)",
                    at: table.position(of: "on")
                )
            }
        }
        return texts.map { ResourceType($0) }
    }

    /// Whether a type is one or two letters away from a known one of its namespace.
    private static func isSlip(_ text: String, among known: [String]) -> Bool {
        guard let near = NearestWord.to(text, among: known) else { return false }
        let changed = abs(near.count - text.count)
        let common = zip(near.lowercased(), text.lowercased()).prefix { $0 == $1 }.count
        return changed <= 2 && common + 4 >= min(near.count, text.count)
    }

    private static func documentation(_ table: RuleTable) throws(RuleFault) -> String {
        guard let address = try table.text("documentation") else { return "" }
        guard address.hasPrefix("https://"), !address.contains(where: \.isWhitespace) else {
            throw RuleFault(
                "documentation should be an address that begins with https://.",
                at: table.position(of: "documentation")
            )
        }
        return address
    }

    private static func benchmarks(_ table: RuleTable) throws(RuleFault) -> [String: [String]] {
        guard let value = table.table["benchmarks"] else { return [:] }
        guard let inner = value.table else {
            throw RuleFault(
                "benchmarks should be a table of lists, such as { mcsb = [\"NS-1\"] }.",
                at: value.position
            )
        }
        let known = RuleTable(inner, "benchmarks", at: value.position)
        var benchmarks: [String: [String]] = [:]
        for entry in inner.entries { benchmarks[entry.key] = try known.texts(entry.key) }
        return benchmarks
    }

    // MARK: Examples

    private mutating func examples() -> [Example] {
        guard let value = table.table["example"] else { return [] }
        guard let elements = value.array else {
            fault(RuleFault("Each example should have a header [[control.example]].", at: value.position))
            return []
        }
        return elements.compactMap { element in
            let example = RuleTable(
                element.table ?? TOMLDocument("").root,
                "an example",
                at: element.position
            )
            faults += example.strangers(among: ["outcome", "estate"])
            do throws(RuleFault) {
                let outcome: Wanted = try example.word("outcome")
                return Example(outcome: outcome.outcome, estate: try example.present("estate"))
            } catch {
                faults.append(error)
                return nil
            }
        }
    }

    /// What an example may ask for.
    private enum Wanted: String, CaseIterable {
        case pass, fail, unknown
        case notApplicable = "not-applicable"

        var outcome: Outcome {
            switch self {
            case .pass: .pass
            case .fail: .fail
            case .unknown: .unknown
            case .notApplicable: .notApplicable
            }
        }
    }
}

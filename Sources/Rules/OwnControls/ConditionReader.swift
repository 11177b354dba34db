import TOML
import Topology

/// Reads conditions; each fault is kept, and the reading goes on beside it.
struct ConditionReader {
    private(set) var faults: [RuleFault] = []

    private static let trees = ["all", "any", "not", "related"]
    private static let operators = PropertyTest.Operator.allCases.map(\.rawValue)

    /// The condition a value describes; nil where it is at fault.
    ///
    /// The nesting of tables is bounded by that of TOML texts.
    mutating func condition(_ value: TOMLValue) -> Condition? {
        guard let table = value.table else {
            fault(
                "A condition should be a table, for example { path = \"name\", exists = true }.",
                at: value.position
            )
            return nil
        }
        let known = RuleTable(table, "a condition", at: value.position)
        let strangers = known.strangers(among: Self.trees + ["path"] + Self.operators + ["absent"])
        guard strangers.isEmpty else {
            faults += strangers
            return nil
        }
        let found = Self.trees.filter { table[$0] != nil }
        if let tree = found.first, let inner = table[tree] {
            guard table.entries.count == 1 else {
                let other = table.entries.first { $0.key != tree }
                fault("Beside \(tree) nothing else can stand; put both into all or any.", at: other?.position)
                return nil
            }
            return self.tree(tree, inner)
        }
        return property(known)
    }

    private mutating func tree(_ name: String, _ value: TOMLValue) -> Condition? {
        switch name {
        case "not": return condition(value).map { .not($0) }
        case "related": return related(value)
        default:
            guard let parts = value.array, !parts.isEmpty else {
                fault("\(name) should be a list of conditions.", at: value.position)
                return nil
            }
            let conditions = parts.map { condition($0) }
            let sound = conditions.compactMap(\.self)
            guard sound.count == conditions.count else { return nil }
            return name == "all" ? .all(sound) : .any(sound)
        }
    }

    private mutating func related(_ value: TOMLValue) -> Condition? {
        guard let table = value.table else {
            fault("related should be a table with path and condition.", at: value.position)
            return nil
        }
        let known = RuleTable(table, "related", at: value.position)
        let strangers = known.strangers(among: ["path", "condition"])
        faults += strangers
        let path = self.path(of: known)
        guard let inner = table["condition"] else {
            if strangers.isEmpty { faults.append(known.missing("condition")) }
            return nil
        }
        guard let condition = condition(inner), let path, strangers.isEmpty else { return nil }
        return .related(path: path, condition)
    }

    // MARK: Properties

    private mutating func property(_ table: RuleTable) -> Condition? {
        guard let path = path(of: table) else { return nil }
        let found = table.table.entries.filter { Self.operators.contains($0.key) }
        guard let entry = found.first, let name = PropertyTest.Operator(rawValue: entry.key) else {
            fault(
                "A condition on \(path) needs one of \(Self.operators.joined(separator: ", ")).",
                at: table.position
            )
            return nil
        }
        guard found.count == 1 else {
            fault("A condition has one operator; put two of them into all or any.", at: found[1].position)
            return nil
        }
        do throws(RuleFault) {
            let absent = try table.table["absent"].map { (value) throws(RuleFault) in
                try Self.scalar(value, "absent")
            }
            let test = try Self.test(name, entry.value)
            if absent != nil, name == .exists {
                throw RuleFault("absent has no meaning beside exists.", at: table.position(of: "absent"))
            }
            return .property(PropertyTest(path: path, test: test, absent: absent))
        } catch {
            faults.append(error)
            return nil
        }
    }

    private mutating func path(of table: RuleTable) -> String? {
        do throws(RuleFault) {
            let path = try table.present("path")
            let isOpen = path.contains("[") && path.firstRange(of: "[*]") != nil
            if isOpen || path.contains("*") || path.hasSuffix("[]") {
                throw RuleFault(
                    "path names one place, such as ipsecPolicies[0].dhGroup; for each part of a resource use on with the part's type.",
                    at: table.position(of: "path")
                )
            }
            return path
        } catch {
            faults.append(error)
            return nil
        }
    }

    private static func test(
        _ name: PropertyTest.Operator,
        _ value: TOMLValue
    ) throws(RuleFault) -> PropertyTest.Test {
        let key = name.rawValue
        switch name {
        case .equals: return .equals(try scalar(value, key))
        case .notEquals: return .notEquals(try scalar(value, key))
        case .contains: return .contains(try scalar(value, key))
        case .oneOf:
            guard let list = value.array, !list.isEmpty else {
                throw RuleFault("in should be a list of values.", at: value.position)
            }
            var scalars: [Scalar] = []
            for element in list { scalars.append(try scalar(element, key)) }
            return .oneOf(scalars)
        case .matches:
            guard let pattern = value.string else {
                throw RuleFault(
                    "matches should be a text in which * stands for any text.",
                    at: value.position
                )
            }
            return .matches(pattern)
        case .exists:
            guard let flag = value.boolean else {
                throw RuleFault("exists should be true or false.", at: value.position)
            }
            return .exists(flag)
        case .less: return .less(try number(value, key))
        case .greater: return .greater(try number(value, key))
        case .inside: return .inside(try blocks(value, key))
        case .overlaps: return .overlaps(try blocks(value, key))
        }
    }

    private static func scalar(_ value: TOMLValue, _ key: String) throws(RuleFault) -> Scalar {
        if let text = value.string { return .text(text) }
        if let flag = value.boolean { return .flag(flag) }
        if let number = value.integer.map(Double.init) ?? value.float, number.isFinite {
            return .number(number)
        }
        throw RuleFault("\(key) should be a text, a number, true or false.", at: value.position)
    }

    private static func number(_ value: TOMLValue, _ key: String) throws(RuleFault) -> Double {
        guard let number = value.integer.map(Double.init) ?? value.float, number.isFinite else {
            throw RuleFault("\(key) should be a number.", at: value.position)
        }
        return number
    }

    private static func blocks(_ value: TOMLValue, _ key: String) throws(RuleFault) -> [AddressPrefix] {
        let elements = value.array ?? [value]
        var blocks: [AddressPrefix] = []
        for element in elements {
            guard let text = element.string, let block = AddressPrefix(text) else {
                throw RuleFault(
                    "\(key) should be an address or a prefix such as 10.1.0.0/16, or a list of them.",
                    at: element.position
                )
            }
            blocks.append(block)
        }
        guard !blocks.isEmpty else { throw RuleFault("\(key) should name an address.", at: value.position) }
        return blocks
    }

    private mutating func fault(_ message: String, at position: TOMLPosition?) {
        faults.append(RuleFault(message, at: position ?? TOMLPosition(line: 1, column: 1)))
    }
}

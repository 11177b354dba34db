import Topology

extension TemplateValue {
    /// Whether two values are equal as `equals` has it; nil where that hangs on a symbolic part.
    func equals(_ other: TemplateValue) -> Bool? {
        switch (self, other) {
        case (.symbolic, _), (_, .symbolic): return nil
        case (.null, .null): return true
        case (.bool(let left), .bool(let right)): return left == right
        case (.integer(let left), .integer(let right)): return left == right
        case (.float(let left), .float(let right)): return left == right
        case (.integer(let left), .float(let right)): return Double(left) == right
        case (.float(let left), .integer(let right)): return left == Double(right)
        case (.string(let left), .string(let right)): return left == right
        case (.array(let left), .array(let right)): return Self.equal(left, right)
        case (.object(let left), .object(let right)): return Self.equal(left, right)
        default: return false
        }
    }

    private static func equal(_ left: TemplateArray, _ right: TemplateArray) -> Bool? {
        guard left.elements.count == right.elements.count else {
            return left.openness.isOpen || right.openness.isOpen ? nil : false
        }
        return all(zip(left.elements, right.elements))
    }

    private static func equal(_ left: TemplateObject, _ right: TemplateObject) -> Bool? {
        if left.openness.isOpen || right.openness.isOpen { return nil }
        guard left.members.count == right.members.count else { return false }
        var pairs: [(TemplateValue, TemplateValue)] = []
        for member in left.members {
            guard let partner = right[member.name] else { return false }
            pairs.append((member.value, partner))
        }
        return all(pairs)
    }

    private static func all(_ pairs: some Sequence<(TemplateValue, TemplateValue)>) -> Bool? {
        var result: Bool? = true
        for (left, right) in pairs {
            switch left.equals(right) {
            case false?: return false
            case nil: result = nil
            case true?: break
            }
        }
        return result
    }
}

extension Openness {
    var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}

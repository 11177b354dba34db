/// References to what was filled in, for example the private address of a firewall that a route leads to.
///
/// They are replaced where the whole value is such a reference, and marked as assumed, too.
struct ReferenceCompletion {
    private let resources: [EvaluatedResource]
    private let places: [String: Int]
    private let references: [String: TemplateRun.ReferenceTarget?]
    private var assumed: [String] = []

    static func complete(
        _ resources: inout [EvaluatedResource],
        _ references: [String: TemplateRun.ReferenceTarget?]
    ) {
        guard !references.isEmpty else { return }
        var completion = ReferenceCompletion(resources, references)
        for index in resources.indices where !resources[index].isDeployment && !resources[index].isExisting {
            guard let properties = resources[index].body.member("properties"),
                let value = completion.replaced(properties.value, "properties")
            else { continue }
            resources[index].body.set(properties.name, value)
            resources[index].assumed += completion.assumed
            completion.assumed = []
        }
    }

    private init(
        _ resources: [EvaluatedResource],
        _ references: [String: TemplateRun.ReferenceTarget?]
    ) {
        self.resources = resources
        self.references = references
        var places: [String: Int] = [:]
        for (index, resource) in resources.enumerated() where !resource.isExisting {
            places[resource.id.lowercased()] = index
        }
        self.places = places
    }

    /// The value with its references replaced; nil where there is none in it.
    private mutating func replaced(_ value: TemplateValue, _ path: String) -> TemplateValue? {
        switch value {
        case .symbolic(let symbolic):
            guard let found = target(of: symbolic) else { return nil }
            assumed.append(path)
            return found
        case .array(let array):
            var elements = array.elements
            var isChanged = false
            for (index, element) in elements.enumerated() {
                guard let changed = replaced(element, "\(path)[\(index)]") else { continue }
                elements[index] = changed
                isChanged = true
            }
            return isChanged ? TemplateValue.list(elements).with(array.openness) : nil
        case .object(var object):
            var isChanged = false
            for member in object.members {
                guard let changed = replaced(member.value, "\(path).\(member.name)") else { continue }
                object.set(member.name, changed)
                isChanged = true
            }
            return isChanged ? .object(object) : nil
        default: return nil
        }
    }

    /// The scalar that was filled in where a symbolic value leads.
    private func target(of symbolic: SymbolicValue) -> TemplateValue? {
        guard symbolic.text.hasPrefix("reference("), let close = symbolic.text.firstIndex(of: ")"),
            let known = references[String(symbolic.text[...close])], let target = known,
            let index = places[target.id]
        else { return nil }
        let body = resources[index].body
        guard var value = target.isFull ? TemplateValue.object(body) : body["properties"] else { return nil }
        let path = symbolic.text[symbolic.text.index(after: close)...]
        for step in path.split(whereSeparator: { $0 == "." || $0 == "[" }) {
            let key: TemplateValue
            if step.hasSuffix("]") {
                guard let index = Int(step.dropLast()) else { return nil }
                key = .integer(index)
            } else {
                key = .string(String(step))
            }
            guard let next = TemplateRun.lookUp(key, in: value) else { return nil }
            value = next
        }
        switch value {
        case .string, .bool, .integer: return value
        default: return nil
        }
    }
}

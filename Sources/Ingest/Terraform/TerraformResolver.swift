import JSON
import Topology

/// Finds the ids and attributes of the instances of one file, following references where a plan does not know them yet.
///
/// A reference gives what this reading can say for sure: the id of an instance, formed from its names as the provider
/// forms it, and names. Anything else that is known only after apply stays symbolic.
struct TerraformResolver {
    /// How far one reference is followed through variables, outputs and `each`.
    static let depthLimit = 40
    /// Among how many ids the one that an attribute is named after is looked for.
    static let alternatives = 16
    /// The subscription of ids where the input names none.
    static let assumedSubscription = "00000000-0000-0000-0000-000000000000"
    static let reason = "known after apply"

    let file: TerraformFile
    /// How many references are followed for one file, whatever it holds.
    var budget: Int
    var ids: [Int: String] = [:]
    var names: [Int: String] = [:]
    /// The instances whose ids are being formed.
    var open: Set<Int> = []
    /// The instances whose names are being found.
    var naming: Set<Int> = []
    /// Ids that another instance has, too, and what they are told apart by.
    var taken: [ResourceID: Int] = [:]
    /// The subscription of instances whose provider does not say.
    let subscription: String?
    /// Whether an id was formed without knowing its subscription.
    var assumesSubscription = false

    init(_ file: TerraformFile) {
        self.file = file
        budget = 100_000 + 1_000 * file.instances.count
        subscription = Self.subscription(of: file)
    }

    // MARK: Attributes

    /// What an attribute of an instance is; nil where it is not set.
    mutating func value(_ path: [String], in block: TerraformBlock, of index: Int) -> GeneratedValue? {
        switch block.attribute(path) {
        case .known(let value): return .copied(value)
        case .absent: return nil
        case .unknown(let expression):
            let instance = file.instances[index]
            let name = path.last ?? ""
            let found = formed(expression, for: name, in: instance.scope)
            if found.values.count == 1, let only = found.values.first { return only }
            let own = "\(instance.address).\(path.joined(separator: "."))"
            return .symbolic(found.reference ?? own, reason: Self.reason, from: expression ?? block.known)
        }
    }

    /// The elements of a list; those that are known after apply as far as their references lead to something.
    mutating func list(_ path: [String], in block: TerraformBlock, of index: Int) -> [GeneratedValue] {
        switch block.attribute(path) {
        case .absent: return []
        case .unknown(let expression):
            let found = formed(expression, for: path.last ?? "", in: file.instances[index].scope)
            if !found.values.isEmpty { return found.values }
            guard let reference = found.reference else { return [] }
            return [.symbolic(reference, reason: Self.reason, from: expression)]
        case .known(let value):
            // Several in one text, as older versions of the provider have them.
            if let text = value.string {
                return text.split(separator: ",").map { .text(String($0.filter { $0 != " " }), from: value) }
            }
            guard value.kind == .array else { return [.copied(value)] }
            let elements = value.elements
            guard elements.contains(where: \.isNull) else { return elements.map(GeneratedValue.copied) }
            return filled(elements, path, block, index)
        }
    }

    /// A list of which some elements are known after apply.
    private mutating func filled(
        _ elements: [JSONValue],
        _ path: [String],
        _ block: TerraformBlock,
        _ index: Int
    ) -> [GeneratedValue] {
        let holder = block.blocks(path.dropLast()).first
        let expression = path.last.flatMap { holder?.expressions?.member($0) }
        let found = formed(expression, for: path.last ?? "", in: file.instances[index].scope)
        let known = Set(elements.compactMap { $0.string?.lowercased() })
        var rest = found.values.filter { !known.contains($0.string?.lowercased() ?? "") }[...]
        let symbol = found.reference ?? "\(file.instances[index].address).\(path.joined(separator: "."))"
        return elements.map { element in
            guard element.isNull else { return .copied(element) }
            return rest.popFirst() ?? .symbolic(symbol, reason: Self.reason, from: expression)
        }
    }

    /// The text of an attribute, where there is one.
    mutating func text(_ path: [String], in block: TerraformBlock, of index: Int) -> String? {
        value(path, in: block, of: index)?.word
    }
}

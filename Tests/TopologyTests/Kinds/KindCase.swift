import EstateSupport
import JSON
import Topology

/// A resource of a kind in the form of the service, with values that must be read from it and from its flat form.
struct KindCase: CustomStringConvertible, Sendable {
    let kind: any ResourceKind.Type
    let properties: String
    let own: String
    let expected: [String: String]

    /// - Parameters:
    ///   - kind: The kind; its first type is the resource's.
    ///   - properties: The members of `properties`.
    ///   - own: Members beside `properties`.
    ///   - expected: What the inventory must tell, by name.
    init(
        _ kind: any ResourceKind.Type,
        _ properties: String,
        own: String = "",
        _ expected: [String: String]
    ) {
        self.kind = kind
        self.properties = properties
        self.own = own
        self.expected = expected
    }

    var description: String { String(describing: kind) }

    var type: String { kind.types[0].text }

    /// An id that fits the type.
    var id: String {
        if kind == Subscription.self { return "/subscriptions/s" }
        let words = type.split(separator: "/")
        let names = words.dropFirst().enumerated().map { "\($1)/n\($0)" }.joined(separator: "/")
        return "/subscriptions/s/resourceGroups/g/providers/\(words[0])/\(names)"
    }

    var text: String {
        let extra = own.isEmpty ? "" : ",\(own)"
        return #"{"id":"\#(id)","name":"n","type":"\#(type)"\#(extra),"properties":{\#(properties)}}"#
    }

    /// The members that the inventory has for it.
    static func members(_ text: String, _ kind: any ResourceKind.Type) -> [String: String] {
        guard let resource = Resource(json: text) else { return [:] }
        let topology = Topology(resources: [resource])
        let record = topology.inventory.flatMap { member -> [InventoryValue] in
            let isWanted = (member.name == "subscriptions") == (kind == Subscription.self)
            if isWanted, case .list(let records) = member.value { return records }
            return []
        }
        guard case .record(let members) = record.first else { return [:] }
        return Dictionary(members.map { ($0.name, brief($0.value)) }) { first, _ in first }
    }

    /// A short text of an inventory value.
    static func brief(_ value: InventoryValue) -> String {
        switch value {
        case .flag(let flag): "\(flag)"
        case .number(let number): "\(number)"
        case .text(let text): text
        case .list(let values): "[" + values.map(brief).joined(separator: ", ") + "]"
        case .record(let members):
            "{"
                + members.filter { $0.name != "id" || !$0.value.isPartID }
                .map { "\($0.name): \(brief($0.value))" }.joined(separator: ", ") + "}"
        case .unknown(let reason): "unknown: \(reason)"
        }
    }
}

extension InventoryValue {
    /// Whether it is the id of a part of the resource of a case.
    fileprivate var isPartID: Bool {
        if case .text(let text) = self {
            text.hasPrefix("/subscriptions/s/resourceGroups/g/providers/")
        } else {
            false
        }
    }
}

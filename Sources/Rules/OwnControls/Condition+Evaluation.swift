import JSON
import Topology

extension Condition {
    /// Holds the condition against a resource.
    ///
    /// - Parameters:
    ///   - resource: The resource.
    ///   - topology: Where related resources are looked up.
    ///   - isWanted: Whether it should hold; inside a `not` it should not, and evidence says so.
    /// - Returns: What it comes to.
    func verdict(on resource: Resource, in topology: Topology, wanting isWanted: Bool = true) -> Verdict {
        switch self {
        case .all(let parts):
            .all(parts.map { $0.verdict(on: resource, in: topology, wanting: isWanted) })
        case .any(let parts):
            .any(parts.map { $0.verdict(on: resource, in: topology, wanting: isWanted) })
        case .not(let inner):
            inner.verdict(on: resource, in: topology, wanting: !isWanted).negated
        case .property(let test): test.verdict(on: resource, wanting: isWanted)
        case .related(let path, let inner):
            Self.related(path, inner, of: resource, in: topology, wanting: isWanted)
        }
    }

    private static func related(
        _ path: String,
        _ inner: Condition,
        of resource: Resource,
        in topology: Topology,
        wanting isWanted: Bool
    ) -> Verdict {
        let link = Proof(path, expected: isWanted ? "a reference" : nil, in: resource)
        let found: JSONValue
        switch Property(path, of: resource) {
        case .absent: return .known(false, [link])
        case .unknown(let reason): return .unknown(reason, [link])
        case .own: return .unknown("\(path) is no reference", [link])
        case .value(let value): found = value
        }
        let values = found.kind == .array ? found.elements : [found]
        return .all(
            values.map { value in
                guard let id = value.string ?? value.member("id")?.string else {
                    return .unknown("\(path) is no reference, the input has \(value.text.prefix(40))", [link])
                }
                guard let other = topology.resource(ResourceID(id)) else {
                    return .unknown("the input does not hold \(ResourceID(id).displayName)", [link])
                }
                var verdict = inner.verdict(on: other, in: topology, wanting: isWanted)
                verdict.proofs.insert(Proof(path, in: resource), at: 0)
                return verdict
            }
        )
    }
}

/// What stands at a path of a resource.
enum Property {
    case value(JSONValue)
    /// A part of the id, which every resource has.
    case own(String)
    case absent
    case unknown(reason: String)

    init(_ path: String, of resource: Resource) {
        let place = resource.body.locate(path)
        if let symbolic = (place.value ?? place.nearest).member("$symbolic") {
            self = .unknown(reason: "only Azure knows \(symbolic.string ?? symbolic.text)")
        } else if let value = place.value, !value.isNull {
            self = .value(value)
        } else {
            self = Self.identity(path, of: resource).map(Property.own) ?? .absent
        }
    }

    private static func identity(_ path: String, of resource: Resource) -> String? {
        switch path {
        case "id": resource.id.text
        case "name": resource.name
        case "type": resource.type.text
        case "resourceGroup": resource.id.resourceGroup.map(String.init)
        case "subscription": resource.id.subscription.map(String.init)
        default: nil
        }
    }
}

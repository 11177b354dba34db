import Canvas
import Review
import Topology

/// An end of a path as people pick it: a text in the grammar of endpoints, and how it is called.
struct PathEnd: Sendable, Hashable {
    let text: String
    let name: String
    /// What it is, and where.
    let note: String
    let role: Role

    init(_ text: String, in estate: Estate) {
        self.text = text
        if text.hasPrefix("/") {
            let id = ResourceID(text)
            name = id.displayName
            guard let resource = estate.topology.resource(id) else {
                note = "not in the input"
                role = .unknown
                return
            }
            note = ResourceNames.short(resource.type)
            role = ResourceNames.role(resource.type)
            return
        }
        switch text {
        case "internet": (name, note, role) = ("the internet", "anyone out there", .critical)
        case "onprem": (name, note, role) = ("on-premises", "anyone behind a gateway", .vpn)
        default: (name, note, role) = (text, "", .text)
        }
    }

    var line: StyledLine {
        [Span(name, role, .bold), Span(note.isEmpty ? "" : "  \(note)", .muted)]
    }

    /// What can be an end by its own id.
    private static let types: [ResourceType] =
        VirtualMachine.types + NetworkInterface.types + PrivateEndpoint.types + LoadBalancer.types
        + ApplicationGateway.types + PublicIPAddress.types + Subnet.types

    /// Whether a resource can be an end.
    static func isOne(_ resource: Resource) -> Bool {
        types.contains(resource.type) || resource.type.category == .service
    }

    /// The text of a resource as an end; nil where it can be none.
    static func text(of resource: Resource) -> String? { isOne(resource) ? resource.id.text : nil }

    /// Picks an end: anything in the estate that sends or receives, the internet, on-premises, or what is typed.
    static func picker(_ purpose: Picker.Purpose, in estate: Estate) -> Picker {
        let fixed = [
            Picker.Item(
                value: "internet",
                entry: .init("internet", note: "anyone out there", role: .critical)
            ),
            Picker.Item(value: "onprem", entry: .init("on-premises", note: "behind a gateway", role: .vpn)),
        ]
        let ranked = estate.index.resources.enumerated().compactMap { index, resource -> (Int, Int)? in
            guard isOne(resource) else { return nil }
            return (types.firstIndex(of: resource.type) ?? types.count, index)
        }
        let title = purpose == .to ? "Where it ends" : "Where it begins"
        return Picker(
            purpose,
            title,
            fixed,
            resources: ranked.sorted { $0 < $1 }.map(\.1),
            in: estate
        )
    }
}

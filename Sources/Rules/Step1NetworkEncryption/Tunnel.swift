import JSON
import Topology

/// One tunnel's settings and where they stand: a connection of a VPN gateway, or a link of a Virtual WAN's.
struct Tunnel {
    /// What the messages call it.
    let name: String
    let fields: JSONObject
    /// The path from the resource to these settings, empty or ending with a dot.
    let path: String

    /// Connections, and the gateways of a Virtual WAN, inside which exports write theirs.
    static let types: [ResourceType] = [
        "Microsoft.Network/connections", "Microsoft.Network/vpnGateways/vpnConnections",
        "Microsoft.Network/vpnGateways",
    ]

    /// The tunnels of a connection or a gateway, empty where IPsec carries none.
    static func inside(_ resource: Resource, _ topology: Topology) -> Setting<[Tunnel]> {
        if resource.type == types[1] {
            return links(of: resource.fields, name: resource.name, path: "")
        }
        if resource.type == types[2] { return connections(of: resource, topology) }
        let whole = Tunnel(name: resource.name, fields: resource.fields, path: "")
        return switch resource.fields.text("connectionType") {
        case .set(let type): .set(["ipsec", "vnet2vnet"].contains(type.lowercased()) ? [whole] : [])
        case .absent: .unknown(reason: "the input does not say what type of connection \(resource.name) is")
        case .unknown(let reason): .unknown(reason: reason)
        }
    }

    /// The tunnels of the connections written inside a gateway; those that stand alone are judged by themselves.
    private static func connections(of gateway: Resource, _ topology: Topology) -> Setting<[Tunnel]> {
        let connections = gateway.fields["connections"]?.elements ?? []
        var tunnels: [Tunnel] = []
        for (index, connection) in connections.enumerated() {
            let id = connection.member("id")?.string.map(ResourceID.init)
            guard let name = connection.member("name")?.string, id.flatMap(topology.resource) == nil else {
                continue
            }
            switch links(of: connection.fields, name: name, path: "connections[\(index)].") {
            case .set(let found): tunnels += found
            case .unknown(let reason): return .unknown(reason: reason)
            case .absent: continue
            }
        }
        return .set(tunnels)
    }

    /// A connection of a Virtual WAN has a tunnel a link, or is one itself where it lists no links.
    private static func links(of fields: JSONObject, name: String, path: String) -> Setting<[Tunnel]> {
        switch fields.array("vpnLinkConnections") {
        case .unknown(let reason): .unknown(reason: reason)
        case .set(let links) where !links.isEmpty:
            .set(
                links.enumerated().map { index, link in
                    Tunnel(
                        name: "\(link.member("name")?.string ?? "link \(index + 1)") of \(name)",
                        fields: link.fields,
                        path: "\(path)vpnLinkConnections[\(index)]."
                    )
                }
            )
        case .set, .absent: .set([Tunnel(name: name, fields: fields, path: path)])
        }
    }

    /// Judges each tunnel of a connection or a gateway; nil where IPsec does not carry it at all.
    static func judge(
        _ resource: Resource,
        _ topology: Topology,
        pass message: String,
        _ judge: (Tunnel) -> [Judgement]
    ) -> Judgement? {
        switch inside(resource, topology) {
        case .unknown(let reason): .unknown(reason, Proof("connectionType"))
        case .absent: nil
        case .set(let tunnels): tunnels.isEmpty ? nil : .combining(tunnels.flatMap(judge), pass: message)
        }
    }
}

import JSON
import Topology

/// One tunnel's settings and where they stand: a connection of a VPN gateway, or a link of a Virtual WAN's.
struct Tunnel {
    /// What the messages call it.
    let name: String
    let fields: JSONObject
    /// The path from the resource to these settings, empty or ending with a dot.
    let path: String

    static let types: [ResourceType] = [
        "Microsoft.Network/connections", "Microsoft.Network/vpnGateways/vpnConnections",
    ]

    /// The tunnels of a connection, with the reason where it has none that IPsec carries.
    static func inside(_ resource: Resource) -> Setting<[Tunnel]> {
        guard resource.type == types[0] else { return links(of: resource) }
        let whole = Tunnel(name: resource.name, fields: resource.fields, path: "")
        return switch resource.fields.text("connectionType") {
        case .set(let type): .set(["ipsec", "vnet2vnet"].contains(type.lowercased()) ? [whole] : [])
        case .absent: .unknown(reason: "the input does not say what type of connection \(resource.name) is")
        case .unknown(let reason): .unknown(reason: reason)
        }
    }

    /// A connection of a Virtual WAN has a tunnel a link, or is one itself where it lists no links.
    private static func links(of resource: Resource) -> Setting<[Tunnel]> {
        switch resource.fields.array("vpnLinkConnections") {
        case .unknown(let reason): .unknown(reason: reason)
        case .set(let links) where !links.isEmpty:
            .set(
                links.enumerated().map { index, link in
                    Tunnel(
                        name: "\(resource.name), link \(link.member("name")?.string ?? "\(index + 1)"),",
                        fields: link.fields,
                        path: "vpnLinkConnections[\(index)]."
                    )
                }
            )
        case .set, .absent: .set([Tunnel(name: resource.name, fields: resource.fields, path: "")])
        }
    }

    /// Judges each tunnel of a connection; nil where IPsec does not carry it at all.
    static func judge(
        _ resource: Resource,
        pass message: String,
        _ judge: (Tunnel) -> [Judgement]
    ) -> Judgement? {
        switch inside(resource) {
        case .unknown(let reason): .unknown(reason, Proof("connectionType"))
        case .absent: nil
        case .set(let tunnels): tunnels.isEmpty ? nil : .combining(tunnels.flatMap(judge), pass: message)
        }
    }
}

import JSON
import Topology

/// Which resource each public address belongs to, from both sides of the reference.
///
/// An export names the owner in the address; a template only names the address in its owner.
struct PublicAddressOwners {
    struct Owner {
        let id: ResourceID
        let type: ResourceType
        var name: Substring { id.name }
    }

    private let claims: [ResourceID: Owner]

    init(_ topology: Topology) {
        let types: [ResourceType] = [
            "Microsoft.Network/networkInterfaces", "Microsoft.Network/loadBalancers",
            "Microsoft.Network/applicationGateways", "Microsoft.Network/azureFirewalls",
            "Microsoft.Network/bastionHosts", "Microsoft.Network/virtualNetworkGateways",
            "Microsoft.Network/natGateways",
        ]
        var claims: [ResourceID: Owner] = [:]
        for resource in types.flatMap(topology.resources) {
            let fields = resource.fields
            let places = fields.items("ipConfigurations") + fields.items("frontendIPConfigurations")
            let management = fields.inner("managementIpConfiguration")
            let addresses = (places + [management]).compactMap { $0.reference("publicIPAddress") }
            for address in addresses + fields.references("publicIpAddresses") {
                claims[address] = Owner(id: resource.id, type: resource.type)
            }
        }
        self.claims = claims
    }

    /// The owner; nil for an address that nothing uses.
    func owner(of address: PublicIPAddress) -> Owner? {
        claims[address.id] ?? (address.ipConfiguration.value ?? address.natGateway.value).flatMap(Self.owner)
    }

    /// The resource of the first level that an id leads into.
    private static func owner(of id: ResourceID) -> Owner? {
        let segments = id.text.split(separator: "/")
        guard let start = segments.lastIndex(where: { $0.isSame(as: "providers") }),
            start + 3 < segments.count
        else { return nil }
        let text = segments[...(start + 3)].joined(separator: "/")
        return Owner(
            id: ResourceID("/" + text),
            type: ResourceType("\(segments[start + 1])/\(segments[start + 2])")
        )
    }
}

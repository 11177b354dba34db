package import Topology

/// One end of a question, as the estate knows it.
package enum Endpoint: Sendable {
    /// What stands at a private address.
    case site(Site)
    /// Any host at an address of a subnet at which the input knows nothing.
    case host(IPAddress, subnet: ResourceID)
    case internet(IPAddress)
    case onPremises(IPAddress)
    /// A service of the platform: 168.63.129.16 or 169.254.169.254.
    case platform(IPAddress)
    /// A public address of a service of Azure.
    case service(ServiceTag, IPAddress)
    /// A public address of the estate, with whatever stands behind it.
    case publicAddress(ResourceID)
    /// A load balancer, by its frontends.
    case loadBalancer(ResourceID)
    /// An application gateway, by its frontends.
    case applicationGateway(ResourceID)
    /// A service of Azure by its public name.
    case resource(ResourceID)

    /// Whether it stands in a virtual network, at the address that is asked for.
    var isInNetwork: Bool {
        switch self {
        case .site, .host: true
        default: false
        }
    }

    /// The address packets bear that it sends, or that are sent to it; nil where it has none of its own.
    package var address: IPAddress? {
        switch self {
        case .site(let site): site.address
        case .host(let address, _), .internet(let address), .onPremises(let address), .platform(let address),
            .service(_, let address):
            address
        case .publicAddress, .loadBalancer, .applicationGateway, .resource: nil
        }
    }
}

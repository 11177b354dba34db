import Topology

/// What in a virtual network does not go together with its encryption; E3-01 and E3-02 are two sides of it.
struct EncryptionBlockers {
    private let byNetwork: [ResourceID: [Blocker]]

    /// A resource that encryption breaks, with the property that puts it into the network.
    struct Blocker {
        let what: String
        let resource: Resource
        let path: String

        var proof: Proof { Proof(path, in: resource) }
    }

    init(_ topology: Topology) {
        var found: [ResourceID: [Blocker]] = [:]
        func add(_ what: String, _ resource: Resource, _ path: String, in network: ResourceID?) {
            guard let network else { return }
            found[network, default: []].append(Blocker(what: what, resource: resource, path: path))
        }
        for gateway in topology.all(VirtualNetworkGateway.self) where gateway.gatewayType.is("ExpressRoute") {
            add("ExpressRoute gateway", gateway.resource, "gatewayType", in: gateway.virtualNetwork)
        }
        for firewall in topology.all(AzureFirewall.self) {
            add("Azure Firewall", firewall.resource, "ipConfigurations", in: firewall.virtualNetwork)
        }
        for gateway in topology.all(ApplicationGateway.self) {
            let network = gateway.subnet?.parent
            add("Application Gateway", gateway.resource, "gatewayIPConfigurations", in: network)
        }
        for resolver in topology.all(DNSResolver.self) {
            add(
                "DNS Private Resolver",
                resolver.resource,
                "virtualNetwork",
                in: resolver.virtualNetwork.value
            )
        }
        for service in topology.all(PrivateLinkService.self) {
            let subnet = service.ipConfigurations.lazy.compactMap(\.subnet.value).first
            add("Private Link service", service.resource, "ipConfigurations", in: subnet?.parent)
        }
        for machine in topology.all(VirtualMachine.self) where machine.securityType.is("ConfidentialVM") {
            let interfaces = machine.networkInterfaces.compactMap { topology.find(NetworkInterface.self, $0) }
            let network = interfaces.lazy.compactMap(\.subnets.first?.parent).first
            add("confidential machine", machine.resource, "securityProfile.securityType", in: network)
        }
        for set in topology.all(VirtualMachineScaleSet.self) where set.securityType.is("ConfidentialVM") {
            let subnets = set.networkInterfaces.flatMap(\.ipConfigurations).lazy.compactMap(\.subnet.value)
            let path = "virtualMachineProfile.securityProfile.securityType"
            add("confidential scale set", set.resource, path, in: subnets.first?.parent)
        }
        byNetwork = found
    }

    /// What stands in a network that encryption would break.
    func inside(_ network: ResourceID) -> [Blocker] { byNetwork[network, default: []] }
}

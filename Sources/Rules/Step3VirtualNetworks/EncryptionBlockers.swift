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

    /// What may be one, or may stand in a network: why that is not known, and the network where that is.
    private let doubts: [(reason: String, network: ResourceID?)]

    init(_ topology: Topology) {
        var found: [ResourceID: [Blocker]] = [:]
        var doubts: [(reason: String, network: ResourceID?)] = []
        func add(_ what: String, _ resource: Resource, _ path: String, in place: Setting<ResourceID>?) {
            if let reason = place?.reason { doubts.append((reason, nil)) }
            guard let network = place?.value else { return }
            found[network, default: []].append(Blocker(what: what, resource: resource, path: path))
        }
        /// Adds what is one only where a word says so.
        func add(
            _ blocker: Blocker,
            where word: Setting<String>,
            is expected: String,
            in place: Setting<ResourceID>?
        ) {
            if let reason = word.reason { doubts.append((reason, place?.value)) }
            guard word.is(expected) else { return }
            add(blocker.what, blocker.resource, blocker.path, in: place)
        }
        for gateway in topology.all(VirtualNetworkGateway.self) {
            let blocker = Blocker(
                what: "ExpressRoute gateway",
                resource: gateway.resource,
                path: "gatewayType"
            )
            let place = gateway.ipConfigurations.first?.subnet.network
            add(blocker, where: gateway.gatewayType, is: "ExpressRoute", in: place)
        }
        for firewall in topology.all(AzureFirewall.self) {
            let place = firewall.ipConfigurations.first?.subnet.network
            add("Azure Firewall", firewall.resource, "ipConfigurations", in: place)
        }
        for gateway in topology.all(ApplicationGateway.self) {
            let place = gateway.gatewayIPConfigurations.first?.subnet.network
            add("Application Gateway", gateway.resource, "gatewayIPConfigurations", in: place)
        }
        for resolver in topology.all(DNSResolver.self) {
            add("DNS Private Resolver", resolver.resource, "virtualNetwork", in: resolver.virtualNetwork)
        }
        for service in topology.all(PrivateLinkService.self) {
            let place = service.ipConfigurations.first?.subnet.network
            add("Private Link service", service.resource, "ipConfigurations", in: place)
        }
        for machine in topology.all(VirtualMachine.self) {
            let path = "securityProfile.securityType"
            let blocker = Blocker(what: "confidential machine", resource: machine.resource, path: path)
            let interface = machine.networkInterfaces.lazy
                .compactMap { topology.find(NetworkInterface.self, $0) }.first
            let place = interface?.ipConfigurations.first?.subnet.network
            add(blocker, where: machine.securityType, is: "ConfidentialVM", in: place)
        }
        for set in topology.all(VirtualMachineScaleSet.self) {
            let path = "virtualMachineProfile.securityProfile.securityType"
            let blocker = Blocker(what: "confidential scale set", resource: set.resource, path: path)
            let place = set.networkInterfaces.first?.ipConfigurations.first?.subnet.network
            add(blocker, where: set.securityType, is: "ConfidentialVM", in: place)
        }
        byNetwork = found
        self.doubts = doubts
    }

    /// What stands in a network that encryption would break.
    func inside(_ network: ResourceID) -> [Blocker] { byNetwork[network, default: []] }

    /// Why more may stand in a network than is known; nil where the input leaves nothing open.
    func doubt(about network: ResourceID) -> String? {
        doubts.first { $0.network == nil || $0.network == network }?.reason
    }
}

extension Setting<ResourceID> {
    /// The virtual network of the subnet it names.
    fileprivate var network: Setting<ResourceID> {
        switch self {
        case .set(let subnet): subnet.parent.map(Setting.set) ?? .absent
        case .absent: .absent
        case .unknown(let reason): .unknown(reason: reason)
        }
    }
}

import Topology

/// What stands in each virtual network, found by going through each kind once.
struct NetworkContents {
    struct Inside {
        var fittings: [ArchitectureMap.Fitting] = []
        var machines: [ResourceID] = []
        var subjects: [ResourceID] = []
    }

    /// A machine with a public address of its own.
    struct PublicMachine {
        let network: ResourceID
        let machine: ResourceID
        let interface: ResourceID
        let address: ResourceID
    }

    private var byNetwork: [ResourceID: Inside] = [:]
    private(set) var publicMachines: [PublicMachine] = []
    /// The address spaces of the sites that are known, in short.
    let onPremisesPrefixes: String
    /// Sites, circuits and ports.
    let onPremisesResources: [ResourceID]

    subscript(network: ResourceID) -> Inside { byNetwork[network, default: Inside()] }

    init(_ topology: Topology) {
        let sites = topology.all(LocalNetworkGateway.self)
        let prefixes = sites.flatMap { $0.addressSpace.map(\.text) }
        onPremisesPrefixes = prefixes.isEmpty ? "sites" : prefixes.prefix(2).joined(separator: " ")
        onPremisesResources =
            sites.map(\.id) + topology.all(ExpressRouteCircuit.self).map(\.id)
            + topology.all(ExpressRoutePort.self).map(\.id)
        for gateway in topology.all(VirtualNetworkGateway.self) {
            let isExpressRoute = gateway.gatewayType.is("ExpressRoute")
            add(
                ArchitectureMap.Fitting(
                    isExpressRoute ? .expressRouteGateway : .vpnGateway,
                    isExpressRoute ? "ER GW" : "VPN GW",
                    named: gateway.name,
                    gateway.id
                ),
                in: gateway.virtualNetwork
            )
        }
        for firewall in topology.all(AzureFirewall.self) {
            let network = firewall.ipConfigurations.lazy.compactMap(\.subnet.value).first?.parent
            let name = [firewall.skuTier.value, firewall.name].compactMap(\.self).joined(separator: " ")
            add(
                .init(.firewall, "Firewall", named: name, firewall.id),
                in: network
            )
            attach(firewall.firewallPolicy.value, to: network)
        }
        for bastion in topology.all(BastionHost.self) {
            add(
                .init(.bastion, "Bastion", named: bastion.name, bastion.id),
                in: bastion.hostNetwork
            )
        }
        for gateway in topology.all(ApplicationGateway.self) {
            let filter = gateway.firewallPolicy.value == nil ? "" : " +WAF"
            add(
                .init(.applicationGateway, "App GW\(filter)", named: gateway.name, gateway.id),
                in: gateway.subnet?.parent
            )
            attach(gateway.firewallPolicy.value, to: gateway.subnet?.parent)
        }
        for network in topology.all(VirtualNetwork.self) {
            for subnet in network.subnets {
                attach(subnet.networkSecurityGroup.value, to: network.id)
                attach(subnet.routeTable.value, to: network.id)
            }
        }
        var placed: Set<ResourceID> = []
        for interface in topology.all(NetworkInterface.self) {
            let network = interface.subnets.first?.parent
            attach(interface.id, to: network)
            attach(interface.networkSecurityGroup.value, to: network)
            guard let network, let machine = interface.virtualMachine.value else { continue }
            if placed.insert(machine).inserted {
                byNetwork[network, default: Inside()].machines.append(machine)
            }
            attach(machine, to: network)
            for configuration in interface.ipConfigurations {
                guard let address = configuration.publicIPAddress.value else { continue }
                publicMachines.append(
                    PublicMachine(
                        network: network,
                        machine: machine,
                        interface: interface.id,
                        address: address
                    )
                )
            }
        }
    }

    private mutating func add(_ fitting: ArchitectureMap.Fitting, in network: ResourceID?) {
        guard let network else { return }
        byNetwork[network, default: Inside()].fittings.append(fitting)
        attach(fitting.resource, to: network)
    }

    private mutating func attach(_ resource: ResourceID?, to network: ResourceID?) {
        guard let network, let resource else { return }
        byNetwork[network, default: Inside()].subjects.append(resource)
    }
}

import Topology

extension Control {
    /// E5-01: the way for administrators exists.
    package static let bastionReachesMachines = Control(
        id: "E5-01",
        name: "bastion-coverage",
        title: "A Bastion can reach every virtual network that has machines",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            Where no Bastion can reach, people open RDP and SSH, or give machines public addresses, because they \
            have to get their work done.
            """,
        remediation: Remediation(
            "Put a Bastion into the hub and peer the network with it, or put one into the network itself.",
            command: """
                az network bastion create -g GROUP -n BASTION --vnet-name HUB --public-ip-address PIP --sku Standard
                """
        ),
        question: "By which other way are these machines managed: a VPN, a jump host?",
        documentation: "https://learn.microsoft.com/azure/bastion/bastion-overview",
        benchmarks: [
            "mcsb": ["PA-6", "NS-3"],
            "cis-2.0": ["7.1"],
            "cis-3.0": ["8.1"],
            "cis-4.0": ["9.4.1"],
            "cis-5.0": ["8.4.1"],
            "alz": ["D05.01"],
            "nist-800-53": ["AC-2", "SC-2", "SC-7", "AC-4", "CM-7"],
            "nist-800-207": ["T3"],
        ],
        decision: .estate { topology in judgements(of: topology) },
        examples: [
            .passes("[\(machine), \(network(peer: hub)), \(bastion)]"),
            .passes("[\(machine), \(network()), \(bastion.replacing(hub, with: spoke))]"),
            .fails("[\(machine), \(network()), \(bastion)]"),
            .fails("[\(machine), \(network(peer: hub, state: "Disconnected")), \(bastion), \(hubNetwork)]"),
            .fails(
                "[\(machine), \(network(peer: hub)), \(bastion.replacing("Standard", with: "Developer")), \(hubNetwork)]"
            ),
            .passes("[\(machine), \(network()), \(bastion), \(connection(hub)), \(connection(spoke))]"),
            .unknown("[\(machine), \(network(peer: hub))]"),
            .unknown("[\(machine), \(network())]"),
            .unknown(
                "[\(machine), \(network(peer: hub).replacing("peeringState", with: "state")), \(bastion)]"
            ),
            .notApplicable("[\(network()), \(bastion)]"),
        ]
    )

    private static func judgements(of topology: Topology) -> [(Resource, Judgement)] {
        let populated = Set(topology.subnetsOfMachines.compactMap(\.parent))
        let bastions = topology.all(BastionHost.self)
        let connected = topology.resources(of: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections")
        let onWAN = Set(connected.compactMap { $0.fields.reference("remoteVirtualNetwork") })
        return topology.all(VirtualNetwork.self).filter { populated.contains($0.id) }.map {
            ($0.resource, judge($0, bastions, onWAN, topology))
        }
    }

    private static func judge(
        _ network: VirtualNetwork,
        _ bastions: [BastionHost],
        _ onWAN: Set<ResourceID>,
        _ topology: Topology
    ) -> Judgement {
        if let bastion = bastions.first(where: { $0.reaches(network, onWAN) }) {
            return .pass(
                "\(bastion.name) reaches the machines of \(network.name)",
                Proof("ipConfigurations", in: bastion.resource)
            )
        }
        for (index, peering) in network.peerings.enumerated() {
            let proof = Proof("virtualNetworkPeerings[\(index)].remoteVirtualNetwork.id")
            if let reason = peering.remoteVirtualNetwork.reason { return .unknown(reason, proof) }
            let isNearBastion = bastions.contains { $0.hostNetwork == peering.remoteVirtualNetwork.value }
            if isNearBastion, peering.peeringState.value == nil {
                let state = Proof("virtualNetworkPeerings[\(index)].peeringState", expected: "Connected")
                return .unknown(peering.peeringState.gap("peeringState of \(peering.name)") ?? "", state)
            }
            guard let remote = peering.remoteVirtualNetwork.value, topology.resource(remote) == nil else {
                continue
            }
            return .unknown(
                "\(network.name) is peered with \(remote.name), which the input does not hold",
                proof
            )
        }
        guard !bastions.isEmpty else {
            return .unknown(
                """
                The input holds no Bastion: if there is one that reaches \(network.name), \
                export microsoft.network/bastionhosts
                """,
                Proof("virtualNetworkPeerings", expected: "a peering with a network that has a Bastion")
            )
        }
        return .fail(
            "No Bastion reaches the machines of \(network.name)",
            Proof("virtualNetworkPeerings", expected: "a peering with a network that has a Bastion")
        )
    }

    private static let spoke =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/spoke"
    private static let hub =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/hub"
    private static let hubNetwork = #"{"id": "\#(hub)", "type": "Microsoft.Network/virtualNetworks"}"#

    private static let machine = """
        {"id": "/nics/nic", "type": "Microsoft.Network/networkInterfaces", "properties": {
          "virtualMachine": {"id": "/vms/vm"},
          "ipConfigurations": [{"name": "one", "properties": {"subnet": {"id": "\(spoke)/subnets/web"}}}]}}
        """

    private static let bastion = """
        {"id": "/bastions/bas", "name": "bas", "type": "Microsoft.Network/bastionHosts", "sku": {"name": "Standard"},
         "properties": {"enableIpConnect": true, "ipConfigurations": [{"name": "one", "properties": {
           "subnet": {"id": "\(hub)/subnets/AzureBastionSubnet"}}}]}}
        """

    private static func network(peer: String? = nil, state: String = "Connected") -> String {
        let peering = peer.map {
            #"{"name": "to-hub", "properties": {"peeringState": "\#(state)", "remoteVirtualNetwork": {"id": "\#($0)"}}}"#
        }
        return """
            {"id": "\(spoke)", "name": "spoke", "type": "Microsoft.Network/virtualNetworks",
             "properties": {"virtualNetworkPeerings": [\(peering ?? "")]}}
            """
    }

    private static func connection(_ network: String) -> String {
        """
        {"id": "/hubs/h/hubVirtualNetworkConnections/\(network.split(separator: "/").last ?? "")",
         "type": "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections",
         "properties": {"remoteVirtualNetwork": {"id": "\(network)"}}}
        """
    }
}

extension BastionHost {
    /// Whether its sessions reach the machines of a network.
    ///
    /// That is its own network, one peered with it, or by address one that the same Virtual WAN connects. The Developer SKU stays in its own network (azure-semantics 7.3).
    fileprivate func reaches(_ network: VirtualNetwork, _ onWAN: Set<ResourceID>) -> Bool {
        guard let home = hostNetwork else { return false }
        if home == network.id { return true }
        guard !skuName.is("Developer") else { return false }
        let isPeered = network.peerings.contains {
            $0.remoteVirtualNetwork.value == home && $0.peeringState.is("Connected")
        }
        return isPeered
            || (enableIPConnect.value == true && onWAN.contains(home) && onWAN.contains(network.id))
    }
}

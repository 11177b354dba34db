import Topology

extension Control {
    /// W-06: what cannot stand in the hub stands beside it.
    package static let sharedServicesSpoke = Control(
        id: "W-06",
        name: "vwan-shared-services",
        title: "Bastion, name servers and directories stand in a network of their own beside the hub",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualHub.types + HubVirtualNetworkConnection.types,
        why: """
            Nothing of your own can be put into a virtual hub. Where no network is meant for shared services, each \
            workload brings a Bastion and a name server along, and each of them is kept differently.
            """,
        remediation: Remediation(
            "Connect a network to the hub that holds Bastion, the DNS resolver and the domain controllers.",
            command: "az network vhub connection create -g RG --vhub-name HUB -n shared --remote-vnet VNET-ID"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-4-secure-your-spoke-vnets",
        benchmarks: ["mcsb": ["NS-10"], "nist-800-53": ["SC-20", "SC-21"]],
        decision: .estate { topology in
            let bastions = topology.all(BastionHost.self).map { ($0.resource, $0.hostNetwork) }
            let resolvers = topology.all(DNSResolver.self).map { ($0.resource, $0.virtualNetwork.value) }
            return topology.all(VirtualHub.self).filter { !$0.isRouteServer }.map { hub in
                (hub.resource, judge(hub, bastions + resolvers, topology))
            }
        },
        examples: [
            .fails(connected(ExampleRows.network("vnet-app", "10.1.0.0/16"))),
            .fails(connected(ExampleRows.network("vnet-app", "10.1.0.0/16"), bastion(in: "vnet-other"))),
            .passes(connected(ExampleRows.network("vnet-app", "10.1.0.0/16"), bastion(in: "vnet-app"))),
            .passes(connected(resolver)),
            .unknown(connected(bastion(in: "vnet-other"))),
            .unknown(
                connected(ExampleRows.network("vnet-app", "10.1.0.0/16"), BastionEstate.bastion("Standard"))
            ),
            .unknown(WANEstate.hub()),
            .notApplicable(WANEstate.routeServer),
        ]
    )

    private static func judge(
        _ hub: VirtualHub,
        _ services: [(Resource, ResourceID?)],
        _ topology: Topology
    ) -> Judgement {
        let connections = topology.all(HubVirtualNetworkConnection.self, below: hub.id)
        guard !connections.isEmpty else {
            return .unknown("the input holds no connections of \(hub.name) to networks", Proof("id"))
        }
        let networks = Set(connections.compactMap(\.remoteVirtualNetwork.value))
        let links = connections.map { Proof("remoteVirtualNetwork", in: $0.resource) }
        if let (service, network) = services.first(where: { $1.map(networks.contains) == true }) {
            let place = network.map { String($0.name) } ?? ""
            return .pass(
                "\(place), which is connected to \(hub.name), holds \(service.name)",
                [Proof("id", in: service)] + links
            )
        }
        if let (service, _) = services.first(where: { $1 == nil }) {
            return .unknown(
                "the input does not say in which network \(service.name) stands",
                Proof("id", in: service)
            )
        }
        let missing = connections.first { topology.find(VirtualNetwork.self, $0.remoteVirtualNetwork) == nil }
        if let missing {
            return .unknown(
                "the input does not hold the network of \(missing.name)",
                Proof("remoteVirtualNetwork", in: missing.resource)
            )
        }
        return .fail("No network at \(hub.name) holds a Bastion or a DNS resolver", links)
    }

    private static func connected(_ rows: String...) -> String {
        "[\(([WANEstate.hub(), WANEstate.connection(to: "vnet-app")] + rows).joined(separator: ",\n "))]"
    }

    private static func bastion(in network: String) -> String {
        BastionEstate.bastion("Standard", ExampleRows.addresses(in: network, "AzureBastionSubnet"))
    }

    private static let resolver = ExampleRows.row(
        "dnsResolvers",
        "dnspr",
        ExampleRows.link("virtualNetwork", "virtualNetworks", "vnet-app")
    )
}

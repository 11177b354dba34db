import Topology

extension Control {
    /// S2-06: whoever is at the other end is inside.
    package static let peersAreKnown = Control(
        id: "S2-06",
        name: "peering-owners",
        title: "Peerings lead to networks of one's own subscriptions and tenant",
        severity: .high,
        principles: [.leastPrivilege],
        types: VirtualNetwork.types,
        why: """
            A peered network counts as inside: the tag VirtualNetwork covers it, and so does every rule that uses \
            it. If nobody here runs it, somebody unknown decides what comes from there.
            """,
        remediation: Remediation(
            "Find out whose network it is, and delete the peering unless it is meant.",
            command: "az network vnet peering delete -g GROUP --vnet-name VNET -n PEERING"
        ),
        question: "Whose is the network at the other end?",
        documentation: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
        benchmarks: [
            "mcsb": ["NS-1", "AM-1"], "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-8", "PM-5"],
        ],
        decision: .networks { layout in
            let inventory = SubscriptionInventory(layout.topology)
            let joined = Set(
                layout.topology.all(HubVirtualNetworkConnection.self).compactMap(\.remoteVirtualNetwork.value)
            )
            return layout.networks.filter { !$0.peerings.isEmpty }.map { network in
                let parts = network.peerings.map {
                    judge($0, of: network, inventory, isInHub: joined.contains(network.id))
                }
                return (
                    network.resource, .combining(parts, pass: "The peers of \(network.name) are known")
                )
            }
        },
        examples: [
            .passes(estate(to: "s")),
            .passes(estate(to: "t", subscription("s"), subscription("t"))),
            .passes(
                estate(
                    to: "microsoft",
                    name: "HV_vhub_1",
                    subscription("s"),
                    ExampleRows.row(
                        "virtualHubs/h/hubVirtualNetworkConnections",
                        "c",
                        ExampleRows.link("remoteVirtualNetwork", "virtualNetworks", "vnet-a")
                    )
                    .replacing(
                        "virtualHubs/h/hubVirtualNetworkConnections\"",
                        with: "virtualHubs/hubVirtualNetworkConnections\""
                    )
                )
            ),
            .fails(estate(to: "t", subscription("s"))),
            .fails(estate(to: "t", name: "HV_vhub_1", subscription("s"))),
            .fails(estate(to: "t", subscription("s", tenant: "one"), subscription("t", tenant: "two"))),
            .unknown(estate(to: "t")),
            .unknown(
                estate(to: "s").replacing(
                    #""\#(remote("s", "vnet-b"))""#,
                    with: #"{"$symbolic": "[parameters('hub')]"}"#
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
        ]
    )

    private static func judge(
        _ peering: VirtualNetworkPeering,
        of network: VirtualNetwork,
        _ inventory: SubscriptionInventory,
        isInHub: Bool
    ) -> Judgement {
        let name = "\(peering.name) of \(network.name)"
        let proof = network.proof(
            "remoteVirtualNetwork.id",
            of: peering,
            expected: "a network of one's own subscriptions"
        )
        guard let remote = peering.remoteVirtualNetwork.value else {
            return .unknown(peering.remoteVirtualNetwork.gap("remote network of \(name)") ?? "", proof)
        }
        // The network of a hub of a Virtual WAN lies in a subscription of Microsoft's.
        if isInHub, remote.name.hasPrefix("HV_") { return .pass("\(name) leads to its hub", proof) }
        let subscription = remote.subscription.map(String.init) ?? "?"
        return switch inventory.owner(of: remote, from: network.id) {
        case .own: .pass("\(name) leads to a subscription of one's own", proof)
        case .stranger:
            .fail(
                "\(name) leads to \(remote.name) in the subscription \(subscription), which is not listed",
                proof
            )
        case .otherTenant: .fail("\(name) leads to \(remote.name) in another tenant", proof)
        case .unknown:
            .unknown("the input lists no subscriptions, so whose \(remote.name) is stays open", proof)
        }
    }

    private static func remote(_ subscription: String, _ name: String) -> String {
        "/subscriptions/\(subscription)/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/\(name)"
    }

    private static func estate(to subscription: String, name: String = "vnet-b", _ rows: String...) -> String
    {
        let peering = """
            {"name": "p", "properties": {"remoteVirtualNetwork": {"id": "\(remote(subscription, name))"}}}
            """
        let network = ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: [peering])
        return "[\(([network] + rows).joined(separator: ", "))]"
    }

    private static func subscription(_ number: String, tenant: String = "one") -> String {
        """
        {"id": "/subscriptions/\(number)", "name": "\(number)", "type": "Microsoft.Resources/subscriptions",
         "tenantId": "\(tenant)", "properties": {}}
        """
    }
}

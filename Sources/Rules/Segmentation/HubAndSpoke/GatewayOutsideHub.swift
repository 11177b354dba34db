import Topology

extension Control {
    /// S3-11: workloads do not stand in the hub.
    package static let gatewayOutsideHub = Control(
        id: "S3-11",
        name: "appgw-outside-hub",
        title: "Application gateways stand in a spoke or in a network of their own",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: ApplicationGateway.types,
        why: """
            The hub belongs to the network team and to everybody; a gateway belongs to an application, and \
            changes with it. The reference figures draw it in both places, so this is advice.
            """,
        remediation: Remediation(
            "Deploy the gateway anew in the network of its application, and route its backends through the firewall.",
            command: """
                az network application-gateway create -g GROUP -n NEW-GATEWAY --vnet-name SPOKE --subnet SUBNET \
                --sku WAF_v2 --priority 100
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking#why-azure-firewall-premium",
        benchmarks: ["alz": ["A01.07", "D05.05"]],
        decision: .networks { layout in
            let topology = layout.topology
            // A firewall or a gateway whose place is not known may make any network a hub.
            let firewalls = topology.all(AzureFirewall.self).lazy.flatMap(\.ipConfigurations)
            let gateways = topology.all(VirtualNetworkGateway.self).lazy.flatMap(\.ipConfigurations)
            let unplaced =
                firewalls.compactMap(\.subnet.reason).first ?? gateways.compactMap(\.subnet.reason).first
            return topology.all(ApplicationGateway.self).map { ($0.resource, judge($0, layout, unplaced)) }
        },
        examples: [
            .passes(estate("spoke")),
            .fails(estate("hub")),
            .unknown(estate("elsewhere")),
            .unknown(ExampleRows.row("applicationGateways", "gw", #""sku": {"tier": "WAF_v2"}"#)),
            .notApplicable(ExampleRows.network("hub", "10.0.0.0/16")),
        ]
    )

    private static func judge(
        _ gateway: ApplicationGateway,
        _ layout: NetworkLayout,
        _ unplaced: String?
    ) -> Judgement {
        let proof = Proof("gatewayIPConfigurations[0].subnet.id", expected: "a subnet outside the hub")
        guard let network = layout.network(gateway.subnet?.parent) else {
            let reason = gateway.gatewayIPConfigurations.lazy.compactMap(\.subnet.reason).first
            return .unknown(reason ?? "the input does not hold the network of \(gateway.name)", proof)
        }
        if layout.isHub(network.id) {
            return .fail("\(gateway.name) stands in the hub \(network.name)", proof)
        }
        return unplaced.map { .unknown($0, proof) }
            ?? .pass("\(gateway.name) stands in \(network.name), which is no hub", proof)
    }

    private static func estate(_ network: String) -> String {
        let subnet = #"{"id": "\#(ExampleRows.group)/virtualNetworks/\#(network)/subnets/gw"}"#
        return ExampleRows.estate(
            ExampleRows.network("hub", "10.0.0.0/16"),
            ExampleRows.network("spoke", "10.1.0.0/16"),
            ExampleRows.firewall(in: "hub"),
            ExampleRows.row(
                "applicationGateways",
                "gw",
                #""gatewayIPConfigurations": [{"name": "g", "properties": {"subnet": \#(subnet)}}]"#
            )
        )
    }
}

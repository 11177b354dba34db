import Topology

extension Control {
    /// E2-16: the tunnel outlives a machine and a building.
    package static let gatewayIsRedundant = Control(
        id: "E2-16",
        name: "vpn-gateway-redundancy",
        title: "VPN gateways span zones and run active-active",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types,
        why: """
            When the only gateway is down, people reach for whatever still works: a public address, a rule opened \
            for the night. A gateway that stays up gives them no reason to.
            """,
        remediation: Remediation(
            "Resize the gateway to a SKU that spans zones, give it a second public address and make it active-active.",
            command: """
                az network vnet-gateway update -g RG -n GATEWAY --sku VpnGw2AZ && \
                az network vnet-gateway update -g RG -n GATEWAY --set activeActive=true \
                --public-ip-addresses FIRST SECOND
                """
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-legacy\
            #step-3-review-your-hybrid-connectivity-services
            """,
        benchmarks: ["alz": ["D06.09"]],
        decision: .each { resource, topology in
            GatewayForVPN.judge(resource) { _ in
                topology.find(VirtualNetworkGateway.self, resource.id).map(judge)
            }
        },
        examples: [
            .fails(GatewayForVPN.estate(#""sku": {"name": "VpnGw2"}, "activeActive": true"#)),
            .fails(GatewayForVPN.estate(#""sku": {"name": "VpnGw2AZ"}, "activeActive": false"#)),
            .passes(GatewayForVPN.estate(#""sku": {"name": "VpnGw2AZ"}, "activeActive": true"#)),
            .passes(GatewayForVPN.estate(#""sku": {"tier": "vpngw5az"}, "activeActive": true"#)),
            .unknown(GatewayForVPN.estate(#""sku": {"name": "VpnGw2AZ"}"#)),
            .unknown(GatewayForVPN.estate(#""activeActive": true"#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    private static func judge(_ gateway: VirtualNetworkGateway) -> Judgement {
        let size = Proof("sku.name", expected: "a SKU that ends in AZ")
        let sku = gateway.skuName.value == nil ? gateway.skuTier : gateway.skuName
        let pair = Proof("activeActive", expected: "true")
        let addresses = Proof("ipConfigurations")
        return .combining(
            [
                sku.judged(by: size, of: gateway.name) {
                    $0.lowercased().hasSuffix("az")
                        ? .pass("\(gateway.name) spans zones", size)
                        : .fail("\(gateway.name) stands in one zone (\($0))", size)
                },
                gateway.activeActive.judged(by: pair, of: gateway.name) {
                    $0
                        ? .pass("\(gateway.name) has two active instances", pair, addresses)
                        : .fail("\(gateway.name) has one active instance", pair, addresses)
                },
            ],
            pass: "\(gateway.name) spans zones and runs active-active"
        )
    }
}

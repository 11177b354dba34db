import Topology

extension Control {
    /// S2-04: the way to on-premises is lent by the hub and by nobody else.
    package static let gatewayTransit = Control(
        id: "S2-04",
        name: "peering-gateway-transit",
        title: "Only hubs lend their gateway to peers",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            Not using the remote gateway is a way to keep a network apart from on-premises. A spoke that offers \
            transit blurs who decides that; a spoke that uses the gateway should have a need for it.
            """,
        remediation: Remediation(
            "Take allowGatewayTransit off the spokes, and useRemoteGateways off those with no need for it.",
            command: """
                az network vnet peering update -g RG --vnet-name SPOKE -n PEERING \
                --set allowGatewayTransit=false useRemoteGateways=false
                """
        ),
        question: "Which spokes need on-premises?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation\
            #on-premises-network-boundary
            """,
        benchmarks: ["mcsb": ["NS-1", "NS-9"], "nist-800-53": ["AC-4", "SC-2", "SC-7", "CA-3", "AC-17"]],
        decision: .networks { layout in
            PeeringFlags.judge(layout, pass: { "\($0.name) lends no gateway, or is a hub" }) {
                peering,
                network in
                let name = "\(peering.name) of \(network.name)"
                let transit = network.proof("allowGatewayTransit", of: peering, expected: "false")
                let uses = network.proof("useRemoteGateways", of: peering)
                switch (peering.allowGatewayTransit, peering.useRemoteGateways) {
                case (.set(true), _) where !layout.isHub(network.id):
                    return .fail(
                        "The spoke \(network.name) offers gateway transit to \(peering.name)",
                        transit
                    )
                case (.set, .set): return .pass("\(name) lends no gateway, or is a hub's", transit, uses)
                case (.set, let other):
                    return .unknown("\(name): \(other.gap("useRemoteGateways") ?? "")", uses)
                case (let other, _):
                    return .unknown("\(name): \(other.gap("allowGatewayTransit") ?? "")", transit)
                }
            }
        },
        examples: [
            .fails(PeeringFlags.estate(toHub: borrows, toSpoke: lends)),
            .passes(PeeringFlags.estate(toHub: borrows, toSpoke: neither)),
            .unknown(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-a",
                        "10.1.0.0/16",
                        peerings: [ExampleRows.peering(to: "vnet-b")]
                    )
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
        ]
    )

    private static let borrows = #""allowGatewayTransit": false, "useRemoteGateways": true"#
    private static let lends = #""allowGatewayTransit": true, "useRemoteGateways": false"#
    private static let neither = #""allowGatewayTransit": false, "useRemoteGateways": false"#
}

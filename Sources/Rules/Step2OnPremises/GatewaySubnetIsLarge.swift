import Topology

extension Control {
    /// E2-15: room for a second gateway.
    package static let gatewaySubnetIsLarge = Control(
        id: "E2-15",
        name: "gateway-subnet-size",
        title: "The GatewaySubnet is a /27 or larger",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: Subnet.types,
        why: """
            A VPN gateway that is to encrypt a circuit stands in the same subnet as the ExpressRoute gateway. Where \
            there is no room for both, everything has to be torn down first, and encryption waits.
            """,
        remediation: Remediation(
            "Widen the subnet if the addresses beside it are free; else make it anew with its gateways.",
            command: """
                az network vnet subnet update -g RG --vnet-name HUB -n GatewaySubnet --address-prefixes PREFIX/27
                """
        ),
        documentation:
            "https://github.com/Azure/review-checklists/blob/main/checklists/alz_checklist.en.json",
        benchmarks: ["alz": ["D09.01"]],
        decision: .estate { topology in
            topology.subnets.filter { $0.reservedFor == .gateway }.map {
                ($0.resource, $0.judgeSize(atMost: 27))
            }
        },
        examples: [
            .fails(subnet("10.0.0.0/28")),
            .passes(subnet("10.0.0.0/27")),
            .passes(subnet("10.0.0.0/26")),
            .unknown(subnet("ten")),
            .unknown(subnet("10.0.0.0/27").replacing("addressPrefix\"", with: "prefix\"")),
            .notApplicable(
                ExampleRows.network("v", "10.0.0.0/16", subnets: [ExampleRows.subnet("web", "10.0.1.0/28")])
            ),
        ]
    )

    private static func subnet(_ prefix: String) -> String {
        ExampleRows.network("v", "10.0.0.0/16", subnets: [ExampleRows.subnet("GatewaySubnet", prefix)])
    }
}

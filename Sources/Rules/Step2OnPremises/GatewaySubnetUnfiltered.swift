import Topology

extension Control {
    /// E2-14: nothing filters inside the gateway's own subnet.
    package static let gatewaySubnetUnfiltered = Control(
        id: "E2-14",
        name: "gateway-subnet-nsg",
        title: "The GatewaySubnet carries no network security group",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks/subnets"],
        why: """
            Azure does not support a security group there: it can cut the gateway off from its own management, \
            and the tunnels go down. Filter in the spokes and at the firewall instead.
            """,
        remediation: Remediation(
            "Take the security group off the GatewaySubnet.",
            command: """
                az network vnet subnet update -g RG --vnet-name HUB -n GatewaySubnet --remove networkSecurityGroup
                """
        ),
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways",
        benchmarks: ["policy": ["35f9c03a-cc27-418e-9c0c-539ff999d010"]],
        decision: .estate { topology in
            topology.subnets.filter { $0.reservedFor == .gateway }.map { ($0.resource, judge($0)) }
        },
        examples: [
            .fails(subnetEstate(ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg-gw"))),
            .passes(subnetEstate("")),
            .unknown(subnetEstate(#""networkSecurityGroup": {"$symbolic": "[parameters('nsg')]"}"#)),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-app", "10.2.0.0/16"))),
        ]
    )

    private static func judge(_ subnet: Subnet) -> Judgement {
        let proof = Proof("networkSecurityGroup", expected: "none")
        return switch subnet.networkSecurityGroup {
        case .set(let group): .fail("\(group.name) filters the GatewaySubnet of \(subnet.networkName)", proof)
        case .absent: .pass("Nothing filters the GatewaySubnet of \(subnet.networkName)", proof)
        case .unknown(let reason): .unknown(reason, proof)
        }
    }

    private static func subnetEstate(_ more: String) -> String {
        ExampleRows.estate(
            ExampleRows.network(
                "vnet-hub",
                "10.0.0.0/22",
                subnets: [ExampleRows.subnet("GatewaySubnet", "10.0.0.0/26", more)]
            )
        )
    }
}

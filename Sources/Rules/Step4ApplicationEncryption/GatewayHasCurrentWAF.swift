import JSON
import Topology

extension Control {
    /// E4-09: a gateway that can filter at all.
    package static let gatewayHasCurrentWAF = Control(
        id: "E4-09",
        name: "appgw-waf-v2",
        title: "Application Gateway is of the second generation and has a web application firewall",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            The first generation is retired: it gets no fixes and may be stopped. A gateway without a firewall \
            forwards injection and scripting attacks as it forwards everything else.
            """,
        remediation: Remediation(
            "Build a WAF_v2 gateway beside the old one, move the listeners over, then remove the old one.",
            command: """
                az network application-gateway create -g GROUP -n GATEWAY --sku WAF_v2 --waf-policy POLICY \
                --priority 100 --vnet-name VNET --subnet SUBNET
                """
        ),
        question: "Does another web application firewall, such as Front Door's, stand before it?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-legacy#azure-application-gateway",
        benchmarks: [
            "mcsb": ["NS-6", "NS-8"],
            "cis-5.0": ["7.10"],
            "policy": ["564feb30-bf6a-4854-b4bb-0d2d2d1e6c66"],
            "alz": ["A01.03"],
            "nist-800-53": ["SC-7", "CM-2", "CM-6", "CM-7"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(ApplicationGatewayEstate.gateway(#""sku": {"name": "WAF_v2", "tier": "WAF_v2"}"#)),
            .fails(ApplicationGatewayEstate.gateway(#""sku": {"name": "WAF_Medium", "tier": "WAF"}"#)),
            .fails(
                ApplicationGatewayEstate.gateway(#""sku": {"name": "Standard_v2", "tier": "standard_v2"}"#)
            ),
            .unknown(ApplicationGatewayEstate.gateway(#""sku": {"capacity": 2}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        let sku = gateway.fields.object("sku")
        let tier = sku.value?.text("tier") ?? .absent
        let proof = Proof("sku.tier", expected: "WAF_v2")
        guard case .set(let word) = tier else {
            return .unknown(sku.reason ?? tier.gap("sku.tier") ?? "", proof)
        }
        switch word.lowercased() {
        case "waf_v2": return .pass("\(gateway.name) is a WAF_v2 gateway", proof)
        case "standard", "waf":
            return .fail("\(gateway.name) is of the retired first generation (\(word))", proof)
        default:
            let isPublic = gateway.fields.items("frontendIPConfigurations")
                .contains { $0.link("publicIPAddress") != .absent }
            return .fail(
                "\(gateway.name) is a \(word) gateway\(isPublic ? " on the internet" : "") without a firewall",
                proof,
                severity: isPublic ? nil : .medium
            )
        }
    }
}

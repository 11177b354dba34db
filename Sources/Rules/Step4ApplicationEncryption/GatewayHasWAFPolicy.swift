import JSON
import Topology

extension Control {
    /// E4-10: the filter of layer 7 in front of the pools.
    package static let gatewayHasWAFPolicy = Control(
        id: "E4-10",
        name: "appgw-waf-policy",
        title: "Application Gateway is guarded by a WAF policy of its own kind, not by settings inside it",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            Without a policy nothing looks at what the requests say. The older settings inside the gateway know \
            neither bot protection nor custom rules, and one policy for several gateways keeps them alike.
            """,
        remediation: Remediation(
            "Create a WAF policy and attach it to the gateway.",
            command: """
                az network application-gateway update -g GROUP -n GATEWAY --set firewallPolicy.id=POLICY-ID
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-encryption#azure-application-gateway",
        benchmarks: [
            "mcsb": ["NS-6"],
            "cis-5.0": ["7.10"],
            "policy": ["ff1f1879-a60d-4f23-9641-41e7391ec19a", "882e19a6-996f-400e-a30f-c090887254f4"],
            "alz": ["A01.51", "A01.55"],
            "nist-800-53": ["SC-7"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(ApplicationGatewayEstate.gateway(#""firewallPolicy": {"id": "/wafPolicies/w"}"#)),
            .passes(
                ApplicationGatewayEstate.gateway(
                    #""httpListeners": [{"name": "a", "properties": {"firewallPolicy": {"id": "/wafPolicies/w"}}}]"#
                )
            ),
            .fails(ApplicationGatewayEstate.gateway(#""httpListeners": [{"name": "a", "properties": {}}]"#)),
            .fails(
                ApplicationGatewayEstate.gateway(
                    #""webApplicationFirewallConfiguration": {"enabled": true, "firewallMode": "Detection"}"#
                )
            ),
            .unknown(
                ApplicationGatewayEstate.gateway(
                    #""firewallPolicy": {"id": {"$symbolic": "[reference('w').id]"}}"#
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        let fields = gateway.fields
        let proof = Proof("firewallPolicy.id", expected: "the id of a WAF policy")
        switch fields.link("firewallPolicy") {
        case .set: return .pass("\(gateway.name) is guarded by a WAF policy", proof)
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent: break
        }
        let listeners = fields.items("httpListeners").map { $0.link("firewallPolicy") }
        if !listeners.isEmpty, listeners.allSatisfy({ $0.value != nil }) {
            return .pass(
                "Every listener of \(gateway.name) has a WAF policy of its own",
                Proof("httpListeners")
            )
        }
        if let reason = listeners.lazy.compactMap(\.reason).first {
            return .unknown(reason, Proof("httpListeners"))
        }
        if fields.object("webApplicationFirewallConfiguration").value?.flag("enabled").value == true {
            return .fail(
                "\(gateway.name) has its firewall settings inside it and no WAF policy",
                proof,
                Proof("webApplicationFirewallConfiguration"),
                severity: .medium
            )
        }
        return .fail("\(gateway.name) has no web application firewall policy", proof)
    }
}

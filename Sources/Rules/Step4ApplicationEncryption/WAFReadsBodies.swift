import JSON
import Topology

extension Control {
    /// E4-14: the part of a request in which attacks travel.
    package static let wafReadsBodies = Control(
        id: "E4-14",
        name: "waf-request-body",
        title: "WAF policies look into the bodies of requests",
        severity: .medium,
        principles: [.assumeBreach],
        types: WAFPolicy.types,
        why: """
            What a form or an interface takes in stands in the body, and so does most of what is injected. \
            Without this check the rules only see the address and the headers.
            """,
        remediation: Remediation(
            "Switch the check of the request body on."
        ),
        documentation: "https://learn.microsoft.com/azure/web-application-firewall/overview",
        benchmarks: [
            "mcsb": ["NS-6"],
            "cis-5.0": ["7.14"],
            "policy": ["ca85ef9a-741d-461d-8b7a-18c2da82c666", "4598f028-de1f-4694-8751-84dceb5f86b9"],
            "zta": ["26879", "26880"],
            "alz": ["A01.38"],
            "nist-800-53": ["SC-7"],
        ],
        decision: .each { policy, _ in judge(policy) },
        examples: [
            .passes(WAFPolicy.gateway(#""policySettings": {"requestBodyCheck": true}"#)),
            .passes(WAFPolicy.frontDoor(#""policySettings": {"requestBodyCheck": "enabled"}"#)),
            .fails(WAFPolicy.gateway(#""policySettings": {"requestBodyCheck": false}"#)),
            .fails(WAFPolicy.frontDoor(#""policySettings": {"requestBodyCheck": "Disabled"}"#)),
            .unknown(WAFPolicy.gateway(#""policySettings": {"mode": "Prevention"}"#)),
            .unknown(WAFPolicy.frontDoor(#""customRules": {}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ policy: Resource) -> Judgement {
        let isFrontDoor = policy.type == WAFPolicy.frontDoorType
        let proof = Proof("policySettings.requestBodyCheck", expected: isFrontDoor ? "Enabled" : "true")
        let command =
            isFrontDoor
            ? "az network front-door waf-policy update -g GROUP -n POLICY --request-body-check Enabled"
            : """
            az network application-gateway waf-policy policy-setting update -g GROUP --policy-name POLICY \
            --request-body-check true
            """
        return policy.fields.object("policySettings").flatMap { $0.enabled("requestBodyCheck") }
            .judged(by: proof, of: policy.name) { isOn in
                isOn
                    ? .pass("\(policy.name) looks into bodies", proof)
                    : .fail("\(policy.name) does not look into the bodies of requests", proof)
            }
            .mended(by: Remediation(wafReadsBodies.remediation.text, command: command))
    }
}

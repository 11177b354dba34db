import JSON
import Topology

extension Control {
    /// E4-11: a filter that blocks.
    package static let wafBlocks = Control(
        id: "E4-11",
        name: "waf-prevention",
        title: "WAF policies are switched on and block what they recognise",
        severity: .high,
        principles: [.assumeBreach],
        types: WAFPolicy.types,
        why: """
            A policy that only detects writes the attack into a log and lets it through; it is meant for the days \
            of tuning, and many stay so for years.
            """,
        remediation: Remediation(
            "Go through what detection logged, exclude what was wrong, then set the mode to Prevention.",
            command: """
                az network application-gateway waf-policy policy-setting update -g GROUP --policy-name POLICY \
                --mode Prevention --state Enabled
                """
        ),
        question: "Is the policy still being tuned, and until when?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-visibility#azure-waf",
        benchmarks: [
            "mcsb": ["NS-6"],
            "policy": ["12430be1-6cc8-4527-a9a8-e3d38f250096", "425bea59-a659-4cbb-8d31-34499bd030b8"],
            "zta": ["25541", "25543"],
            "alz": ["A01.40"],
            "nist-800-53": ["SC-7"],
        ],
        decision: .each { policy, _ in judge(policy) },
        examples: [
            .passes(WAFPolicy.gateway(#""policySettings": {"state": "Enabled", "mode": "Prevention"}"#)),
            .passes(
                WAFPolicy.frontDoor(#""policySettings": {"enabledState": "enabled", "mode": "prevention"}"#)
            ),
            .fails(WAFPolicy.gateway(#""policySettings": {"state": "Enabled", "mode": "Detection"}"#)),
            .fails(
                WAFPolicy.frontDoor(#""policySettings": {"enabledState": "Disabled", "mode": "Prevention"}"#)
            ),
            .unknown(WAFPolicy.gateway(#""policySettings": {"mode": "Prevention"}"#)),
            .unknown(WAFPolicy.frontDoor(#""customRules": {}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ policy: Resource) -> Judgement {
        let switchName = policy.type == WAFPolicy.frontDoorType ? "enabledState" : "state"
        let wanted = [(switchName, "Enabled", "is switched off"), ("mode", "Prevention", "only detects")]
        let settings = policy.fields.object("policySettings")
        guard case .set(let fields) = settings else {
            return .unknown(settings.gap("policySettings") ?? "", Proof("policySettings"))
        }
        return .combining(
            wanted.map { name, word, fault in
                let path = "policySettings.\(name)"
                let setting = fields.text(name)
                if let gap = setting.gap(path) { return .unknown(gap, Proof(path, expected: word)) }
                return setting.is(word)
                    ? .pass("", Proof(path))
                    : .fail("\(policy.name) \(fault)", Proof(path, expected: word))
            },
            pass: "\(policy.name) blocks what it recognises"
        )
    }
}

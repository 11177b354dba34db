import JSON
import Topology

extension Control {
    /// E4-13: robots are told from people.
    package static let wafKnowsBots = Control(
        id: "E4-13",
        name: "waf-bot-protection",
        title: "WAF policies use the rule set against bots",
        severity: .medium,
        principles: [.assumeBreach],
        types: WAFPolicy.types,
        why: """
            Stolen passwords are tried by the million, and content is copied, by robots whose requests look \
            harmless one by one. Who sends them is known, but only to this rule set.
            """,
        remediation: Remediation(
            "Add the bot manager rule set to the policy; Front Door needs the Premium tier for it.",
            command: """
                az network application-gateway waf-policy managed-rule rule-set add -g GROUP --policy-name POLICY \
                --type Microsoft_BotManagerRuleSet --version 1.1
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#42-threat-protection-cloud-native-filtering-and-protection-for-known-threats",
        benchmarks: [
            "mcsb": ["NS-6"],
            "cis-5.0": ["7.15"],
            "policy": ["ebea0d86-7fbd-42e3-8a46-27e7568c2525", "27f7fb01-5fdb-44ad-954c-d582f8659533"],
            "zta": ["26882", "26884"],
            "alz": ["A01.37"],
            "nist-800-53": ["SC-7"],
        ],
        decision: .each { policy, _ in judge(policy) },
        examples: [
            .passes(rules(#"{"ruleSetType": "microsoft_botmanagerruleset", "ruleSetVersion": "1.1"}"#)),
            .passes(
                WAFPolicy.frontDoor(
                    #""managedRules": {"managedRuleSets": [{"ruleSetType": "BotProtection"}]}"#
                )
            ),
            .fails(rules(#"{"ruleSetType": "Microsoft_DefaultRuleSet", "ruleSetVersion": "2.1"}"#)),
            .fails(rules("")),
            .unknown(rules(#"{"ruleSetVersion": "1.1"}"#)),
            .unknown(WAFPolicy.frontDoor(#""policySettings": {"mode": "Prevention"}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ policy: Resource) -> Judgement {
        let list = WAFPolicy.managedRuleSets
        let proof = Proof(list, expected: "Microsoft_BotManagerRuleSet")
        return WAFPolicy.managedRuleSets(of: policy).judged(by: proof, of: policy.name) { sets in
            let types = sets.map { $0.text("ruleSetType") }
            let isFrontDoor = policy.type == WAFPolicy.frontDoorType
            let found = types.firstIndex {
                $0.is("Microsoft_BotManagerRuleSet") || isFrontDoor && $0.is("BotProtection")
            }
            if let found {
                return .pass("\(policy.name) knows bots", Proof("\(list)[\(found)].ruleSetType"))
            }
            let gap = types.lazy.compactMap { $0.gap("the type of a rule set of \(policy.name)") }.first
            return gap.map { .unknown($0, proof) }
                ?? .fail("\(policy.name) has no rule set against bots", proof)
        }
    }

    private static func rules(_ sets: String) -> String {
        WAFPolicy.gateway(#""managedRules": {"managedRuleSets": [\#(sets)]}"#)
    }
}

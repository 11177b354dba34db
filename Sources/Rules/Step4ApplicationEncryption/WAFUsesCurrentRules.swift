import JSON
import Topology

extension Control {
    /// E4-12: a filter that knows the attacks.
    package static let wafUsesCurrentRules = Control(
        id: "E4-12",
        name: "waf-managed-rules",
        title: "WAF policies use a current managed rule set",
        severity: .high,
        principles: [.assumeBreach],
        types: WAFPolicy.types,
        why: """
            The managed rules are what knows the common attacks on web applications. An old set misses what \
            was learned since, and a policy without one only knows the rules somebody wrote by hand.
            """,
        remediation: Remediation(
            "Add the newest default rule set, watch it in detection for a while, then remove the old one.",
            command: """
                az network application-gateway waf-policy managed-rule rule-set add -g GROUP --policy-name POLICY \
                --type Microsoft_DefaultRuleSet --version 2.1
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#42-threat-protection-cloud-native-filtering-and-protection-for-known-threats",
        benchmarks: [
            "mcsb": ["NS-6"],
            "zta": ["26881", "26883"],
            "alz": ["A01.45"],
            "nist-800-53": ["SC-7"],
        ],
        decision: .each { policy, _ in judge(policy) },
        examples: [
            .passes(rules(#"{"ruleSetType": "Microsoft_DefaultRuleSet", "ruleSetVersion": "2.1"}"#)),
            .passes(rules(#"{"ruleSetType": "OWASP", "ruleSetVersion": "3.2"}"#)),
            .fails(rules(#"{"ruleSetType": "OWASP", "ruleSetVersion": "3.0"}"#)),
            .fails(rules(#"{"ruleSetType": "Microsoft_BotManagerRuleSet", "ruleSetVersion": "1.0"}"#)),
            .fails(rules("")),
            .unknown(rules(#"{"ruleSetType": "Microsoft_DefaultRuleSet"}"#)),
            .unknown(WAFPolicy.frontDoor(#""policySettings": {"mode": "Prevention"}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// The rule sets that count, in lower case, with the first version that does.
    private static let current = ["microsoft_defaultruleset": [2, 0], "owasp": [3, 2]]

    private static func judge(_ policy: Resource) -> Judgement {
        let list = WAFPolicy.managedRuleSets
        let sets = WAFPolicy.managedRuleSets(of: policy)
        guard case .set(let ruleSets) = sets else { return .unknown(sets.gap(list) ?? "", Proof(list)) }
        var doubt: String?
        for (index, ruleSet) in ruleSets.enumerated() {
            let path = "\(list)[\(index)]"
            let type = ruleSet.text("ruleSetType")
            let version = ruleSet.text("ruleSetVersion")
            doubt = doubt ?? type.gap("\(path).ruleSetType")
            guard let needed = current[type.value?.lowercased() ?? ""] else { continue }
            doubt = doubt ?? version.gap("\(path).ruleSetVersion")
            let numbers = (version.value ?? "").split(separator: ".").map { Int($0) ?? 0 }
            guard needed.lexicographicallyPrecedes(numbers) || needed == numbers else { continue }
            let proofs = (Proof("\(path).ruleSetType"), Proof("\(path).ruleSetVersion"))
            return .pass("\(policy.name) uses \(type.value ?? "") \(version.value ?? "")", proofs.0, proofs.1)
        }
        if let doubt { return .unknown(doubt, Proof(list)) }
        let proof = Proof(list, expected: "Microsoft_DefaultRuleSet 2.x or OWASP 3.2")
        return .fail(
            ruleSets.isEmpty
                ? "\(policy.name) uses no managed rules"
                : "\(policy.name) uses no current set of managed rules",
            proof
        )
    }

    private static func rules(_ sets: String) -> String {
        WAFPolicy.gateway(#""managedRules": {"managedRuleSets": [\#(sets)]}"#)
    }
}

import JSON
import Topology

extension Control {
    /// E4-16: holes that were cut on purpose.
    package static let wafExceptionsAreFew = Control(
        id: "E4-16",
        name: "waf-exclusions",
        title: "WAF policies have few exclusions, and each is narrow",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: WAFPolicy.types,
        why: """
            Each exclusion and each rule that is off was added to let one application through, and lets \
            through every attack that looks like it. Nobody takes them out again unasked.
            """,
        remediation: Remediation(
            "Exclude a field from the one rule that misjudges it, not from all; remove what nobody can explain.",
            command:
                "az network application-gateway waf-policy managed-rule exclusion list -g GROUP --policy-name POLICY"
        ),
        question: "Who approved each exclusion and each rule that is off, and for which application?",
        documentation: "https://learn.microsoft.com/azure/web-application-firewall/overview",
        benchmarks: [
            "mcsb": ["NS-6"],
            "policy": ["632d3993-e2c0-44ea-a7db-2eca131f356d"],
            "nist-800-53": ["SC-7"],
        ],
        decision: .each { policy, _ in judge(policy) },
        examples: [
            .passes(policy("")),
            .passes(policy(#"{"ruleGroupName": "SQLI", "rules": [{"ruleId": "1", "state": "Enabled"}]}"#)),
            .asks(
                policy(#"{"ruleGroupName": "SQLI", "rules": [{"ruleId": "942100", "state": "Disabled"}]}"#)
            ),
            .asks(
                policy(
                    "",
                    exclusions:
                        #"{"matchVariable": "RequestCookieNames", "exclusionManagedRuleSets": [{"ruleSetType": "OWASP"}]}"#
                )
            ),
            .fails(policy("", exclusions: #"{"matchVariable": "RequestHeaderNames", "selector": "a"}"#)),
            .fails(
                policy(
                    #"{"rules": [\#((1...11).map { #"{"ruleId": "\#($0)"}"# }.joined(separator: ", "))]}"#
                )
            ),
            .unknown(WAFPolicy.gateway(#""policySettings": {}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// More exceptions than this are more than anybody remembers.
    private static let most = 10

    private static func judge(_ policy: Resource) -> Judgement {
        let list = WAFPolicy.managedRuleSets
        let sets = WAFPolicy.managedRuleSets(of: policy)
        guard case .set(let ruleSets) = sets else { return .unknown(sets.gap(list) ?? "", Proof(list)) }
        let managed = policy.fields.inner("managedRules")
        let lists =
            [managed.objects("exclusions")]
            + ruleSets.flatMap { [$0.objects("exclusions"), $0.objects("ruleGroupOverrides")] }
        if let reason = lists.lazy.compactMap(\.reason).first {
            return .unknown(reason, Proof("managedRules"))
        }
        // An exclusion that names no rules, or of a whole set, holds for all of them.
        let wide =
            managed.items("exclusions").enumerated()
            .filter { $1.items("exclusionManagedRuleSets").isEmpty }
            .map { Proof("managedRules.exclusions[\($0.offset)]", expected: "the rules it is meant for") }
            + ruleSets.enumerated().flatMap { index, ruleSet in
                ruleSet.items("exclusions").indices.map {
                    Proof("\(list)[\(index)].exclusions[\($0)]", expected: "the rules it is meant for")
                }
            }
        guard wide.isEmpty else {
            return .fail("\(policy.name) excludes parts of requests from all rules", wide)
        }
        let groups = ruleSets.flatMap { $0.items("ruleGroupOverrides") }
        let overrides = groups.flatMap { $0.items("rules") }
        let narrow =
            managed.items("exclusions").count + groups.reduce(0) { $0 + $1.items("exclusions").count }
            + overrides.reduce(0) { $0 + $1.items("exclusions").count }
        // A rule that is named without a state is off.
        let off = overrides.filter { rule in
            !["state", "enabledState"].contains { rule.text($0).is("Enabled") }
        }
        let count = narrow + off.count
        let summary = "\(policy.name) has \(narrow) exclusions and \(off.count) rules that are off"
        guard count > 0 else { return .pass("\(policy.name) has no exclusions", Proof(list)) }
        return count > most
            ? .fail(summary, Proof("managedRules", expected: "at most \(most)"))
            : .ask("\(summary). Who approved each, and for which application?", Proof("managedRules"))
    }

    private static func policy(_ overrides: String, exclusions: String = "") -> String {
        WAFPolicy.gateway(
            """
            "managedRules": {"exclusions": [\(exclusions)], "managedRuleSets": [
              {"ruleSetType": "OWASP", "ruleSetVersion": "3.2", "ruleGroupOverrides": [\(overrides)]}]}
            """
        )
    }
}

import JSON
import Topology

extension Control {
    /// E4-15: nobody may knock without end.
    package static let wafLimitsRates = Control(
        id: "E4-15",
        name: "waf-rate-limit",
        title: "WAF policies limit how many requests one client may make",
        severity: .medium,
        principles: [.assumeBreach],
        types: WAFPolicy.types,
        why: """
            A flood of requests that are valid one by one, or a list of passwords that is tried in one \
            night, breaks no rule of the managed sets. Only their number gives them away.
            """,
        remediation: Remediation(
            "Add a rule of the rate limit type that blocks; start with a threshold well above normal use."
        ),
        documentation: "https://learn.microsoft.com/azure/web-application-firewall/overview",
        benchmarks: [
            "mcsb": ["NS-5", "NS-6"],
            "policy": ["e52e8487-4a97-48ac-b3e6-1c3cef45d298"],
            "zta": ["27016", "27018"],
            "alz": ["A01.41"],
            "nist-800-53": ["SC-5", "SC-7"],
        ],
        decision: .each { policy, _ in judge(policy) },
        examples: [
            .passes(
                gateway(#"{"ruleType": "RateLimitRule", "state": "Enabled", "rateLimitThreshold": 1000}"#)
            ),
            .passes(frontDoor(#"{"ruleType": "ratelimitrule", "rateLimitThreshold": 100}"#)),
            .fails(gateway("")),
            .fails(
                gateway(#"{"ruleType": "MatchRule"}, {"ruleType": "RateLimitRule", "state": "Disabled"}"#)
            ),
            .fails(frontDoor(#"{"ruleType": "RateLimitRule", "enabledState": "Disabled"}"#)),
            .unknown(gateway(#"{"ruleType": {"$symbolic": "[variables('kind')]"}}"#)),
            .unknown(WAFPolicy.gateway(#""policySettings": {}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ policy: Resource) -> Judgement {
        let (rules, path) = WAFPolicy.customRules(of: policy)
        let proof = Proof(path, expected: "an enabled rule of the type RateLimitRule")
        return rules.judged(by: proof, of: policy.name) { rules in
            var doubt: String?
            for (index, rule) in rules.enumerated() {
                let type = rule.text("ruleType")
                let state = WAFPolicy.isEnabled(rule)
                if type.is("RateLimitRule"), state == .set(true) {
                    return .pass("\(policy.name) limits rates", Proof("\(path)[\(index)].rateLimitThreshold"))
                }
                let mayLimit = type.is("RateLimitRule") || type.value == nil
                doubt = doubt ?? (mayLimit ? state.reason ?? type.gap("ruleType of rule \(index)") : nil)
            }
            if let doubt { return .unknown(doubt, proof) }
            return .fail("\(policy.name) limits nobody's number of requests", proof).mended(by: limit(policy))
        }
    }

    private static func limit(_ policy: Resource) -> Remediation {
        let isFrontDoor = policy.type == WAFPolicy.frontDoorType
        return Remediation(
            wafLimitsRates.remediation.text,
            command: isFrontDoor
                ? """
                az network front-door waf-policy rule create -g GROUP --policy-name POLICY -n RateLimit --priority 10 \
                --rule-type RateLimitRule --rate-limit-threshold 1000 --rate-limit-duration 1 --action Block
                """
                : """
                az network application-gateway waf-policy custom-rule create -g GROUP --policy-name POLICY \
                -n RateLimit --priority 10 --rule-type RateLimitRule --action Block --rate-limit-threshold 1000 \
                --rate-limit-duration OneMin --group-by-user-session '[{"groupByVariables": [{"variableName": "ClientAddr"}]}]'
                """
        )
    }

    private static func gateway(_ rules: String) -> String {
        WAFPolicy.gateway(#""customRules": [\#(rules)]"#)
    }

    private static func frontDoor(_ rules: String) -> String {
        WAFPolicy.frontDoor(#""customRules": {"rules": [\#(rules)]}"#)
    }
}

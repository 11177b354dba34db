import Topology

extension Control {
    /// D-07: malware asks for the name of its master first.
    package static let dnsQuestionsAreGuarded = Control(
        id: "D-07",
        name: "dns-security-policy",
        title: "A DNS security policy blocks bad names in every network and keeps the questions",
        severity: .medium,
        principles: [.assumeBreach],
        types: VirtualNetwork.types + DNSResolverPolicy.types + DNSSecurityRule.types
            + DNSResolverPolicyLink.types,
        why: """
            Names are open to every machine, so what was broken into speaks through them when nothing else gets \
            out. A policy at the network blocks known names and writes down who asked for what.
            """,
        remediation: Remediation(
            "Create a policy in the region, with a rule that blocks, link every network, and keep its logs.",
            command: "az dns-resolver policy create -g GROUP -n POLICY -l REGION"
        ),
        documentation: "https://learn.microsoft.com/azure/dns/dns-security-policy",
        benchmarks: [
            "mcsb": ["NS-10", "LT-4"],
            "nist-800-53": ["SC-20", "SC-21", "AU-3", "AU-6", "AU-12", "SI-4"],
        ],
        decision: .estate { topology in
            let links = topology.all(DNSResolverPolicyLink.self)
            let linked = Dictionary(grouping: links) { $0.virtualNetwork.value ?? ResourceID("") }
            let policies = topology.all(DNSResolverPolicy.self)
            let collection = LogCollection(topology)
            let judged = Dictionary(
                policies.map { ($0.id, judge($0, collection, topology)) },
                uniquingKeysWith: { first, _ in first }
            )
            let showsDNS = showsDNS(topology)
            return topology.all(VirtualNetwork.self).map {
                ($0.resource, judge($0, linked[$0.id, default: []], links, judged, showsDNS: showsDNS))
            }
        },
        examples: [
            .passes(policyEstate()),
            .passes(policyEstate(rule: policyRule("Alert"))),
            .fails(policyEstate(rule: policyRule("Allow"))),
            .fails(policyEstate(rule: policyRule("Block", state: "Disabled"))),
            .fails(policyEstate(rule: nil, beside: policyRule("Block", of: "other"))),
            .fails(policyEstate(links: "vnet-other")),
            .fails(policyEstate(category: "Other")),
            .fails(
                ExampleRows.estate(
                    ExampleRows.network("vnet", "10.1.0.0/16"),
                    ExampleRows.row("privateDnsZones", "contoso.com", "")
                )
            ),
            .unknown(policyEstate(rule: nil)),
            .unknown(policyEstate(links: nil)),
            .unknown(policyEstate(category: nil)),
            .unknown(ExampleRows.estate(ExampleRows.network("vnet", "10.1.0.0/16"))),
            .notApplicable("[]"),
        ]
    )

    /// Whether the export reached what Azure keeps of names; else a policy would be missing in it as well.
    private static func showsDNS(_ topology: Topology) -> Bool {
        topology.types.contains { type in
            let text = type.text.lowercased()
            return text.hasPrefix("microsoft.network/privatednszones")
                || text.hasPrefix("microsoft.network/dnsresolver")
        }
    }

    private static func judge(
        _ network: VirtualNetwork,
        _ mine: [DNSResolverPolicyLink],
        _ links: [DNSResolverPolicyLink],
        _ policies: [ResourceID: Judgement],
        showsDNS: Bool
    ) -> Judgement {
        let own = Proof("id", expected: "a link from a DNS resolver policy")
        let judged = mine.map { link -> Judgement in
            link.id.parent.flatMap { policies[$0] }
                ?? .unknown(
                    "the input does not hold the policy of the link \(link.name)",
                    Proof("id", in: link.resource)
                )
        }
        guard judged.isEmpty else { return .combining(judged, pass: "\(network.name) is under a DNS policy") }
        if let reason = links.lazy.compactMap(\.virtualNetwork.reason).first { return .unknown(reason, own) }
        if !policies.isEmpty, links.isEmpty {
            return .unknown("the input holds DNS policies and none of their links", own)
        }
        return showsDNS
            ? .fail("No DNS policy guards \(network.name)", own)
            : .unknown("the input holds nothing of DNS, so no policies either", own)
    }

    /// Judges what a policy does for the networks under it.
    private static func judge(
        _ policy: DNSResolverPolicy,
        _ collection: LogCollection,
        _ topology: Topology
    ) -> Judgement {
        let rules = topology.all(DNSSecurityRule.self, below: policy.id)
        let own = Proof("id", expected: "a rule that blocks or alerts", in: policy.resource)
        let judged = rules.map { rule -> Judgement in
            let action = Proof("action.actionType", expected: "Block or Alert", in: rule.resource)
            let state = Proof("dnsSecurityRuleState", expected: "Enabled", in: rule.resource)
            return rule.state.judged(by: state, of: rule.name) { word in
                guard rule.state.is("Enabled") else {
                    return .fail("The rule \(rule.name) of \(policy.name) is \(word.lowercased())", state)
                }
                return rule.action.judged(by: action, of: rule.name) {
                    rule.action.is("Block", "Alert")
                        ? .pass("\(rule.name) of \(policy.name) guards", action)
                        : .fail(
                            "The rule \(rule.name) of \(policy.name) does no more than \($0.lowercased())",
                            action
                        )
                }
            }
        }
        let isShown = !topology.resources(of: DNSSecurityRule.types[0]).isEmpty
        let guarding =
            judged.first { $0.outcome == .pass } ?? judged.first { $0.outcome == .unknown } ?? judged.first
            ?? (isShown
                ? .fail("\(policy.name) has no rule", own)
                : .unknown("the input holds no rules of DNS policies", own))
        let logs = collection.judge(policy.resource, ["DnsResponse"])
        let shown = Judgement(
            outcome: logs.outcome,
            message: logs.message,
            evidence: logs.evidence.map {
                Proof($0.path, expected: $0.expected, in: $0.resource ?? policy.resource)
            },
            severity: nil
        )
        return .combining([guarding, shown], pass: "\(policy.name) guards and keeps questions for names")
    }

    private static let policy = "\(ExampleRows.group)/dnsResolverPolicies/dnsp"

    private static func policyRule(
        _ action: String,
        state: String = "Enabled",
        of policy: String = "dnsp"
    ) -> String {
        """
        {"id": "\(ExampleRows.group)/dnsResolverPolicies/\(policy)/dnsSecurityRules/r", "name": "r",
         "type": "Microsoft.Network/dnsResolverPolicies/dnsSecurityRules",
         "properties": {"action": {"actionType": "\(action)"}, "dnsSecurityRuleState": "\(state)"}}
        """
    }

    private static func policyEstate(
        rule: String? = policyRule("Block"),
        links network: String? = "vnet",
        category: String? = "DnsResponse",
        beside other: String? = nil
    ) -> String {
        let link = network.map { name in
            """
            {"id": "\(policy)/virtualNetworkLinks/l", "name": "l",
             "type": "Microsoft.Network/dnsResolverPolicies/virtualNetworkLinks",
             "properties": {\(ExampleRows.link("virtualNetwork", "virtualNetworks", name))}}
            """
        }
        let setting = category.map { name in
            """
            {"id": "\(policy)/providers/Microsoft.Insights/diagnosticSettings/d", "name": "d",
             "type": "Microsoft.Insights/diagnosticSettings", "properties": {
               "workspaceId": "/law", "logs": [{"category": "\(name)", "enabled": true}]}}
            """
        }
        let fixed = [
            ExampleRows.network("vnet", "10.1.0.0/16"), ExampleRows.row("dnsResolverPolicies", "dnsp", ""),
        ]
        let rows = fixed + [rule, link, setting, other].compactMap(\.self)
        return "[\(rows.joined(separator: ", "))]"
    }
}

import Topology

extension Control {
    /// S3-08: a firewall that still decides.
    package static let firewallRulesAreNarrow = Control(
        id: "S3-08",
        name: "firewall-narrow-rules",
        title: "Firewall rules allow neither everything to everything nor translation from anywhere",
        severity: .high,
        principles: [.leastPrivilege],
        types: RuleCollectionGroup.types,
        why: """
            A firewall denies what no rule allows. One rule for any source, destination and port takes that away \
            for everything behind it.
            """,
        remediation: Remediation(
            "Replace the rule by rules for the flows that are used; limit the sources of translations.",
            command: """
                az network firewall policy rule-collection-group collection rule update -g GROUP \
                --policy-name POLICY --rule-collection-group-name GROUP-NAME --collection-name COLLECTION -n RULE
                """
        ),
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking",
        benchmarks: [
            "mcsb": ["NS-3"],
            "alz": ["D07.13"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .each { resource, topology in
            topology.find(RuleCollectionGroup.self, resource.id).map(judge)
        },
        examples: [
            .passes(FirewallRuleEstate.network(source: "10.0.0.0/16", destination: "*", ports: "443")),
            .passes(FirewallRuleEstate.network(source: "*", destination: "*", ports: "*", action: "Deny")),
            .passes(FirewallRuleEstate.translation(source: "203.0.113.7", port: "443")),
            .fails(FirewallRuleEstate.network(source: "*", destination: "0.0.0.0/0", ports: "*")),
            .fails(FirewallRuleEstate.network(source: "*", destination: "*", ports: "1-65535")),
            .fails(FirewallRuleEstate.translation(source: "*", port: "443")),
            .unknown(FirewallRuleEstate.network(source: "*", destination: "*", ports: "*", action: "?")),
            .unknown(
                #"{"id": "/policies/p/ruleCollectionGroups/g", "type": "\#(RuleCollectionGroup.types[0])"}"#
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ group: RuleCollectionGroup) -> Judgement {
        if let gap = group.resource.fields.array("ruleCollections").gap("ruleCollections of \(group.name)") {
            return .unknown(gap, Proof("ruleCollections"))
        }
        let parts = group.placedRules.compactMap { collection, rule, path -> Judgement? in
            let name = rule.name.value ?? path
            let fromAnywhere = rule.sourceAddresses.contains(where: \.isInternet)
            if rule.isTranslation, fromAnywhere {
                let proof = Proof("\(path).sourceAddresses", expected: "addresses you know")
                return .fail("\(name) translates packets from anywhere", proof, severity: .medium)
            }
            guard rule.ruleType.is("NetworkRule"), fromAnywhere,
                rule.destinationAddresses.contains(where: \.isInternet),
                rule.destinationPorts.contains(where: \.isEverything)
            else { return nil }
            guard collection.action.is("Allow", "Deny") else {
                return .unknown("the action for \(name) cannot be read", Proof("ruleCollections"))
            }
            guard collection.action.is("Allow") else { return nil }
            let proofs = ["sourceAddresses", "destinationAddresses", "destinationPorts"].map {
                Proof("\(path).\($0)")
            }
            return .fail("\(name) allows everything to everything", proofs)
        }
        return .combining(parts, pass: "The rules of \(group.name) are narrow")
    }
}

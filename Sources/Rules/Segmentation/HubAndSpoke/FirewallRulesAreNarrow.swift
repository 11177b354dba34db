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
        return .combining(group.placedRules.compactMap(judge), pass: "The rules of \(group.name) are narrow")
    }

    private static func judge(_ placed: RuleCollectionGroup.PlacedRule) -> Judgement? {
        let (rule, path) = (placed.rule, placed.path)
        let name = rule.name.value ?? path
        if let reason = rule.ruleType.reason { return .unknown(reason, Proof("\(path).ruleType")) }
        let source = isWide(rule.sourceAddresses.contains(where: \.isInternet), "sourceAddresses", placed)
        if rule.isTranslation {
            let proof = Proof("\(path).sourceAddresses", expected: "addresses you know")
            guard let source else { return .unknown("the sources of \(name) cannot be read", proof) }
            return source ? .fail("\(name) translates packets from anywhere", proof, severity: .medium) : nil
        }
        guard rule.ruleType.is("NetworkRule"), !placed.collection.action.is("Deny") else { return nil }
        let widths = [
            source,
            isWide(rule.destinationAddresses.contains(where: \.isInternet), "destinationAddresses", placed),
            isWide(rule.destinationPorts.contains(where: \.isEverything), "destinationPorts", placed),
        ]
        guard !widths.contains(false) else { return nil }
        guard placed.collection.action.is("Allow"), !widths.contains(nil) else {
            return .unknown("the rule \(name) or its action cannot be read in full", Proof(path))
        }
        let proofs = ["sourceAddresses", "destinationAddresses", "destinationPorts"].map {
            Proof("\(path).\($0)")
        }
        return .fail("\(name) allows everything to everything", proofs)
    }

    /// Whether a list of the rule is everything; nil where it holds what cannot be read.
    private static func isWide(
        _ isWide: Bool,
        _ list: String,
        _ placed: RuleCollectionGroup.PlacedRule
    ) -> Bool? {
        isWide ? true : placed.fields.list(list).reason == nil ? false : nil
    }
}

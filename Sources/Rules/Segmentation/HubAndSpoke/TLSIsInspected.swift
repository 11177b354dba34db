import Topology

extension Control {
    /// S3-07: the firewall sees what is inside.
    package static let tlsIsInspected = Control(
        id: "S3-07",
        name: "firewall-tls-inspection",
        title: "The firewall opens TLS, and rules make use of it",
        severity: .medium,
        principles: [.verifyExplicitly],
        types: FirewallPolicy.types,
        why: """
            Nearly all traffic is encrypted, that of an intruder too. A firewall that does not open it \
            judges by the name in the handshake, and finds no attack inside.
            """,
        remediation: Remediation(
            "Give the policy an authority from Key Vault, then let application rules open TLS.",
            command: """
                az network firewall policy update -g GROUP -n POLICY --key-vault-secret-id URI --cert-name NAME \
                --identity IDENTITY
                """
        ),
        question: "Which targets must be exempt, because their clients pin certificates?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking#configure-azure-firewall-premium-for-zero-trust",
        benchmarks: [
            "mcsb": ["NS-3", "DP-3"],
            "policy": ["711c24bb-7f18-4578-b192-81a6161e1f17", "a58ac66d-92cb-409c-94b8-8e48d7a96596"],
            "zta": ["25550"],
            "alz": ["D07.15"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7", "SC-8"],
        ],
        decision: .each { resource, topology in
            topology.find(FirewallPolicy.self, resource.id).map { judge($0, topology) }
        },
        examples: [
            .passes(estate(authority, rule: #""terminateTLS": true"#)),
            .fails(estate(authority, rule: #""terminateTLS": false"#)),
            .fails(estate("", rule: #""terminateTLS": true"#)),
            .unknown(estate(#""transportSecurity": {"$symbolic": "[variables('tls')]"}"#, rule: "")),
            .unknown(FirewallEstate.policy(#""sku": {"tier": "Premium"}, \#(authority), \#(groups)"#)),
            .unknown(FirewallEstate.policy(authority)),
            .notApplicable(FirewallEstate.policy(#""sku": {"tier": "Standard"}"#)),
        ]
    )

    private static func judge(_ policy: FirewallPolicy, _ topology: Topology) -> Judgement {
        if policy.skuTier.is("Basic", "Standard") {
            return .notApplicable("\(policy.name) cannot open TLS in its tier; S3-04 asks for Premium")
        }
        let tier = Proof("sku.tier", expected: "Premium")
        if let gap = policy.skuTier.gap("sku.tier of \(policy.name)") { return .unknown(gap, tier) }
        let proof = Proof("transportSecurity.certificateAuthority", expected: "an authority from Key Vault")
        switch policy.resource.fields.object("transportSecurity").flatMap({
            $0.object("certificateAuthority")
        }) {
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent: return .fail("\(policy.name) has no authority with which to open TLS", proof)
        case .set: break
        }
        // Rules come down from the base policy, and a base is used by its children.
        let family = topology.all(FirewallPolicy.self).filter {
            $0.id == policy.id || $0.id == policy.basePolicy.value || $0.basePolicy.value == policy.id
        }
        let groups = family.flatMap(\.ruleCollectionGroups)
        let placed = groups.flatMap { group in group.placedRules.map { (group, $0) } }
        if let (group, rule) = placed.first(where: { $1.rule.terminateTLS.value == true }) {
            return .pass(
                "\(policy.name) opens TLS",
                proof,
                Proof("\(rule.path).terminateTLS", in: group.resource)
            )
        }
        if let (group, rule) = placed.first(where: { $1.rule.terminateTLS.reason != nil }) {
            return .unknown(
                rule.rule.terminateTLS.reason ?? "",
                Proof("\(rule.path).terminateTLS", in: group.resource)
            )
        }
        let named = Set(family.flatMap(\.ruleCollectionGroupReferences))
        guard !groups.isEmpty, named.isSubset(of: groups.map(\.id)) else {
            return .unknown(
                "the input does not hold all rules of \(policy.name)",
                Proof("ruleCollectionGroups")
            )
        }
        return .fail(
            "\(policy.name) could open TLS, and no rule does",
            [proof]
                + groups.map {
                    Proof(
                        "ruleCollections",
                        expected: "an application rule with terminateTLS",
                        in: $0.resource
                    )
                }
        ).mended(by: opening)
    }

    private static let opening = Remediation(
        "Let the application rules for targets outside open TLS, except for what pins certificates.",
        command: """
            az network firewall policy rule-collection-group collection rule update -g GROUP --policy-name POLICY \
            --rule-collection-group-name GROUP-NAME --collection-name COLLECTION -n RULE --enable-tls-inspection true
            """
    )

    private static let authority =
        #""transportSecurity": {"certificateAuthority": {"name": "ca", "keyVaultSecretId": "https://kv/s"}}"#
    private static let groups = #""ruleCollectionGroups": [{"id": "/policies/p/ruleCollectionGroups/g"}]"#

    private static func estate(_ policy: String, rule: String) -> String {
        let more = policy.isEmpty ? "" : ", \(policy)"
        let fields = rule.isEmpty ? "" : ", \(rule)"
        return """
            [\(FirewallEstate.policy(#""sku": {"tier": "Premium"}\#(more)"#)),
             {"id": "/policies/p/ruleCollectionGroups/g", "name": "g",
              "type": "Microsoft.Network/firewallPolicies/ruleCollectionGroups", "properties": {"ruleCollections": [
                {"name": "c", "rules": [{"ruleType": "ApplicationRule", "name": "out"\(fields)}]}]}}]
            """
    }
}

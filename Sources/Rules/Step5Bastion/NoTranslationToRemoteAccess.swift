import Topology

extension Control {
    /// E5-21: no second way in beside Bastion.
    package static let noTranslationToRemoteAccess = Control(
        id: "E5-21",
        name: "firewall-dnat-rdp-ssh",
        title: "The firewall forwards no RDP or SSH from outside",
        severity: .high,
        principles: [.assumeBreach],
        types: RuleCollectionGroup.types,
        why: """
            A translation rule on the firewall is a second way to the machines, without the sign-in that Bastion \
            asks for. Open to every source, it is RDP on the internet with one more hop.
            """,
        remediation: Remediation(
            "Remove the rule and use Bastion; while it must stay, limit its sources to known addresses.",
            command: """
                az network firewall policy rule-collection-group collection rule remove -g GROUP \
                --policy-name POLICY --rule-collection-group-name GROUP-NAME --collection-name COLLECTION -n RULE
                """
        ),
        question: "Who still uses this way in?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#azure-application-gateway",
        benchmarks: [
            "mcsb": ["NS-3"],
            "alz": ["D07.13"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .each { resource, topology in
            guard let group = topology.find(RuleCollectionGroup.self, resource.id) else { return nil }
            let translations = group.placedRules.filter { $0.rule.isTranslation }
            guard !translations.isEmpty else {
                return .notApplicable("\(group.name) translates no addresses")
            }
            return .combining(
                translations.map { judge($0.rule, at: $0.path) },
                pass: "\(group.name) forwards neither RDP nor SSH"
            )
        },
        examples: [
            .passes(FirewallRuleEstate.translation(source: "*", port: "443")),
            .fails(FirewallRuleEstate.translation(source: "*", port: "3389")),
            .fails(FirewallRuleEstate.translation(source: "203.0.113.7", port: "22")),
            .unknown(FirewallRuleEstate.translation(source: "*", port: nil)),
            .notApplicable(FirewallRuleEstate.network(source: "*", destination: "*", ports: "*")),
        ]
    )

    private static func judge(_ rule: FirewallRule, at path: String) -> Judgement {
        let port = rule.translatedPort
        let proof = Proof("\(path).translatedPort", expected: "neither 22 nor 3389")
        let name = rule.name.value ?? path
        guard case .set(let word) = port else {
            return .unknown(port.gap("translatedPort of \(name)") ?? "", proof)
        }
        guard ["22", "3389"].contains(word) else { return .pass("", proof) }
        let isOpen = rule.sourceAddresses.contains(where: \.isInternet)
        return .fail(
            "\(name) forwards port \(word) from \(isOpen ? "anywhere" : "outside")",
            proof,
            Proof("\(path).\(rule.sourceAddresses.isEmpty ? "sourceIpGroups" : "sourceAddresses")"),
            severity: isOpen ? nil : .medium
        )
    }
}

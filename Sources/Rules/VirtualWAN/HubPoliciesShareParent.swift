import Topology

extension Control {
    /// W-07: what holds everywhere is written once.
    package static let hubPoliciesShareParent = Control(
        id: "W-07",
        name: "vwan-firewall-policy-tree",
        title: "The firewall policies of hubs are children of one parent",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege],
        types: FirewallPolicy.types + AzureFirewall.types,
        why: """
            Policies that were copied from hub to hub drift apart, and a deny that was added to one is missing in \
            the others. A parent is written once, and no child can take its rules away.
            """,
        remediation: Remediation(
            "Put what holds everywhere into one parent policy, and make each hub's policy a child of it in the same region.",
            command: "az network firewall policy update -g GROUP -n POLICY --base-policy PARENT-ID"
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-1-create-azure-firewall-policy
            """,
        benchmarks: [
            "mcsb": ["NS-7"],
            "alz": ["D07.02"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            let firewalls = topology.all(AzureFirewall.self).filter { !$0.virtualHub.isAbsent }
            let unread = firewalls.compactMap { firewall -> (Resource, Judgement)? in
                let reason =
                    firewall.virtualHub.reason ?? firewall.firewallPolicy.reason
                    ?? firewall.firewallPolicy.value.flatMap { id in
                        topology.find(FirewallPolicy.self, id) == nil
                            ? "the input does not hold the policy \(id.name)" : nil
                    }
                return reason.map { (firewall.resource, .unknown($0, Proof("firewallPolicy"))) }
            }
            let used = Set(firewalls.compactMap(\.firewallPolicy.value))
            let policies = topology.all(FirewallPolicy.self).filter { used.contains($0.id) }
            return policies.map { ($0.resource, judge($0, among: policies, topology)) } + unread
        },
        examples: [
            .fails(hubs(policy("a"), policy("b"))),
            .fails(hubs(policy("a", parent: "p"), policy("b", parent: "q"), policy("p"), policy("q"))),
            .fails(hubs(policy("a", parent: "p", region: "northeurope"), policy("p"))),
            .passes(hubs(policy("a", parent: "p"), policy("b", parent: "p"), policy("p"))),
            .passes(hubs(policy("a"), policy("b", parent: "a"))),
            .passes(hubs(policy("a", parent: "p"), policy("p"))),
            .unknown(hubs(policy("a", parent: "p"))),
            .unknown(hubs(policy("a"), symbolicChild)),
            .unknown(hubs(policy("a", parent: "p"), symbolicChild, policy("p"))),
            .unknown(hubs(policy("a", parent: "p").replacing("location", with: "place"), policy("p"))),
            .unknown(
                WANEstate.firewall("afw-a", ExampleRows.link("firewallPolicy", "firewallPolicies", "a"))
            ),
            .notApplicable(hubs(policy("a"))),
            .notApplicable(FirewallEstate.policy("")),
        ]
    )

    private static func judge(
        _ policy: FirewallPolicy,
        among policies: [FirewallPolicy],
        _ topology: Topology
    ) -> Judgement {
        let base = Proof("basePolicy", expected: "the parent that all hubs share")
        let others = policies.filter { $0.id != policy.id }
        switch policy.basePolicy {
        case .unknown(let reason): return .unknown(reason, base)
        case .absent where others.isEmpty:
            return .notApplicable("\(policy.name) is the only policy of a hub.")
        case .absent:
            if let doubt = others.lazy.compactMap(\.basePolicy.reason).first { return .unknown(doubt, base) }
            return others.contains { $0.basePolicy.value == policy.id }
                ? .pass("\(policy.name) is the parent", base)
                : .fail("\(policy.name) shares no parent with the policies of other hubs", base)
        case .set(let id):
            let strangers = others.filter { $0.id != id && $0.basePolicy.value != id }
            if let doubt = strangers.lazy.compactMap(\.basePolicy.reason).first {
                return .unknown(doubt, base)
            }
            guard strangers.isEmpty else {
                let names = strangers.map(\.name).joined(separator: " and ")
                return .fail("\(policy.name) has another parent than \(names)", base)
            }
            return region(of: policy, below: id, topology, base)
        }
    }

    /// A child has to stand in the region of its parent.
    private static func region(
        of policy: FirewallPolicy,
        below parent: ResourceID,
        _ topology: Topology,
        _ base: Proof
    ) -> Judgement {
        guard let parent = topology.find(FirewallPolicy.self, parent) else {
            return .unknown("the input does not hold the parent \(parent.name)", base)
        }
        let places = [Proof("location"), Proof("location", in: parent.resource)]
        guard let own = policy.resource.location, let other = parent.resource.location else {
            return .unknown(
                "the input does not say in which region \(policy.name) and \(parent.name) stand",
                places
            )
        }
        return own.lowercased() == other.lowercased()
            ? .pass("\(policy.name) is a child of \(parent.name)", [base] + places)
            : .fail(
                "\(policy.name) stands in \(own) and its parent \(parent.name) in \(other)",
                [base] + places
            )
    }

    private static func policy(_ name: String, parent: String = "", region: String = "westeurope") -> String {
        let base = parent.isEmpty ? "" : ExampleRows.link("basePolicy", "firewallPolicies", parent)
        return ExampleRows.row("firewallPolicies", name, base)
            .replacing(#""properties""#, with: #""location": "\#(region)", "properties""#)
    }

    private static let symbolicChild = policy("b").replacing(
        #""properties": {"#,
        with: #""properties": {"basePolicy": {"$symbolic": "[parameters('parent')]"}"#
    )

    /// Two hubs whose firewalls follow the policies `a` and `b`, as far as these rows hold them.
    private static func hubs(_ policies: String...) -> String {
        let firewalls = ["a", "b"].filter { name in policies.contains { $0.contains(#""name": "\#(name)""#) }
        }
        .map { name in
            WANEstate.firewall(
                "afw-\(name)",
                in: "vhub-\(name)",
                ExampleRows.link("firewallPolicy", "firewallPolicies", name)
            )
        }
        return "[\((firewalls + policies).joined(separator: ",\n "))]"
    }
}

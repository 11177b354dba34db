package import Topology

/// What is wrong with the rules of every security group and firewall, and how much each of them lets through.
///
/// Each list is judged on exact sets of packets (``RuleOverlaps``). A finding about a security group carries a packet
/// that the point evaluator decides as the finding says, wherever the group guards something and the rule's names are
/// in a list; one that the evaluator contradicts is not shown.
package struct RuleHygiene: Sendable {
    /// What is said of a rule.
    package enum Kind: String, Sendable, CaseIterable {
        /// Earlier rules decide all of its packets, some of them otherwise than it would.
        case shadowed
        /// Earlier rules that do the same decide all of its packets, or later ones would: without it nothing changes.
        case redundant
        /// Earlier rules decide all of its packets, and what one of them does cannot be read.
        case covered
        /// It and an earlier rule do opposite things with some packets, and each has others too: their order matters.
        case conflicting
        /// No packet can meet it where its list stands: its addresses exist nowhere.
        case dead
        /// It lets in from, or out to, a wide range by more than a few services.
        case overBroad = "over-broad"
    }
    /// A rule as people find it.
    package struct RuleName: Hashable, Sendable {
        /// The security group, the rule collection group or the firewall that holds it.
        package let resource: ResourceID
        package let name: String
        package let priority: Int?
        /// Where it stands in the resource, for example `securityRules[3]`; nil where that is not known.
        package let path: String?
    }
    package struct Finding: Sendable {
        package let kind: Kind
        package let rule: RuleName
        /// The rules it is about, in the order in which they decide.
        package let by: [RuleName]
        /// A packet that shows it; nil where no address of it is known.
        package let witness: Packet?
        /// One sentence.
        package let detail: String
    }
    /// A rule with what it lets through.
    package struct Rule: Sendable {
        package let name: RuleName
        package let action: FilterRule.Action
        package let isDefault: Bool
        /// What it lets through as the list stands; nil for a rule that allows nothing, or where a name of it is in
        /// no list.
        package let admitted: RuleAdmission?
        /// What of that nothing would let through without it.
        package let onlyAdmitted: RuleAdmission?
    }
    /// Rules of which the first that matches decides.
    package struct List: Sendable {
        package enum Kind: String, Sendable, CaseIterable {
            case inbound, outbound
            /// The translations of a firewall.
            case translations
            /// The network rules of a firewall, then its application rules.
            case firewall
        }
        /// The security group, firewall policy or firewall.
        package let resource: ResourceID
        package let kind: Kind
        /// Whether it guards anything.
        package let isAttached: Bool
        package let rules: [Rule]
        package let findings: [Finding]
    }
    /// By security groups, then policies, then firewalls, each in the order of the input.
    package let lists: [List]

    package init(_ network: Network) {
        let estate = HygieneEstate(network)
        let groups = network.topology.all(NetworkSecurityGroup.self).flatMap { group in
            Self.lists(of: group, estate)
        }
        let policies = network.topology.all(FirewallPolicy.self).flatMap { policy in
            FirewallRuleLists(policy, network).lists.map { estate.judge($0) }
        }
        let firewalls = network.topology.all(AzureFirewall.self).filter(\.firewallPolicy.isAbsent)
        lists =
            groups + policies
            + firewalls.flatMap { FirewallRuleLists($0, network).lists.map { estate.judge($0) } }
    }

    /// Of one security group alone, both directions.
    package init(_ network: Network, of group: NetworkSecurityGroup) {
        lists = Self.lists(of: group, HygieneEstate(network))
    }

    private static func lists(of group: NetworkSecurityGroup, _ estate: HygieneEstate) -> [List] {
        [SecurityRule.Direction.inbound, .outbound].map { direction in
            let filter = Filter(group, direction, namesSplit: true)
            let names = filter.rules.map { rule in
                RuleName(resource: group.id, name: rule.name, priority: rule.priority, path: rule.path)
            }
            return estate.judge(
                JudgedList(
                    resource: group.id,
                    kind: direction == .inbound ? .inbound : .outbound,
                    rules: filter.rules,
                    names: names,
                    places: estate.places(of: group.id, direction)
                )
            )
        }
    }
}

/// A list to be judged.
struct JudgedList {
    let resource: ResourceID
    let kind: RuleHygiene.List.Kind
    /// In the order in which they decide.
    let rules: [FilterRule]
    let names: [RuleHygiene.RuleName]
    /// Where it stands; none for one that guards nothing.
    let places: [GuardedPlace]
    /// Whether a rule is context alone, such as one of a parent policy.
    var isContext: (Int) -> Bool = { _ in false }
    /// The rule that decides a packet by the point evaluator; nil where that cannot be said.
    var decider: ((Packet, GuardedPlace) -> String?)?
}

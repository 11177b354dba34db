import Topology

/// Where the rules of a firewall come from, in the order in which they are asked (azure-semantics 4.1, 4.2).
struct FirewallRuleSources {
    enum Pass { case translation, network, application }

    /// The rules of one pass in a collection, with the resource that holds it.
    struct Collection {
        let resource: ResourceID
        let collection: FirewallRuleCollection
        let pass: Pass
        let rules: [FirewallRule]
    }

    /// The rules a firewall without a policy has itself; nil for those of a policy.
    private let firewall: AzureFirewall?
    /// The parent first.
    private let policies: [FirewallPolicy]
    /// Why some rules are not known.
    let missing: Assumption?

    init(_ firewall: AzureFirewall, _ topology: Topology) {
        self.firewall = firewall.firewallPolicy.isAbsent ? firewall : nil
        var chain = Self.chain(from: firewall.firewallPolicy.value, of: firewall.name, topology)
        if let reason = firewall.firewallPolicy.reason {
            chain.missing = Assumption(
                "firewall-policy-not-in-input",
                "The policy of \(firewall.name) cannot be read: \(reason)."
            )
        }
        policies = chain.policies
        missing = chain.missing
    }

    /// The rules of a policy, those of its parents before its own.
    init(_ policy: FirewallPolicy, _ topology: Topology) {
        firewall = nil
        (policies, missing) = Self.chain(from: policy.id, of: policy.name, topology)
    }

    private static func chain(
        from first: ResourceID?,
        of name: String,
        _ topology: Topology
    ) -> (policies: [FirewallPolicy], missing: Assumption?) {
        var policies: [FirewallPolicy] = []
        var missing: Assumption?
        var next = first
        while let id = next, !policies.contains(where: { $0.id == id }) {
            guard let policy = topology.find(FirewallPolicy.self, id) else {
                missing = Assumption(
                    "firewall-policy-not-in-input",
                    "The input does not hold firewall policy \(id.name) of \(name)."
                )
                break
            }
            policies.insert(policy, at: 0)
            next = policy.basePolicy.value
        }
        return (policies, missing)
    }

    /// The addresses to which packets keep their source, of the policy nearest to the firewall that says so.
    var privateRanges: [AddressPrefix] {
        policies.last { !$0.snatPrivateRanges.isEmpty }?.snatPrivateRanges.flatMap {
            term -> [AddressPrefix] in
            if term.text.lowercased() == "ianaprivateranges" {
                return AddressPrefix.privateRanges.filter { $0.version == .v4 }
            }
            return term.prefix.map { [$0] } ?? []
        } ?? []
    }

    /// The collections of one pass.
    func collections(_ pass: Pass) -> [Collection] {
        guard let firewall else {
            return policies.flatMap(\.groupsByPriority).flatMap { group in
                Self.byPriority(group.ruleCollections).compactMap { collection -> Collection? in
                    let rules = collection.rules.filter { Self.pass(of: $0, in: collection) == pass }
                    guard !rules.isEmpty else { return nil }
                    return Collection(resource: group.id, collection: collection, pass: pass, rules: rules)
                }
            }
        }
        let classic =
            switch pass {
            case .translation: firewall.natRuleCollections
            case .network: firewall.networkRuleCollections
            case .application: firewall.applicationRuleCollections
            }
        return Self.byPriority(classic).map {
            Collection(resource: firewall.id, collection: $0, pass: pass, rules: $0.rules)
        }
    }

    private static func pass(of rule: FirewallRule, in collection: FirewallRuleCollection) -> Pass {
        if collection.collectionType.value?.lowercased().contains("nat") == true { return .translation }
        return rule.ruleType.is("ApplicationRule") ? .application : .network
    }

    private static func byPriority(_ collections: [FirewallRuleCollection]) -> [FirewallRuleCollection] {
        collections.enumerated()
            .sorted {
                ($0.element.priority.value ?? .max, $0.offset) < (
                    $1.element.priority.value ?? .max, $1.offset
                )
            }
            .map(\.element)
    }
}

extension FirewallPolicy {
    fileprivate var groupsByPriority: [RuleCollectionGroup] {
        ruleCollectionGroups.enumerated()
            .sorted {
                ($0.element.priority.value ?? .max, $0.offset) < (
                    $1.element.priority.value ?? .max, $1.offset
                )
            }
            .map(\.element)
    }
}

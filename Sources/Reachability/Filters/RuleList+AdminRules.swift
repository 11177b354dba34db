import Topology

extension RuleList.Entry {
    /// The compiled security admin rule; nil for a rule of the other direction.
    ///
    /// The place is where it stands among all rules above the network.
    init?(
        _ rule: AdminRule,
        _ direction: SecurityRule.Direction,
        place: Int,
        _ members: NetworkGroupMembers,
        _ tags: TagAddresses
    ) {
        guard rule.direction.value ?? direction == direction else { return nil }
        let sourcePorts = CompiledPorts(adminPorts: rule.sourcePorts, rule.resource, "sourcePortRanges")
        let destinationPorts = CompiledPorts(
            adminPorts: rule.destinationPorts,
            rule.resource,
            "destinationPortRanges"
        )
        let unread =
            rule.direction.reason ?? rule.priority.reason ?? rule.networkProtocol.reason
            ?? sourcePorts.problem ?? destinationPorts.problem
        self.init(
            name: rule.name,
            priority: place,
            action: Action(rule),
            resource: rule.id,
            protocols: rule.networkProtocol.value?.numbers ?? .everything,
            source: RuleEnd(admin: rule.sourceAddresses, rule.sourceNetworkGroups, members, tags),
            destination: RuleEnd(
                admin: rule.destinationAddresses,
                rule.destinationNetworkGroups,
                members,
                tags
            ),
            sourcePorts: sourcePorts.set,
            destinationPorts: destinationPorts.set,
            doubt: unread.map { Assumption("rule-not-readable", "Rule \(rule.name) cannot be read: \($0).") },
            shownPriority: rule.priority.value
        )
    }
}

extension RuleList.Entry.Action {
    fileprivate init(_ rule: AdminRule) {
        self =
            switch rule.access {
            case .set(.allow): .allow
            case .set(.deny): .deny
            case .set(.alwaysAllow): .alwaysAllow
            case .unknown(let reason):
                .unknown(Assumption("rule-not-readable", "Rule \(rule.name) cannot be read: \(reason)."))
            case .absent: .unknown(Assumption("rule-not-readable", "Rule \(rule.name) has no access."))
            }
    }
}

extension RuleEnd {
    /// An end of an admin rule, at which no list means everything.
    fileprivate init(
        admin terms: [AddressTerm],
        _ groups: [ResourceID],
        _ members: NetworkGroupMembers,
        _ tags: TagAddresses
    ) {
        guard !terms.isEmpty || !groups.isEmpty else {
            self.init(addresses: .everything)
            return
        }
        let named = groups.reduce(AddressSet.empty) { $0.union(members.addresses(of: $1)) }
        self.init(terms, tags: tags, adding: named)
    }
}

extension CompiledPorts {
    /// The ports of an admin rule, in which no list means every port.
    fileprivate init(adminPorts terms: [PortTerm], _ resource: Resource, _ field: String) {
        self.init(terms.isEmpty ? [PortTerm("*")] : terms, resource, field)
    }
}

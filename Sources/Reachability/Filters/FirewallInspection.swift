package import Topology

/// The rules of one Azure Firewall as packets meet them (azure-semantics 4).
///
/// Three passes over all rule collection groups: translation, network rules, application rules; in each the parent
/// policy before the child, then the priority of the group, of the collection, and the order of the rules. What no rule
/// allows is denied.
package struct FirewallInspection: Sendable {
    package let id: ResourceID
    /// The address routes steer to and replies are sent to.
    package let privateAddress: IPAddress?
    package let publicAddresses: [ResourceID]
    /// The subnet it stands in; nil for one in a virtual hub.
    package let subnet: ResourceID?
    package let hub: ResourceID?
    let translations: [FirewallClause]
    let networkRules: [FirewallClause]
    let applicationRules: [FirewallClause]
    /// Why not all rules are known.
    let missing: Assumption?
    private let untranslated: AddressSet

    package init(_ firewall: AzureFirewall, in topology: Topology, tags: TagAddresses) {
        id = firewall.id
        privateAddress = firewall.privateIPAddress
        publicAddresses = firewall.ipConfigurations.compactMap(\.publicIPAddress.value)
        subnet = firewall.ipConfigurations.lazy.compactMap(\.subnet.value).first
        hub = firewall.virtualHub.value
        let sources = FirewallRuleSources(firewall, topology)
        let compiler = FirewallClause.Compiler(topology: topology, tags: tags)
        translations = compiler.clauses(sources.collections(.translation))
        networkRules = compiler.clauses(sources.collections(.network))
        applicationRules = compiler.clauses(sources.collections(.application))
        missing = sources.missing
        let ranges = sources.privateRanges
        untranslated = ranges.isEmpty ? Self.privateSpace : AddressSet(ranges)
    }

    /// What becomes of a packet that is routed to the firewall: network rules, then application rules, then deny.
    package func inspect(_ probe: inout Probe) -> InspectionDecision {
        var step = Step(.firewallNetwork, .deny, resource: id, place: id)
        // A policy that the input lacks is a parent of those it holds, so that its rules come first.
        if let missing {
            step.action = .unknown
            step.detail = missing.detail
            return allowed(InspectionDecision(.unknown, [step], assumptions: [missing]), &probe)
        }
        let pass = decide(networkRules, .firewallNetwork, &probe)
        if let decision = pass.decision {
            return allowed(decision, &probe)
        }
        if let named = applicationDecision(&probe) {
            guard let open = pass.open else { return named }
            guard named.verdict == .deny else {
                var decision = named
                decision.assumptions.append(open)
                return decision
            }
            // A network rule that may allow the packet comes before.
            step.action = .unknown
            step.detail = open.detail
            return allowed(InspectionDecision(.unknown, [step], assumptions: [open]), &probe)
        }
        step.detail = "No rule allows it: a firewall denies what no rule allows."
        guard let open = pass.open else { return InspectionDecision(.deny, [step]) }
        step.action = .unknown
        step.detail = open.detail
        return allowed(InspectionDecision(.unknown, [step], assumptions: [open]), &probe)
    }

    /// Translates a packet that was sent to a public address of the firewall.
    ///
    /// - Returns: What the rule does; nil where none translates it.
    package func translate(_ probe: inout Probe) -> InspectionDecision? {
        for clause in translations {
            let match = clause.matches(&probe)
            if case .no = match { continue }
            var step = clause.step(.firewallDNAT, .translate, at: id)
            var assumptions = [
                Assumption(
                    "translation-replaces-source",
                    "A firewall that translates the destination is taken to put its own address in as the source."
                )
            ]
            guard let address = clause.translatedAddress else {
                let reason = Assumption(
                    "translated-address-not-in-input",
                    "Rule \(clause.name) translates to an address that is not in the input."
                )
                step.action = .unknown
                return InspectionDecision(.unknown, [step], assumptions: [reason])
            }
            probe.destination.replace(by: address.line)
            if let port = clause.translatedPort { probe.destinationPort.replace(by: port) }
            step.detail = "to \(address)" + (clause.translatedPort.map { ":\($0)" } ?? "")
            if case .unknown(let doubt) = match {
                step.action = .unknown
                return InspectionDecision(
                    .unknown,
                    [step],
                    assumptions: [doubt] + assumptions,
                    translatesSource: true
                )
            }
            // Whether a network rule that denies can undo a translation, the documents disagree
            // (azure-semantics 4.1).
            let pass = decide(networkRules, .firewallNetwork, &probe)
            guard pass.decision?.verdict != .deny else {
                assumptions.insert(
                    Assumption(
                        "dnat-or-network-deny",
                        "Rule \(clause.name) translates the packet and a network rule denies it; which of them counts, "
                            + "Azure's documents disagree."
                    ),
                    at: 0
                )
                return InspectionDecision(.unknown, [step], assumptions: assumptions, translatesSource: true)
            }
            return InspectionDecision(.allow, [step], assumptions: assumptions, translatesSource: true)
        }
        return nil
    }

    /// An allowed packet keeps its source where the destination is private (azure-semantics 4.3).
    func allowed(_ decision: InspectionDecision, _ probe: inout Probe) -> InspectionDecision {
        guard decision.verdict != .deny else { return decision }
        var decision = decision
        decision.translatesSource = !probe.destination.isIn(untranslated)
        return decision
    }

    private static let privateSpace = AddressSet(
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].compactMap { AddressPrefix($0) }
    )

    /// The first network rule that matches; what stays open where none certainly does.
    private func decide(
        _ clauses: [FirewallClause],
        _ stage: Step.Stage,
        _ probe: inout Probe
    ) -> (decision: InspectionDecision?, open: Assumption?) {
        var open: (clause: FirewallClause, doubt: Assumption)?
        for clause in clauses {
            switch clause.matches(&probe) {
            case .no: continue
            case .unknown(let doubt):
                if let first = open, first.clause.action != clause.action {
                    return (unknown(first.clause, first.doubt, stage), nil)
                }
                open = open ?? (clause, doubt)
            case .yes:
                if let first = open, first.clause.action != clause.action {
                    return (unknown(first.clause, first.doubt, stage), nil)
                }
                switch clause.action {
                case .allow: return (InspectionDecision(.allow, [clause.step(stage, .allow, at: id)]), nil)
                case .deny: return (InspectionDecision(.deny, [clause.step(stage, .deny, at: id)]), nil)
                case .unknown(let reason): return (unknown(clause, reason, stage), nil)
                }
            }
        }
        guard let open, open.clause.action != .deny else { return (nil, nil) }
        return (nil, open.doubt)
    }

    private func unknown(
        _ clause: FirewallClause,
        _ reason: Assumption,
        _ stage: Step.Stage
    ) -> InspectionDecision {
        InspectionDecision(.unknown, [clause.step(stage, .unknown, at: id)], assumptions: [reason])
    }

    /// Application rules hang on names, which no packet header holds: an allow is a condition, and a packet that
    /// meets it goes on with the firewall's own address (azure-semantics 4.3, 4.4).
    private func applicationDecision(_ probe: inout Probe) -> InspectionDecision? {
        var denial: FirewallClause?
        // A name that an earlier rule denies can be allowed by none after it.
        var denied: Set<String> = []
        for clause in applicationRules {
            switch clause.matches(&probe) {
            case .no: continue
            case let match:
                guard clause.action != .deny else {
                    if case .yes = match { denied.formUnion(clause.names.map { $0.lowercased() }) }
                    if clause.isForEveryName { denial = clause }
                    if denial != nil { break }
                    continue
                }
                guard !clause.names.allSatisfy({ denied.contains($0.lowercased()) }) else { continue }
                let names = clause.names.prefix(3).joined(separator: ", ")
                let reason = Assumption(
                    "fqdn-conditional",
                    "Application rule \(clause.name) lets it pass where the name asked for is one of \(names)."
                )
                return InspectionDecision(
                    .unknown,
                    [clause.step(.firewallApplication, .unknown, at: id)],
                    assumptions: [reason],
                    translatesSource: true
                )
            }
            if denial != nil { break }
        }
        return denial.map { InspectionDecision(.deny, [$0.step(.firewallApplication, .deny, at: id)]) }
    }
}

import Topology

/// The rules of a firewall policy, or of a firewall without one, as sets (azure-semantics 4.1).
struct FirewallRuleLists {
    private let resource: ResourceID
    private let sources: FirewallRuleSources
    private let topology: Topology
    private let tags: TagAddresses

    init(_ policy: FirewallPolicy, _ network: Network) {
        resource = policy.id
        sources = FirewallRuleSources(policy, network.topology)
        (topology, tags) = (network.topology, network.tags)
    }

    init(_ firewall: AzureFirewall, _ network: Network) {
        resource = firewall.id
        sources = FirewallRuleSources(firewall, network.topology)
        (topology, tags) = (network.topology, network.tags)
    }

    /// What is translated; then network rules before application rules, which are asked where none of them decides.
    var lists: [JudgedList] {
        [
            list(.translations, sources.collections(.translation), closes: false),
            list(
                .firewall,
                sources.collections(.network) + sources.collections(.application),
                closes: sources.missing == nil
            ),
        ]
        .filter { !$0.rules.isEmpty }
    }

    private func list(
        _ kind: RuleHygiene.List.Kind,
        _ collections: [FirewallRuleSources.Collection],
        closes: Bool
    ) -> JudgedList {
        var rules: [FilterRule] = []
        var names: [RuleHygiene.RuleName] = []
        for entry in collections {
            for rule in entry.rules {
                let number = rules.count
                rules.append(filterRule(rule, entry, number))
                names.append(
                    RuleHygiene.RuleName(
                        resource: entry.resource,
                        name: rules[number].name,
                        priority: entry.collection.priority.value,
                        path: nil
                    )
                )
            }
        }
        let written = rules.count
        let clauses = FirewallClause.Compiler(topology: topology, tags: tags)
            .clauses(collections)
        if closes, !rules.isEmpty {
            // What no rule allows is denied.
            rules.append(
                FilterRule(
                    name: "the firewall's own deny",
                    priority: .max,
                    action: .deny,
                    isDefault: true,
                    matches: [PacketBox()]
                )
            )
            names.append(
                RuleHygiene.RuleName(
                    resource: resource,
                    name: "the firewall's own deny",
                    priority: nil,
                    path: nil
                )
            )
        }
        let place = GuardedPlace(
            direction: nil,
            place: Place(virtualNetwork: .empty, internet: AddressSpace.internet),
            near: .everything,
            nearSites: AddressLine([]),
            tags: tags
        )
        let own = names.map { $0.resource == resource || $0.resource.parent == resource }
        return JudgedList(
            resource: resource,
            kind: kind,
            rules: rules,
            names: names,
            places: [place],
            isContext: { $0 >= written || !own[$0] },
            decider: { packet, _ in Self.decider(of: packet, clauses) }
        )
    }

    /// The first clause that matches for certain; nil where one before it may.
    private static func decider(of packet: Packet, _ clauses: [FirewallClause]) -> String? {
        guard let number = packet.networkProtocol.number else { return nil }
        var probe = Probe(
            protocolNumber: number,
            source: packet.source,
            destination: packet.destination,
            sourcePort: packet.sourcePort ?? Probe.ephemeralPort,
            destinationPort: packet.destinationPort ?? 0
        )
        for clause in clauses {
            switch clause.matches(&probe) {
            case .no: continue
            case .unknown: return nil
            case .yes: return clause.names.isEmpty ? clause.name : nil
            }
        }
        return nil
    }

    // MARK: - Rules as sets

    private func filterRule(
        _ rule: FirewallRule,
        _ entry: FirewallRuleSources.Collection,
        _ number: Int
    ) -> FilterRule {
        FilterRule(
            name: rule.name.value ?? "?",
            priority: number,
            action: Self.action(entry),
            matches: boxes(rule, entry, .unread(rule: number))
        )
    }

    private static func action(_ entry: FirewallRuleSources.Collection) -> FilterRule.Action {
        if entry.pass == .translation { return .allow }
        return switch entry.collection.action.value?.lowercased() {
        case "allow": .allow
        case "deny": .deny
        default: .unknown(reason: entry.collection.action.reason ?? "its collection has no action")
        }
    }

    /// Sources by destinations or names, for the protocols with their ports.
    private func boxes(
        _ rule: FirewallRule,
        _ entry: FirewallRuleSources.Collection,
        _ unread: PacketBox.Mark
    ) -> [PacketBox] {
        let isApplication = entry.pass == .application
        var service = PacketBox()
        service.protocols = isApplication ? IntervalSet(6) : FirewallClause.Compiler.protocols(rule)
        service.destinationPorts =
            isApplication
            ? FirewallClause.Compiler.applicationPorts(rule) : FirewallClause.Compiler.ports(rule)
        if rule.destinationPorts.contains(where: { $0.range == nil }) { service.marks[unread] = true }
        let sources = ends(rule.sourceAddresses, rule.sourceIPGroups, unread) { .sourceTag($0) }
        let names =
            isApplication
            ? rule.targetFQDNs + rule.targetURLs + (rule.fqdnTags + rule.webCategories).map { "tag:\($0)" }
            : rule.destinationFQDNs.map { "address:\($0)" }
        var destinations = names.map { (addresses: AddressSet.everything, marks: Self.marks(ofName: $0)) }
        if !isApplication, names.isEmpty || !rule.destinationAddresses.isEmpty {
            destinations += ends(rule.destinationAddresses, rule.destinationIPGroups, unread) {
                .destinationTag($0)
            }
        }
        return sources.flatMap { source in
            destinations.map { destination in
                var box = service
                box.sources = source.addresses
                box.destinations = destination.addresses
                box.marks.merge(source.marks) { mine, _ in mine }
                box.marks.merge(destination.marks) { mine, _ in mine }
                return box
            }
        }
    }

    private typealias End = (addresses: AddressSet, marks: [PacketBox.Mark: Bool])

    private func ends(
        _ terms: [AddressTerm],
        _ groups: [ResourceID],
        _ unread: PacketBox.Mark,
        tag: (ServiceTag) -> PacketBox.Mark
    ) -> [End] {
        var known = AddressSet.empty
        var ends: [End] = []
        let found = groups.map { topology.find(IPGroup.self, $0) }
        for term in terms + found.compactMap(\.self).flatMap(\.ipAddresses) {
            switch term.meaning {
            case .any: known = .everything
            case .prefix(let prefix) where prefix.isEverything && prefix.version == .v4: known = .everything
            case .prefix(let prefix): known = known.union(AddressSet(alone: prefix))
            case .range(let first, let last): known = known.union(AddressSet([first.line...last.line]))
            case .tag(let name): ends.append((Party.tag(name).addresses, [tag(name): true]))
            case .unreadable: ends.append((.everything, [unread: true]))
            }
        }
        let isMissing = found.contains { $0 == nil } || (terms.isEmpty && groups.isEmpty)
        if isMissing { ends.append((.everything, [unread: true])) }
        if !known.isEmpty { ends.append((known, [:])) }
        return ends
    }

    /// A name, and every name with a star that holds it: whatever is below `*.x` is covered by a rule for `*.x`.
    private static func marks(ofName name: String) -> [PacketBox.Mark: Bool] {
        let name = name.lowercased()
        guard name != "*", name != "address:*" else { return [:] }
        var marks: [PacketBox.Mark: Bool] = [.name(name): true]
        guard !name.contains("/"), !name.contains(":") else { return marks }
        var rest = name.hasPrefix("*.") ? name.dropFirst(2) : name[...]
        while let dot = rest.firstIndex(of: ".") {
            rest = rest[rest.index(after: dot)...]
            marks[.name("*.\(rest)")] = true
        }
        return marks
    }
}

import Topology

/// One compiled rule of a firewall.
struct FirewallClause: Sendable {
    enum Action: Hashable, Sendable {
        case allow, deny
        case unknown(Assumption)
    }

    let resource: ResourceID
    let name: String
    let priority: Int?
    let action: Action
    /// The names it hangs on: of an application rule, or of a network rule for names.
    let names: [String]
    let translatedAddress: IPAddress?
    let translatedPort: UInt16?
    private let protocols: IntervalSet<UInt8>
    private let source: RuleEnd
    private let destination: RuleEnd
    private let ports: IntervalSet<UInt16>
    private let doubt: Assumption?

    var isForEveryName: Bool { names.contains("*") }

    /// Whether the rule speaks of a packet.
    func matches(_ probe: inout Probe) -> Ternary {
        guard protocols.neighbourhood(of: probe.protocolNumber).isInside else { return .no }
        if probe.hasPorts {
            guard probe.destinationPort.isIn(ports) else { return .no }
        }
        var open = doubt
        switch source.holds(far: &probe.source, at: Self.nowhere) {
        case .no: return .no
        case .unknown(let reason): open = open ?? reason
        case .yes: break
        }
        switch destination.holds(far: &probe.destination, at: Self.nowhere) {
        case .no: return .no
        case .unknown(let reason): open = open ?? reason
        case .yes: break
        }
        return open.map { .unknown($0) } ?? .yes
    }

    func step(_ stage: Step.Stage, _ action: Step.Action, at firewall: ResourceID) -> Step {
        Step(stage, action, resource: resource, rule: name, priority: priority, place: firewall)
    }

    /// A firewall has no `VirtualNetwork` of its own.
    private static let nowhere = Place(virtualNetwork: .empty, internet: AddressSpace.internet)

    /// Compiles rules, with what they name elsewhere.
    struct Compiler {
        let topology: Topology
        let tags: TagAddresses

        func clauses(_ collections: [FirewallRuleSources.Collection]) -> [FirewallClause] {
            collections.flatMap { entry in entry.rules.map { clause($0, entry) } }
        }

        private func clause(_ rule: FirewallRule, _ entry: FirewallRuleSources.Collection) -> FirewallClause {
            let isApplication = entry.pass == .application
            let name = rule.name.value ?? "?"
            let names =
                isApplication
                ? rule.targetFQDNs + rule.targetURLs + rule.fqdnTags + rule.webCategories
                : rule.destinationFQDNs
            let source = end(rule.sourceAddresses, rule.sourceIPGroups)
            let destination =
                isApplication || (!rule.destinationFQDNs.isEmpty && rule.destinationAddresses.isEmpty)
                ? RuleEnd(addresses: .everything)
                : end(rule.destinationAddresses, rule.destinationIPGroups)
            let byName = !isApplication && !rule.destinationFQDNs.isEmpty
            let condition =
                byName
                ? Assumption(
                    "fqdn-conditional",
                    "Rule \(name) is for the addresses of \(names.prefix(3).joined(separator: ", "))."
                )
                : nil
            let unread = rule.destinationPorts.first { $0.range == nil }
            let unreadable = unread.map {
                Assumption("rule-not-readable", "Rule \(name) cannot be read: '\($0.text)' is no port.")
            }
            return FirewallClause(
                resource: entry.resource,
                name: name,
                priority: entry.collection.priority.value,
                action: action(entry, name),
                names: names,
                translatedAddress: rule.translatedAddress.value.flatMap { IPAddress($0) },
                translatedPort: rule.translatedPort.value.flatMap { UInt16($0) },
                protocols: isApplication ? IntervalSet(6) : Self.protocols(rule),
                source: source,
                destination: destination,
                ports: isApplication ? Self.applicationPorts(rule) : Self.ports(rule),
                doubt: condition ?? unreadable
            )
        }

        private func action(_ entry: FirewallRuleSources.Collection, _ name: String) -> Action {
            if entry.pass == .translation { return .allow }
            switch entry.collection.action.value?.lowercased() {
            case "allow": return .allow
            case "deny": return .deny
            default:
                let reason = entry.collection.action.reason ?? "its collection has no action"
                return .unknown(Assumption("rule-not-readable", "Rule \(name) cannot be read: \(reason)."))
            }
        }

        /// Addresses and the members of IP groups; a group that the input lacks may hold anything.
        private func end(_ terms: [AddressTerm], _ groups: [ResourceID]) -> RuleEnd {
            let found = groups.map { topology.find(IPGroup.self, $0) }
            let members = found.compactMap(\.self).flatMap(\.ipAddresses)
            return RuleEnd(terms + members, isWhole: !found.contains { $0 == nil }, tags: tags)
        }

        /// `Any` with ports means TCP and UDP alone (azure-semantics 4.1).
        static func protocols(_ rule: FirewallRule) -> IntervalSet<UInt8> {
            let named = rule.ipProtocols.compactMap(\.numbers).reduce(IntervalSet<UInt8>.empty) {
                $0.union($1)
            }
            let hasPorts =
                !rule.destinationPorts.isEmpty && !rule.destinationPorts.contains(where: \.isEverything)
            return named.isEverything && hasPorts ? .portful : named
        }

        static func ports(_ rule: FirewallRule) -> IntervalSet<UInt16> {
            let terms = rule.destinationPorts
            guard !terms.isEmpty, !terms.contains(where: { $0.isEverything || $0.range == nil }) else {
                return .everything
            }
            return IntervalSet(terms.ranges.map { $0.first...$0.last })
        }

        static func applicationPorts(_ rule: FirewallRule) -> IntervalSet<UInt16> {
            let ports = rule.applicationProtocols.map { item -> UInt16 in
                if let port = item.port.value.flatMap({ UInt16(exactly: $0) }) { return port }
                return item.protocolType.is("Http") ? 80 : item.protocolType.is("Mssql") ? 1433 : 443
            }
            // A rule of FQDN tags alone is for HTTP and HTTPS.
            return IntervalSet((ports.isEmpty ? [80, 443] : ports).map { $0...$0 })
        }
    }
}

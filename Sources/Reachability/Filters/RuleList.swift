package import Topology

/// The rules of one security group, or of the network managers above a virtual network, in one direction.
///
/// Ascending priority, the first that matches decides (azure-semantics 1.1, 2.1). Compiled once, asked for one packet
/// at a time.
package struct RuleList: Sendable {
    /// A compiled rule.
    package struct Entry: Sendable {
        package enum Action: Sendable {
            case allow, deny, alwaysAllow
            case unknown(Assumption)
        }

        package let name: String
        package let priority: Int
        package let action: Action
        package let resource: ResourceID
        let protocols: IntervalSet<UInt8>
        let source: RuleEnd
        let destination: RuleEnd
        let sourcePorts: IntervalSet<UInt16>
        let destinationPorts: IntervalSet<UInt16>
        /// Why a part of the rule cannot be read; it may then match anything it otherwise allows for.
        let doubt: Assumption?
        /// What Azure would refuse of the rule, and how it is taken.
        var oddity: Assumption?
        /// The priority as people wrote it, where another one orders the list.
        var shownPriority: Int?
    }

    package let direction: SecurityRule.Direction
    package let entries: [Entry]

    init(_ direction: SecurityRule.Direction, _ entries: [Entry]) {
        self.direction = direction
        self.entries = entries.enumerated()
            .sorted { ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset) }
            .map(\.element)
    }

    /// The same entries for the other direction, which is a fault where it is not the same one.
    func facing(_ direction: SecurityRule.Direction) -> RuleList {
        direction == self.direction ? self : RuleList(direction, entries)
    }

    /// How a list is read.
    package enum Reading: Sendable {
        case plain
        /// Only rules that name a service of the platform are asked: nothing else stops packets to it
        /// (azure-semantics 1.5).
        case onlyPlatform
        /// Source ports count as any (azure-semantics 3.6).
        case atPrivateEndpoint
    }

    /// What the list does with a packet.
    package struct Decision: Sendable {
        /// The rule that decides; nil where none speaks of the packet.
        package let entry: Entry?
        /// Why another rule may decide otherwise; nil where it is certain.
        package let doubt: Assumption?
        /// Whether a rule that stops the packet, or one that spares it every later filter, may be the one that decides.
        package var mayDeny = false
        package var maySkip = false
        /// What the answer rests on.
        package let assumptions: [Assumption]
    }

    /// The first rule that matches, at a place.
    ///
    /// A rule of which it cannot be said whether it matches makes the answer uncertain, unless the rule that does
    /// match would do the same.
    ///
    package func decide(_ probe: inout Probe, at place: Place, _ reading: Reading = .plain) -> Decision {
        var open: [(entry: Entry, action: Entry.Action, doubt: Assumption)] = []
        for entry in entries where reading != .onlyPlatform || !entry.destination.platform.isEmpty {
            switch matches(entry, &probe, place, reading) {
            case .no: continue
            case .unknown(let doubt):
                // What is not in `VirtualNetwork` is in `Internet`: of two such rules one matches.
                let isSettled = open.contains {
                    $0.doubt == doubt && $0.action.isSame(as: entry.action) && completes($0.entry, entry)
                }
                if isSettled { return decision(entry, open.map { ($0.action, $0.doubt) }, []) }
                open.append((entry, entry.action, doubt))
            case .yes:
                return decision(
                    entry,
                    open.map { ($0.action, $0.doubt) },
                    Self.assumptions(entry, probe)
                )
            }
        }
        return decision(nil, open.map { ($0.action, $0.doubt) }, [])
    }

    /// Whether one of two rules names `VirtualNetwork` at the far end and the other `Internet`.
    private func completes(_ one: Entry, _ other: Entry) -> Bool {
        let ends = [one, other].map { direction == .inbound ? $0.source : $0.destination }
        return ends.contains(where: \.namesVirtualNetwork) && ends.contains(where: \.namesInternet)
    }

    /// The decision of a rule, or of none, after others that may match.
    ///
    /// Without a rule the packet goes on, as it does with one that allows.
    private func decision(
        _ entry: Entry?,
        _ open: [(action: Entry.Action, doubt: Assumption)],
        _ assumptions: [Assumption]
    ) -> Decision {
        let action = entry?.action ?? .allow
        let other = open.first { !$0.action.isSame(as: action) }
        var decision = Decision(entry: entry, doubt: other?.doubt, assumptions: assumptions)
        for possible in open.map(\.action) + [action] {
            switch possible {
            case .deny: decision.mayDeny = true
            case .alwaysAllow: decision.maySkip = true
            case .allow: break
            case .unknown:
                decision.mayDeny = true
                decision.maySkip = true
            }
        }
        return decision
    }

    private func matches(_ entry: Entry, _ probe: inout Probe, _ place: Place, _ reading: Reading) -> Ternary
    {
        guard entry.protocols.neighbourhood(of: probe.protocolNumber).isInside else { return .no }
        var doubt = entry.doubt
        if probe.hasPorts {
            guard probe.destinationPort.isIn(entry.destinationPorts),
                reading == .atPrivateEndpoint || probe.sourcePort.isIn(entry.sourcePorts)
            else { return .no }
        } else if !entry.destinationPorts.isEverything || !entry.sourcePorts.isEverything {
            // A rule of all protocols with ports speaks of TCP and UDP; what the number means in one of ICMP
            // nobody documents (azure-semantics 1.3).
            guard !entry.protocols.isEverything, probe.isICMP else {
                return .no
            }
            doubt = Assumption(
                "icmp-port-may-be-type",
                "Rule \(entry.name) is of ICMP and has a port, which may be read as an ICMP type."
            )
        }
        let isInbound = direction == .inbound
        let source =
            isInbound
            ? entry.source.holds(far: &probe.source, at: place)
            : entry.source.holds(near: &probe.source, at: place)
        switch source {
        case .no: return .no
        case .unknown(let reason): doubt = doubt ?? reason
        case .yes: break
        }
        let destination =
            isInbound
            ? entry.destination.holds(near: &probe.destination, at: place)
            : entry.destination.holds(far: &probe.destination, at: place)
        switch destination {
        case .no: return .no
        case .unknown(let reason): doubt = doubt ?? reason
        case .yes: break
        }
        if let doubt { return .unknown(doubt) }
        return .yes
    }

    /// That `*` covers more than TCP, UDP and ICMP is not documented (azure-semantics 1.3).
    private static func assumptions(_ entry: Entry, _ probe: Probe) -> [Assumption] {
        let odd = entry.oddity.map { [$0] } ?? []
        guard !probe.hasPorts, !probe.isICMP, entry.protocols.isEverything else { return odd }
        return odd + [
            Assumption(
                "any-covers-protocol",
                "Rule \(entry.name) is of any protocol, which is taken to cover IP protocol \(probe.protocolNumber)."
            )
        ]
    }
}

extension RuleList.Entry.Action {
    /// Whether both do the same with a packet.
    func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.allow, .allow), (.deny, .deny), (.alwaysAllow, .alwaysAllow): true
        default: false
        }
    }
}

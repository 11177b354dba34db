package import Topology

/// Why packets get through or do not: everything that stops them, and the fewest changes that would turn the answer.
///
/// Both are found by following the packet again in an estate that is taken to be otherwise at single checkpoints, so each
/// set of changes is one that ``Tracer`` itself was asked about.
package struct Why: Sendable {
    /// What becomes of the packet as the estate is.
    package let trace: Trace
    /// Of a packet that is stopped, every step that stops it, in order: each found by going on past the ones before.
    ///
    /// A route that leads nowhere is passed by taking it out, a missing link by handing the packet over as a peering
    /// would.
    package let blockers: [Step]
    /// Whether the packet arrives behind the last blocker; else what lies behind it cannot be seen.
    package let isComplete: Bool
    /// The fewest changes that open the way the packet takes; empty where it is open, nil where none opens it.
    package let opening: [Change]?
    /// Each a set of the fewest changes that closes it, the one nearest to the receiver first; empty where it is
    /// closed or nothing closes it.
    package let closing: [[Change]]

    /// - Parameters:
    ///   - tracer: The estate.
    ///   - origin: Who sends.
    ///   - target: To whom.
    ///   - protocolNumber: The IP protocol number.
    ///   - sourcePort: The source port; counts for TCP and UDP alone.
    ///   - destinationPort: The destination port; counts for TCP and UDP alone.
    package init(
        _ tracer: Tracer,
        from origin: Endpoint,
        to target: Endpoint,
        protocolNumber: UInt8,
        sourcePort: UInt16 = Probe.ephemeralPort,
        destinationPort: UInt16 = 0
    ) {
        let question = Question { supposition in
            tracer.follow(
                from: origin,
                to: target,
                protocolNumber: protocolNumber,
                sourcePort: sourcePort,
                destinationPort: destinationPort,
                supposing: supposition
            )
        }
        trace = question.follow(nil).trace
        guard trace.verdict == .deny else {
            blockers = []
            isComplete = true
            opening = []
            closing = question.closing(trace, from: origin)
            return
        }
        let (open, blockers) = question.follow(Supposition(opening: .everything))
        self.blockers = blockers
        isComplete = open.verdict != .deny
        opening = question.opening(open, blockers)
        closing = []
    }

    /// One packet, to be followed under suppositions.
    private struct Question {
        let follow: (Supposition?) -> (trace: Trace, blockers: [Step])

        /// What opens the way past all blockers, less what turns out not to be needed.
        ///
        /// A last blocker that nothing lies behind is taken to be the end: what its change leads to decides.
        func opening(_ open: Trace, _ blockers: [Step]) -> [Change]? {
            var changes: [Change] = []
            for step in blockers {
                guard let change = Change(opening: step, for: open.packet(at: step)) else { return nil }
                if !changes.contains(where: { $0.checkpoint == change.checkpoint }) { changes.append(change) }
            }
            guard open.verdict != .deny else { return changes }
            for change in changes where changes.count > 1 {
                let fewer = changes.filter { $0 != change }
                if isOpen(fewer) { changes = fewer }
            }
            return isOpen(changes) ? changes : nil
        }

        private func isOpen(_ changes: [Change]) -> Bool {
            follow(Supposition(opening: .only(Set(changes.map(\.checkpoint))))).trace.verdict != .deny
        }

        /// Traces beyond this many end the search for what closes a way of many branches.
        private static let mostTraces = 400
        private static let mostSets = 8
        private static let largestSet = 4

        /// The smallest sets of checkpoints that stop the packet on every way it may take.
        func closing(_ trace: Trace, from origin: Endpoint) -> [[Change]] {
            var work = Self.mostTraces
            var sets: [[Change]] = []
            var seen: Set<Set<Checkpoint>> = []
            var frontier: [(changes: [Change], trace: Trace)] = [([], trace)]
            for _ in 1...Self.largestSet where sets.isEmpty {
                var next: [(changes: [Change], trace: Trace)] = []
                for (changes, trace) in frontier {
                    for change in trace.closable(from: origin) where sets.count < Self.mostSets {
                        let more = changes + [change]
                        guard work > 0, seen.insert(Set(more.map(\.checkpoint))).inserted else { continue }
                        work -= 1
                        let closed = follow(Supposition(closed: Set(more.map(\.checkpoint)))).trace
                        if closed.verdict == .deny { sets.append(more) } else { next.append((more, closed)) }
                    }
                }
                frontier = next
            }
            return sets
        }
    }
}

extension Trace {
    /// The packet as it is at a step: a receiver's filters see it translated.
    fileprivate func packet(at step: Step) -> Packet {
        switch step.stage {
        case .securityGroupInbound, .adminInbound, .serviceFirewall: probe.packet
        default: packet
        }
    }

    /// What may be done on the way to stop the packet, the steps nearest to the receiver first; security groups that
    /// could be attached only where no filter was asked.
    fileprivate func closable(from origin: Endpoint) -> [Change] {
        let filters = path.reversed().compactMap { step -> Change? in
            guard step.action != .deny else { return nil }
            return Change(closing: step, for: packet(at: step))
        }
        var seen: Set<Checkpoint> = []
        let changes = filters.filter { seen.insert($0.checkpoint).inserted }
        guard changes.isEmpty else { return changes }
        let bare = [
            receiver.map { Step(.securityGroupInbound, .deny, layer: .subnet, place: $0) },
            origin.subnet.map { Step(.securityGroupOutbound, .deny, layer: .subnet, place: $0) },
        ]
        return bare.compactMap { step in
            step.flatMap { Change(closing: $0, for: packet(at: $0)) }
        }
    }
}

extension Endpoint {
    /// The subnet it stands in.
    package var subnet: ResourceID? {
        switch self {
        case .site(let site): site.subnet
        case .host(_, let subnet): subnet
        default: nil
        }
    }
}

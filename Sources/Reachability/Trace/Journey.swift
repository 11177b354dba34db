import Topology

/// A packet on its way: where it has been, and what is still open about it.
struct Journey {
    var probe: Probe
    private(set) var path: [Step] = []
    private(set) var assumptions: [Assumption] = []
    /// Why the packet may have been stopped already; nil while it is certain to be on its way.
    private(set) var doubt: Assumption?
    private(set) var doubtful: Step?
    /// The appliances and firewalls it went through.
    private(set) var middleboxes: [Middlebox] = []
    /// The subnet in which it arrived.
    var receiver: ResourceID?

    /// A stateful device on the way.
    struct Middlebox: Equatable {
        let id: ResourceID
        /// The subnet it stands in, from which it sends on; nil for one in a virtual hub.
        let subnet: ResourceID?
        /// The address replies are sent to, where it replaced the source by its own.
        let ownAddress: IPAddress?
    }

    /// Where the packet would be handed over, on a journey that ends before the filters of the receiver.
    private(set) var delivery: Delivery?
    private let endsAtDelivery: Bool

    /// What is taken to be otherwise than the estate has it; nil for the estate as it is.
    private let supposition: Supposition?
    var isSupposing: Bool { supposition != nil }

    /// Every step that stops the packet, and those it would be stopped at but for the supposition.
    private(set) var blockers: [Step] = []

    /// Handing a packet over to whatever stands at its destination.
    struct Delivery: Equatable {
        /// The virtual network it is delivered in.
        let network: ResourceID
        /// The one that hands it over.
        let sender: ResourceID
    }

    /// A journey that ends at delivery leaves the receiver out.
    init(_ probe: Probe, endsAtDelivery: Bool = false, supposing supposition: Supposition? = nil) {
        self.probe = probe
        self.endsAtDelivery = endsAtDelivery
        self.supposition = supposition
    }

    /// Ends the journey where only the way there was asked for.
    mutating func handsOver(_ delivery: Delivery) -> Bool {
        guard endsAtDelivery else { return false }
        self.delivery = delivery
        return true
    }

    /// How a leg of the way ends.
    enum Outcome {
        /// The packet is where it was sent.
        case arrived
        /// The step stops it.
        case stopped(Step)
    }

    /// Whether members of a pool hand the packet over differently, so that what is behind them decides between them.
    private(set) var isSplit = false

    /// Notes whether ways that get through do not all end alike.
    mutating func compare(_ ways: [Journey]) {
        guard endsAtDelivery, let first = ways.first else { return }
        isSplit =
            isSplit
            || ways.contains { way in
                way.isSplit || way.delivery != first.delivery || (way.doubt == nil) != (first.doubt == nil)
                    || way.probe.source.value != first.probe.source.value
                    || way.isFilteredOut != first.isFilteredOut
            }
    }

    /// Whether something other than a gateway of the estate has sent it on.
    var isForwarded: Bool { middleboxes.contains { $0.id.type != VirtualNetworkGateway.types[0] } }

    /// Whether a security group was asked about it on its way out.
    var isFilteredOut: Bool { path.contains { $0.stage == .securityGroupOutbound } }

    mutating func note(_ step: Step) { path.append(step) }

    mutating func assume(_ more: [Assumption]) {
        for assumption in more where !assumptions.contains(assumption) { assumptions.append(assumption) }
    }

    mutating func assume(_ assumption: Assumption?) { assume(assumption.map { [$0] } ?? []) }

    /// Goes on although the packet may not.
    mutating func doubt(_ reason: Assumption, at step: Step? = nil) {
        guard doubt == nil else {
            assume(reason)
            return
        }
        doubt = reason
        doubtful = step
    }

    mutating func pass(_ middlebox: Middlebox) { middleboxes.append(middlebox) }

    /// Notes the step and ends there.
    mutating func stop(_ step: Step) -> Outcome {
        note(step)
        blockers.append(step)
        return .stopped(step)
    }

    /// Notes a step that stops the packet.
    ///
    /// - Returns: The end of the way; nil where the packet is supposed to get past the step.
    mutating func block(_ step: Step) -> Outcome? {
        let outcome = stop(step)
        return getsPast(step) ? nil : outcome
    }

    /// Whether the packet is supposed to get past a step.
    func getsPast(_ step: Step) -> Bool { supposition?.opens(step) == true }

    /// Whether what leads the packet on is supposed to be gone.
    func lacks(_ carrier: ResourceID?) -> Bool {
        guard let carrier, let supposition, !supposition.removed.isEmpty else { return false }
        return supposition.removed.contains(carrier)
    }

    /// Whether the packet is supposed to be stopped at a step.
    func isStopped(at step: Step) -> Bool { supposition?.closes(step) == true }

    /// Notes a step that lets the packet pass.
    ///
    /// - Returns: The end of the way where the packet is supposed to be stopped there, else nil.
    mutating func pass(_ step: Step) -> Outcome? {
        guard isStopped(at: step) else {
            note(step)
            return nil
        }
        var closed = step
        closed.action = .deny
        return stop(closed)
    }

    /// Whether the packet was there before: it goes round in circles.
    func hasPassed(_ id: ResourceID) -> Bool { middleboxes.contains { $0.id == id } }

    /// Longer ways do not exist in a working network.
    static let mostMiddleboxes = 12

    /// What the outcome means for the packet as it was sent.
    func trace(_ outcome: Outcome, packet: Packet, returning: Trace.Return?) -> Trace {
        switch outcome {
        case .stopped(let step):
            return Trace(
                verdict: .deny,
                decidedBy: step,
                path: path,
                assumptions: assumptions,
                returning: nil,
                packet: packet,
                probe: probe,
                receiver: receiver
            )
        case .arrived:
            let filters: Set<Step.Stage> = [
                .adminOutbound, .securityGroupOutbound, .firewallDNAT, .firewallNetwork, .firewallApplication,
                .adminInbound, .securityGroupInbound, .serviceFirewall,
            ]
            let last = path.last {
                filters.contains($0.stage) && ($0.action == .allow || $0.action == .alwaysAllow)
            }
            return Trace(
                verdict: doubt == nil ? .allow : .unknown,
                decidedBy: doubt == nil ? last : doubtful,
                path: path,
                assumptions: (doubt.map { [$0] } ?? []) + assumptions.filter { $0 != doubt },
                returning: returning,
                packet: packet,
                probe: probe,
                receiver: receiver
            )
        }
    }
}

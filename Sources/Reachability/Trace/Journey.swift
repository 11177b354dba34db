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

    /// Handing a packet over to whatever stands at its destination.
    struct Delivery: Equatable {
        /// The virtual network it is delivered in.
        let network: ResourceID
        /// The one that hands it over.
        let sender: ResourceID
    }

    /// A journey that ends at delivery leaves the receiver out.
    init(_ probe: Probe, endsAtDelivery: Bool = false) {
        self.probe = probe
        self.endsAtDelivery = endsAtDelivery
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
        return .stopped(step)
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
                probe: probe
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
                probe: probe
            )
        }
    }
}

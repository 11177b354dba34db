package import Topology

/// What becomes of one packet, and of every packet like it, step by step.
package struct Trace: Sendable {
    /// Whether replies find their way back.
    package enum Return: String, Sendable, CaseIterable {
        case symmetric
        /// They take a way that a stateful device on the forward way breaks.
        case asymmetric
        /// No route leads them back.
        case none
    }

    package let verdict: Verdict
    /// For a deny the first step that stops the packet, for an allow the last filter that let it pass, for an unknown
    /// verdict the step that leaves it open; nil where no filter was asked.
    package let decidedBy: Step?
    package let path: [Step]
    /// What the answer rests on; for an unknown verdict the first one is the reason.
    package let assumptions: [Assumption]
    /// Nil for a packet that does not arrive.
    package let returning: Return?
    /// The packet as it was sent.
    package let packet: Packet
    /// The packets of which all of this is true: the header as it was sent, with its windows.
    package let probe: Probe
    /// The subnet in which the packet arrived, where it is known.
    package let receiver: ResourceID?

    /// The appliances and firewalls that the packet went through, in order.
    package var through: [ResourceID] {
        path.filter { step in
            switch step.stage {
            case .appliance, .firewallNetwork, .firewallApplication, .firewallDNAT: step.action != .deny
            default: false
            }
        }
        .compactMap { $0.place ?? $0.resource }
        .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
    }
}

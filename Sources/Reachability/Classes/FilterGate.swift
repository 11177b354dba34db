/// The filters in front of a place in one direction: admin rules, then the security groups of subnet and interface.
struct FilterGate: Hashable, Sendable {
    /// How the place treats packets that come to it.
    enum Mode: UInt8, Sendable {
        /// The filters decide.
        case filtered
        /// Nothing gets through.
        case closed
        /// Whether something gets through cannot be said.
        case open
        /// The way through is a trace of its own: a load balancer or an application gateway.
        case traced
    }

    /// Instead of a list's number: there is no such filter.
    static let absent: Int32 = -1
    /// Instead of a list's number: there is one that cannot be read.
    static let unreadable: Int32 = -2

    var mode = Mode.filtered
    var admin = FilterGate.absent
    var subnet = FilterGate.absent
    var interface = FilterGate.absent
    /// The set that `VirtualNetwork` stands for; -1 where no list is asked.
    var tag: Int32 = -1
    /// The set of which it is not known whether `VirtualNetwork` covers it; -1 where there is none.
    var perhaps: Int32 = -1
}

/// What a gate does with the services of an axis.
struct GateWords: Hashable, Sendable {
    /// Certainly let through.
    var certain: UInt64 = 0
    /// Perhaps let through.
    var possible: UInt64 = 0
    /// Services that a security group was asked about.
    var filtered: UInt64 = 0

    static let closed = GateWords()

    /// Combines what the lists of a gate say, in the order in which they are asked.
    init(_ services: UInt64, _ gate: FilterGate, _ words: (Int32) -> ListWords) {
        switch gate.mode {
        case .closed, .traced: return
        case .open:
            possible = services
            return
        case .filtered: break
        }
        var pass = services
        var doubt: UInt64 = 0
        var skips: UInt64 = 0
        var maySkip: UInt64 = 0
        if gate.admin >= 0 {
            let said = words(gate.admin)
            pass &= ~said.deny
            doubt |= said.mayDeny
            skips = said.always
            maySkip = said.mayAlways
        }
        var denied: UInt64 = 0
        for group in [gate.subnet, gate.interface] where group != FilterGate.absent {
            filtered = services & ~skips
            guard group >= 0 else {
                doubt |= pass & ~skips
                continue
            }
            let said = words(group)
            denied |= said.deny & ~skips
            doubt |= said.open & ~skips
        }
        // What the groups stop may get past them where a rule that always allows may match.
        let saved = denied & maySkip
        pass &= ~(denied & ~maySkip)
        doubt |= saved
        filtered &= ~saved
        certain = pass & ~doubt
        possible = pass & doubt
    }

    init(certain: UInt64 = 0, possible: UInt64 = 0, filtered: UInt64 = 0) {
        self.certain = certain
        self.possible = possible
        self.filtered = filtered
    }
}

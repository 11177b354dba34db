import Topology

/// Whom a sender reaches.
extension AxisRun {
    /// What a traced receiver does with packets from a range of sources.
    struct Arrival {
        let sources: Range<Int32>
        let words: GateWords
    }

    /// What a row does not tell for all members of a class: where classes would have to be cut.
    struct Row {
        /// The senders for which the row is true, by place in the world.
        var sources: Range<Int32>
        /// Where a class of receivers is reached in part only.
        var cuts: Set<Int32> = []
    }

    /// Calls with every class of which some members are reached, perhaps more than once, with the services.
    ///
    /// The members are those between two places among all members of ``EndpointClasses/members``; the sender may be among
    /// them.
    @inline(__always)
    mutating func row(
        from sender: Int,
        _ classes: EndpointClasses,
        _ body: (_ number: Int, _ members: Range<Int>?, _ certain: UInt64, _ possible: UInt64) -> Void
    ) -> Row {
        let rank = model.table.ranks[sender]
        setSource(rank)
        let sending = parts(from: sender)
        var row = Row(sources: sending.sources)
        sending.forEach(model.table) { fill($0, sender, $1, classes, &row, body) }
        return row
    }

    @inline(__always)
    private mutating func fill(
        _ part: OutPart,
        _ sender: Int,
        _ network: Int32,
        _ classes: EndpointClasses,
        _ row: inout Row,
        _ body: (_ number: Int, _ members: Range<Int>?, _ certain: UInt64, _ possible: UInt64) -> Void
    ) {
        let source = part.source == OutPart.ownSource ? model.table.ranks[sender] : part.source
        let memo = memo(of: part.source)
        let faults = model.faults
        let isForwarded =
            part.peering.onlyFrom >= 0 && !model.spaces[Int(part.peering.onlyFrom)].holds(source)
        let reached = part.certain | part.possible
        let isStray = part.network == OutPart.anywhere
        classes.forEach(in: network, part.range) { number in
            let isWhole = classes.isWhole(number, part.range)
            if part.isAsked {
                ask(sender, number, part, classes, body)
                return
            }
            var certain: UInt64
            var possible: UInt64
            if isStray {
                (certain, possible) = (part.certain, part.possible)
            } else {
                let gate = classes.inbound[number]
                let words =
                    model.gates[Int(gate)].mode == .traced
                    ? arrival(Int(classes.members[Int(classes.starts[number])]), source)
                    : gateWords(gate, memo: memo)
                certain = part.certain & words.certain
                possible = reached & (words.certain | words.possible) & ~certain
                let doubts = part.peering.doubts(words, unfiltered: part.unfiltered, isForwarded: isForwarded)
                possible |= certain & doubts
                certain &= ~doubts
            }
            if faults.contains(.setsForgetOpen) { possible = 0 }
            guard certain | possible != 0 else { return }
            if isWhole {
                body(number, nil, certain, possible)
            } else {
                let members = classes.members(of: number, in: part.range, model.table)
                guard !members.isEmpty else { return }
                row.cuts.formUnion([part.range.lowerBound, part.range.upperBound])
                body(number, members, certain, possible)
            }
        }
    }

    /// The way in of a receiver that only traces tell, for packets from an address.
    private mutating func arrival(_ receiver: Int, _ source: Int32) -> GateWords {
        if arrivals[Int32(receiver)] == nil { arrivals[Int32(receiver)] = arrivals(at: receiver) }
        var words = GateWords()
        for arrival in arrivals[Int32(receiver)] ?? [] where arrival.sources.contains(source) {
            words.certain |= arrival.words.certain
            words.possible |= arrival.words.possible
            words.filtered |= arrival.words.filtered
        }
        return words
    }

    private mutating func arrivals(at receiver: Int) -> [Arrival] {
        let site = model.table.sites[receiver]
        let count = Int32(model.table.world.count)
        var found: [Arrival] = []
        var waiting = [(range: 0..<count, services: carried)]
        while let (range, services) = waiting.popLast() {
            var next = range.lowerBound
            while next < range.upperBound, services != 0 {
                let bit = services.trailingZeroBitCount
                let service = axis.atoms[bit].service
                var journey = Journey(
                    Probe(
                        protocolNumber: service.protocolNumber,
                        source: IPAddress(line: model.table.world[Int(next)]),
                        destination: site.address,
                        destinationPort: service.port
                    )
                )
                let outcome = model.tracer.arrive(at: site, to: .site(site), &journey)
                let reach = model.table.ranks(in: journey.probe.source.window).clamped(to: range)
                let alike =
                    axis.bits(like: bit, in: journey.probe.destinationPort.window, cuts: &portCuts) & services
                let end = max(next + 1, reach.upperBound)
                if case .arrived = outcome {
                    let isFiltered = journey.path.contains { $0.stage == .securityGroupInbound }
                    let words = GateWords(
                        certain: journey.doubt == nil ? alike : 0,
                        possible: journey.doubt == nil ? 0 : alike,
                        filtered: isFiltered ? alike : 0
                    )
                    found.append(Arrival(sources: next..<end, words: words))
                }
                let rest = services & ~alike
                if rest != 0 { waiting.append((next..<end, rest)) }
                next = end
            }
        }
        return found
    }

    /// Pairs by traces of their own.
    private mutating func ask(
        _ sender: Int,
        _ number: Int,
        _ part: OutPart,
        _ classes: EndpointClasses,
        _ body: (_ number: Int, _ members: Range<Int>?, _ certain: UInt64, _ possible: UInt64) -> Void
    ) {
        for place in classes.members(of: number, in: part.range, model.table) {
            let receiver = Int(classes.members[place])
            let (certain, possible) = pair(sender, receiver, part.certain | part.possible)
            if certain | possible != 0 {
                body(number, classes.size(number) == 1 ? nil : place..<place + 1, certain, possible)
            }
        }
    }

    /// What passes between two endpoints, by the point evaluator alone.
    mutating func pair(
        _ sender: Int,
        _ receiver: Int,
        _ services: UInt64
    ) -> (certain: UInt64, possible: UInt64) {
        var (certain, possible): (UInt64, UInt64) = (0, 0)
        var rest = services
        while rest != 0 {
            let bit = rest.trailingZeroBitCount
            let service = axis.atoms[bit].service
            let trace = model.tracer.trace(
                from: .site(model.table.sites[sender]),
                to: .site(model.table.sites[receiver]),
                protocolNumber: service.protocolNumber,
                destinationPort: service.port
            )
            let alike = axis.bits(like: bit, in: trace.probe.destinationPort.window, cuts: &portCuts) & rest
            switch trace.verdict {
            case .allow: certain |= alike
            case .unknown: possible |= alike
            case .deny: break
            }
            rest &= ~(alike | 1 << UInt64(bit))
        }
        return (certain, possible)
    }
}

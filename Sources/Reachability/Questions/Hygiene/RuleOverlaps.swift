/// How the rules of one ordered list stand to each other: what each decides, and what would without it.
///
/// Exact on sets of packets. What is known by name alone stays a name, the same in every rule, so that a rule said to
/// be covered is covered whoever is behind the names (azure-semantics 1.1).
struct RuleOverlaps {
    /// Rules by the order in which they decide.
    let rules: [FilterRule]

    /// What one rule decides.
    struct Share {
        /// Its packets that no earlier rule decides, in boxes that share none.
        let own: [PacketBox]
        /// The earlier rules that decide the others, each with what it takes.
        let takers: [(rule: Int, parts: [PacketBox])]
        /// Whether the rules part the traffic so finely that the question was given up.
        let isGivenUp: Bool
    }

    /// Comparisons of boxes for one rule; no list that a person wrote comes near.
    private static let mostWork = 200_000

    /// What is left of a rule behind the earlier ones.
    func share(of index: Int) -> Share {
        var work = Self.mostWork
        var open = Self.disjoint(rules[index].matches, &work)
        var takers: [(Int, [PacketBox])] = []
        for earlier in 0..<index where !open.isEmpty {
            let taken = Self.take(rules[earlier].matches, from: &open, &work)
            if !taken.isEmpty { takers.append((earlier, taken)) }
            guard work > 0 else { return Share(own: open, takers: takers, isGivenUp: true) }
        }
        return Share(own: open, takers: takers, isGivenUp: false)
    }

    /// Which later rules would decide packets, with the parts each would; what none decides is the rest.
    func heirs(
        of boxes: [PacketBox],
        after index: Int
    )
        -> (heirs: [(rule: Int, parts: [PacketBox])], rest: [PacketBox], isGivenUp: Bool)
    {
        var work = Self.mostWork
        var open = boxes
        var heirs: [(Int, [PacketBox])] = []
        for later in rules.indices.dropFirst(index + 1) where !open.isEmpty {
            let taken = Self.take(rules[later].matches, from: &open, &work)
            if !taken.isEmpty { heirs.append((later, taken)) }
            guard work > 0 else { return (heirs, open, true) }
        }
        return (heirs, open, false)
    }

    /// The parts of two rules' packets that the earlier of them decides; none where one of them holds all of the other.
    func correlation(of earlier: Int, _ later: Int) -> [PacketBox] {
        let (first, second) = (rules[earlier].matches, rules[later].matches)
        guard first.contains(where: { box in second.contains(where: box.overlaps) }) else { return [] }
        var work = Self.mostWork
        guard !Self.holds(first, second, &work), !Self.holds(second, first, &work), work > 0 else {
            return []
        }
        var open = first.flatMap { box in second.compactMap(box.intersection) }
        for before in 0..<earlier where !open.isEmpty {
            _ = Self.take(rules[before].matches, from: &open, &work)
        }
        return work > 0 ? open : []
    }

    /// Whether every packet of some boxes is in others.
    private static func holds(_ whole: [PacketBox], _ part: [PacketBox], _ work: inout Int) -> Bool {
        var open = part
        _ = take(whole, from: &open, &work)
        return open.isEmpty
    }

    /// Takes the packets of some boxes out of others, and gives the parts taken.
    private static func take(
        _ takers: [PacketBox],
        from open: inout [PacketBox],
        _ work: inout Int
    ) -> [PacketBox] {
        var taken: [PacketBox] = []
        for taker in takers {
            work -= open.count
            guard work > 0, open.contains(where: taker.overlaps) else { continue }
            var rest: [PacketBox] = []
            for box in open {
                guard let part = box.intersection(taker) else {
                    rest.append(box)
                    continue
                }
                taken.append(part)
                rest += box.subtracting(taker)
            }
            open = rest
        }
        return taken
    }

    /// The same packets in boxes that share none.
    private static func disjoint(_ boxes: [PacketBox], _ work: inout Int) -> [PacketBox] {
        var parts: [PacketBox] = []
        for (index, box) in boxes.enumerated() where !box.isEmpty {
            var rest = [box]
            _ = take(Array(boxes[..<index]), from: &rest, &work)
            parts += rest
        }
        return parts
    }
}

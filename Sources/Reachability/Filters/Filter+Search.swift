/// Looking for one packet where the whole parting of a question is not needed.
extension Filter {
    /// A part of the packets that a rule decides.
    ///
    /// - Parameters:
    ///   - index: The place of the rule in ``rules``.
    ///   - question: The packets asked about.
    /// - Returns: A certain part where there is one, else one that may be empty, nil where the rule decides none.
    package func part(decidedBy index: Int, of question: PacketBox) -> FilterDecision? {
        var work = Self.mostWork
        return part(decidedBy: index, of: question, within: &work)
    }

    /// The same with a limit to the work, in comparisons of boxes; several searches may share one.
    package func part(
        decidedBy index: Int,
        of question: PacketBox,
        within work: inout Int
    ) -> FilterDecision? {
        let rule = rules[index]
        let earlier = matches[..<starts[index]]
        var possible: PacketBox?
        for match in rule.matches {
            guard let whole = question.intersection(match) else { continue }
            // Most rules speak of something else altogether.
            let near = work > 0 ? earlier.filter(whole.overlaps) : []
            work -= earlier.count
            guard !near.contains(where: { $0.contains(whole) }) else { continue }
            // Depth first: one part that gets by all earlier rules is enough.
            var open = [(box: whole, next: 0)]
            while let (box, next) = open.popLast() {
                let hit = near[next...].firstIndex(where: box.overlaps)
                work -= (hit ?? near.count) - next + 1
                guard work > 0 else {
                    return FilterDecision(tooMany: rule, packets: PacketSet(box), question: question)
                }
                guard let hit else {
                    guard !box.isCertain(in: question) else {
                        return FilterDecision(rule: rule, packets: PacketSet(box), question: question)
                    }
                    possible = possible ?? box
                    continue
                }
                open += box.subtracting(near[hit]).map { ($0, hit + 1) }
            }
        }
        return possible.map { FilterDecision(rule: rule, packets: PacketSet($0), question: question) }
    }

    /// A part of the packets decided by one of the rules sought, a certain one where there is one; nil where they
    /// decide none.
    package func part(
        of question: PacketBox,
        decidedByRuleWhere isSought: (FilterRule) -> Bool
    ) -> FilterDecision? {
        var possible: FilterDecision?
        var work = Self.mostWork
        for index in rules.indices where isSought(rules[index]) {
            guard let found = part(decidedBy: index, of: question, within: &work) else { continue }
            guard found.certain.isEmpty else { return found }
            possible = possible ?? found
        }
        return possible
    }

    /// A part of the packets that a rule decides of which it cannot be read what it does; nil where there is none.
    package func unreadPart(of question: PacketBox) -> FilterDecision? {
        part(of: question) { rule in
            if case .unknown = rule.action { true } else { false }
        }
    }
}

/// One security group in one direction: rules by ascending priority, of which the first that matches decides.
///
/// The answer to a question is exact: the packets asked about are parted among the rules that decide them, so a
/// rule that earlier rules cover decides nothing and a rule that admits a part of the packets is given that part
/// (azure-semantics 1.1). Only initiating packets are asked about; replies need no rule.
package struct Filter: Sendable {
    package let rules: [FilterRule]
    /// What all rules match, in their order, and where the matches of each begin.
    let matches: [PacketBox]
    let starts: [Int]

    /// Comparisons of boxes beyond this many end a question as unknown; no set of rules a person wrote comes near.
    package static let mostWork = 1_000_000

    /// Rules in any order; of two with one priority the first given decides.
    package init(rules: [FilterRule]) {
        self.rules = rules.enumerated()
            .sorted { ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset) }
            .map(\.element)
        var starts: [Int] = []
        var matches: [PacketBox] = []
        for rule in self.rules {
            starts.append(matches.count)
            matches += rule.matches
        }
        self.starts = starts
        self.matches = matches
    }

    /// Which rule decides which of the packets, in the order of the rules; rules that decide none are left out.
    package func decisions(for question: PacketBox) -> [FilterDecision] {
        var open = PacketSet(question)
        var work = Self.mostWork
        var decisions: [FilterDecision] = []
        for rule in rules where !open.isEmpty {
            work -= open.boxes.count.multipliedReportingOverflow(by: rule.matches.count + 1).partialValue
            guard work > 0 else {
                return decisions + [FilterDecision(tooMany: rule, packets: open, question: question)]
            }
            let (decided, rest) = open.split(by: rule.matches)
            if !decided.isEmpty {
                decisions.append(FilterDecision(rule: rule, packets: decided, question: question))
            }
            open = rest
        }
        return decisions
    }

    /// What becomes of the packets as a whole, with the rules to blame.
    package func verdict(for question: PacketBox) -> FilterVerdict { FilterVerdict(decisions(for: question)) }
}

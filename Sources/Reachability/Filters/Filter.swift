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

    /// Parts beyond this many end the question as unknown; no set of rules a person wrote comes near.
    static let mostParts = 20_000

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
        var decisions: [FilterDecision] = []
        for rule in rules where !open.isEmpty {
            let (decided, rest) = open.split(by: rule.matches)
            if !decided.isEmpty {
                decisions.append(FilterDecision(rule: rule, packets: decided, question: question))
            }
            open = rest
            if open.boxes.count > Self.mostParts {
                return decisions + [FilterDecision(tooMany: rule, packets: open, question: question)]
            }
        }
        return decisions
    }

    /// What becomes of the packets as a whole, with the rules to blame.
    package func verdict(for question: PacketBox) -> FilterVerdict { FilterVerdict(decisions(for: question)) }
}

package import Rules

/// The number of findings of each outcome, after the review.
package struct ReviewCounts: Hashable, Sendable {
    private var byOutcome: [Outcome: Int] = [:]
    /// How many questions are answered, whatever the answer; those still open are counted as `manual`.
    package private(set) var answered = 0
    /// How many of the answered questions still need attention.
    package private(set) var attention = 0
    /// How many failures, unknowns and open questions a baseline holds already; they are counted as nothing else.
    package private(set) var known = 0
    private var failures: [Severity: Int] = [:]

    package init() {}

    package init(_ findings: some Sequence<ReviewedFinding>) { for finding in findings { add(finding) } }

    /// The gravest severity among the failures that nobody has decided on, or nil where there is none.
    package var worst: Severity? { failures.keys.max() }

    package subscript(outcome: Outcome) -> Int { byOutcome[outcome, default: 0] }
    package var total: Int { byOutcome.values.reduce(answered + known, +) }

    /// Counts a finding.
    package mutating func add(_ finding: ReviewedFinding) { count(finding, 1) }

    /// Takes a finding that was counted out again.
    package mutating func remove(_ finding: ReviewedFinding) { count(finding, -1) }

    private mutating func count(_ finding: ReviewedFinding, _ step: Int) {
        if finding.isKnown {
            known += step
            return
        }
        if finding.isAnswered {
            answered += step
            if finding.needsAttention { attention += step }
            return
        }
        let outcome = finding.outcome
        byOutcome.count(outcome, step)
        if outcome == .fail { failures.count(finding.finding.severity, step) }
    }
}

extension Dictionary where Value == Int {
    /// Counts a key up or down; one that is there no more leaves nothing behind.
    fileprivate mutating func count(_ key: Key, _ step: Int) {
        let count = self[key, default: 0] + step
        self[key] = count == 0 ? nil : count
    }
}

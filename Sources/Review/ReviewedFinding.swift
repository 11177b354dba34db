package import Rules

/// A finding with what the review says of it.
package struct ReviewedFinding: Sendable {
    package let finding: Finding
    /// The decision that covers it, whether or not it counts.
    package let decision: Decision?
    package let standing: Decision.Standing?
    /// The answer to its question.
    package let answer: Answer?
    /// Whether a baseline holds it, so that it is nothing new.
    package var isKnown = false
    /// Whether a baseline speaks of it at all, whatever it said.
    package var isInBaseline = false

    /// The outcome: a failure or an unknown with a decision in force is waived.
    package var outcome: Outcome {
        standing == .inForce && [.fail, .unknown].contains(finding.outcome) ? .waived : finding.outcome
    }

    /// Whether it is a question that somebody has answered, whatever the answer is.
    package var isAnswered: Bool { finding.outcome == .manual && answer != nil }

    /// Whether a reviewer is asked for something: a decision on a failure or an unknown, an answer to a question.
    package var needsDecision: Bool {
        switch outcome {
        case .fail, .unknown: true
        case .manual: answer == nil
        case .pass, .notApplicable, .waived: false
        }
    }

    /// Whether the answer to its question is not the one that lets it rest: `no`, or that nobody knows.
    ///
    /// It stays marked until the answer changes or a decision in force covers it.
    package var needsAttention: Bool {
        isAnswered && answer?.answer != .yes && standing != .inForce
    }
}

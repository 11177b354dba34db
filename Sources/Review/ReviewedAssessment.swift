package import Rules
import Topology

/// A finding with what the review says of it.
package struct ReviewedFinding: Sendable {
    package let finding: Finding
    /// The decision that covers it, whether or not it counts.
    package let decision: Decision?
    package let standing: Decision.Standing?
    /// The answer to its question.
    package let answer: Answer?

    /// The outcome: a failure or an unknown with a decision in force is waived.
    package var outcome: Outcome {
        standing == .inForce && [.fail, .unknown].contains(finding.outcome) ? .waived : finding.outcome
    }
}

/// An assessment with the review applied.
package struct ReviewedAssessment: Sendable {
    /// In the order of the assessment.
    package let findings: [ReviewedFinding]

    /// Lays a review over an assessment.
    ///
    /// Among the decisions that cover a finding, one about exactly its resource precedes a glob, and a later one an
    /// earlier one.
    package init(_ assessment: Assessment, review: ReviewDocument?, today: Day) {
        let decisions = Dictionary(grouping: review?.decisions ?? []) { $0.control.lowercased() }
        let answers = Dictionary(grouping: review?.answers ?? []) { $0.control.lowercased() }
        findings = assessment.findings.map { finding in
            let id = finding.resource?.id.text.lowercased() ?? ""
            let covering = decisions[finding.control.id.lowercased(), default: []].filter {
                $0.covers(finding)
            }
            let decision = covering.last { $0.resource.lowercased() == id } ?? covering.last
            let answer = answers[finding.control.id.lowercased(), default: []]
                .last { $0.resource == nil || $0.resource?.lowercased() == id }
            return ReviewedFinding(
                finding: finding,
                decision: decision,
                standing: decision?.standing(on: today),
                answer: answer
            )
        }
    }

    /// How many findings have each outcome.
    package var counts: ReviewCounts { ReviewCounts(findings) }
}

/// The number of findings of each outcome, after the review.
package struct ReviewCounts: Hashable, Sendable {
    private var byOutcome: [Outcome: Int] = [:]
    /// The gravest severity among the failures that nobody has decided on, or nil where there is none.
    package private(set) var worst: Severity?

    package init(_ findings: some Sequence<ReviewedFinding>) {
        for finding in findings {
            byOutcome[finding.outcome, default: 0] += 1
            if finding.outcome == .fail { worst = max(worst ?? .info, finding.finding.severity) }
        }
    }

    package subscript(outcome: Outcome) -> Int { byOutcome[outcome, default: 0] }
    package var total: Int { byOutcome.values.reduce(0, +) }
}

package import Rules
import Topology

/// What filters and sorting ask of a finding, apart from the finding itself, which is large.
package struct FindingFacts: Sendable, Hashable {
    /// The outcome after the review.
    package let outcome: Outcome
    package let severity: Severity
    /// The step with which the finding is shown.
    package let step: Int
    /// Where its resource stands in the index; -1 where it is not there.
    package let resource: Int

    init(_ reviewed: ReviewedFinding, in index: EstateIndex?) {
        resource = reviewed.finding.resource.flatMap { index?.position($0.id) } ?? -1
        outcome = reviewed.outcome
        severity = reviewed.finding.severity
        step = reviewed.finding.control.section.reviewStep
    }

    /// Whether something is wrong, unknown, asked or decided upon.
    package var isOpen: Bool { outcome.isOpen }
}

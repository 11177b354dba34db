package import Review
import Rules
package import Topology

/// What `check` has to tell: an estate, what was found in it, and what could not be read.
///
/// Each format is an extension in a file of its own.
package struct FindingsReport: Sendable {
    /// What the estate is called, for example the name of its file.
    package let estate: String
    package let topology: Topology
    /// How many parts of the input were listed as not understood.
    package let notUnderstood: Int
    package let assessment: ReviewedAssessment
    /// Whether passes and controls that do not apply are listed too.
    package let listsEverything: Bool

    package init(
        estate: String,
        topology: Topology,
        notUnderstood: Int,
        assessment: ReviewedAssessment,
        listsEverything: Bool
    ) {
        self.estate = estate
        self.topology = topology
        self.notUnderstood = notUnderstood
        self.assessment = assessment
        self.listsEverything = listsEverything
    }

    /// The findings to list, in the order of the catalogue.
    var listed: [ReviewedFinding] {
        listsEverything
            ? assessment.findings
            : assessment.findings.filter { ![.pass, .notApplicable].contains($0.outcome) }
    }
}

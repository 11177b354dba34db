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
    /// The findings, those a filter hides left out.
    package let assessment: ReviewedAssessment
    package let scope: Scope

    /// What was asked for, so that a reader knows what a report does not speak of.
    package struct Scope: Sendable {
        /// Whether passes, controls that do not apply and findings of the baseline are listed too.
        package var listsEverything: Bool
        /// The filter as it was typed; empty where there is none.
        package var filter: String
        /// Whether findings were compared with those of a run before.
        package var hasBaseline: Bool
        /// The day the decisions were looked at.
        package var today: Day
        /// The version of the program.
        package var version: String

        package init(
            listsEverything: Bool,
            filter: String = "",
            hasBaseline: Bool = false,
            today: Day,
            version: String
        ) {
            self.listsEverything = listsEverything
            self.filter = filter
            self.hasBaseline = hasBaseline
            self.today = today
            self.version = version
        }
    }

    package init(
        estate: String,
        topology: Topology,
        notUnderstood: Int,
        assessment: ReviewedAssessment,
        scope: Scope
    ) {
        self.estate = estate
        self.topology = topology
        self.notUnderstood = notUnderstood
        self.assessment = assessment
        self.scope = scope
    }

    /// The findings to list, in the order of the catalogue.
    var listed: [ReviewedFinding] {
        scope.listsEverything
            ? assessment.findings
            : assessment.findings.filter { !$0.isKnown && ![.pass, .notApplicable].contains($0.outcome) }
    }

    /// The name of what a finding is about.
    func subject(of reviewed: ReviewedFinding) -> String {
        reviewed.finding.resource.map(topology.displayName(of:)) ?? "the estate"
    }

    /// The name of a resource that evidence stands at; nil where it is the one that is judged.
    func owner(of evidence: Finding.Evidence, in reviewed: ReviewedFinding) -> String? {
        guard evidence.resource != reviewed.finding.resource?.id else { return nil }
        return topology.resource(evidence.resource).map(topology.displayName(of:))
            ?? evidence.resource.displayName
    }
}

import Rules
import Topology

/// What a review says of one control, arranged for looking up what counts for a finding.
struct ReviewEntries: Hashable, Sendable {
    private var decisions: [Decision] = []
    private var answers: [Answer] = []

    /// The entries of a review by control, its id in lower case.
    static func byControl(_ review: ReviewDocument?) -> [String: ReviewEntries] {
        var entries: [String: ReviewEntries] = [:]
        for decision in review?.decisions ?? [] {
            entries[decision.control.lowercased(), default: ReviewEntries()].decisions.append(decision)
        }
        for answer in review?.answers ?? [] {
            entries[answer.control.lowercased(), default: ReviewEntries()].answers.append(answer)
        }
        return entries
    }

    /// Looks up what the entries say of any number of findings of their control.
    struct Lookup {
        private var exact: [ResourceID: Decision] = [:]
        private var globs: [(glob: Glob, decision: Decision)] = []
        private var answers: [ResourceID: (place: Int, answer: Answer)] = [:]
        private var general: (place: Int, answer: Answer)?
        private let today: Day

        init(_ entries: ReviewEntries, today: Day) {
            self.today = today
            for decision in entries.decisions {
                exact[ResourceID(decision.resource)] = decision
                if decision.resource.contains("*") { globs.append((Glob(decision.resource), decision)) }
            }
            for (place, answer) in entries.answers.enumerated() {
                if let resource = answer.resource {
                    answers[ResourceID(resource)] = (place, answer)
                } else {
                    general = (place, answer)
                }
            }
        }

        /// A finding with what counts for it.
        ///
        /// Among the decisions that cover it, one about exactly its resource precedes a glob, and a later one an
        /// earlier one; of the answers the last one counts.
        func reviewed(_ finding: Finding) -> ReviewedFinding {
            let id = finding.resource?.id ?? ResourceID("")
            let decision = exact[id] ?? globs.last { $0.glob.matches(id.text) }?.decision
            let answer = [general, answers[id]].compactMap(\.self).max { $0.place < $1.place }
            return ReviewedFinding(
                finding: finding,
                decision: decision,
                standing: decision?.standing(on: today),
                answer: answer?.answer
            )
        }
    }
}

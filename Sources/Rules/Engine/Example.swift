/// A small estate, in Azure's JSON, with the outcome a control must give for it.
package struct Example: Sendable {
    package let outcome: Outcome
    /// A Resource Graph array, or one resource.
    package let estate: String

    /// Whether findings about the estate are what it must give.
    ///
    /// A failure among passes fails the estate; of everything else there must be that and nothing beside it but what
    /// does not apply.
    package func isMet(by findings: [Finding]) -> Bool {
        let outcomes = Set(findings.map(\.outcome))
        if outcome == .fail { return outcomes.contains(.fail) }
        return outcomes.contains(outcome) && outcomes.subtracting([.notApplicable, outcome]).isEmpty
    }

    /// An estate the control must pass.
    package static func passes(_ estate: String) -> Example { Example(outcome: .pass, estate: estate) }
    /// An estate the control must fail.
    package static func fails(_ estate: String) -> Example { Example(outcome: .fail, estate: estate) }
    /// An estate the control cannot decide.
    package static func unknown(_ estate: String) -> Example { Example(outcome: .unknown, estate: estate) }
    /// An estate the control does not concern.
    package static func notApplicable(_ estate: String) -> Example {
        Example(outcome: .notApplicable, estate: estate)
    }
    /// An estate about which the control asks.
    package static func asks(_ estate: String) -> Example { Example(outcome: .manual, estate: estate) }
}

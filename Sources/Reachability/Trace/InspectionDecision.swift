/// What something that inspects packets does with one: a firewall, the access rules of a service.
package struct InspectionDecision: Sendable {
    package var verdict: Verdict
    /// What it writes down: the rule that decided, or that none did.
    package var steps: [Step]
    /// What it rests on; for an unknown verdict the first one is the reason.
    package var assumptions: [Assumption]
    /// Whether the packet goes on with the inspector's own address as its source.
    package var translatesSource: Bool

    package init(
        _ verdict: Verdict,
        _ steps: [Step],
        assumptions: [Assumption] = [],
        translatesSource: Bool = false
    ) {
        self.verdict = verdict
        self.steps = steps
        self.assumptions = assumptions
        self.translatesSource = translatesSource
    }
}

import Topology

/// What a filter does with the packets of a question.
package enum FilterVerdict: Sendable {
    /// Some or all are let through, by these rules, the one that decides first standing first.
    case allows([FilterDecision])
    /// None is let through.
    case denies([FilterDecision])
    /// Whether any is let through cannot be said, for this reason.
    case unknown(reason: String, [FilterDecision])

    init(_ decisions: [FilterDecision]) {
        let allowing = decisions.filter { $0.rule.action == .allow && !$0.certain.isEmpty }
        guard allowing.isEmpty else {
            self = .allows(allowing)
            return
        }
        let open = decisions.filter { $0.rule.action != .deny }
        self = open.first.map { .unknown(reason: $0.doubt, open) } ?? .denies(decisions)
    }
}

extension FilterDecision {
    /// Why it cannot be said whether the rule lets anything through.
    package var doubt: String {
        if case .unknown(let reason) = rule.action { return "Rule \(rule.name) cannot be read: \(reason)" }
        let tags = openTags.map(\.text).joined(separator: ", ")
        return tags.isEmpty
            ? "Rule \(rule.name) cannot be read in full"
            : "Rule \(rule.name) decides for addresses of \(tags), which the input does not list"
    }
}

import Review
import Rules
import Topology

/// The open failures at and below every resource, resource group and subscription.
struct Badges: Sendable {
    /// How many failures there are, and how grave the worst one is.
    struct Badge: Sendable, Hashable {
        var count = 0
        var worst = Severity.info
    }

    private var badges: [ResourceID: Badge] = [:]

    init(_ findings: [ReviewedFinding]) {
        for reviewed in findings where reviewed.outcome == .fail {
            var next = reviewed.finding.resource?.id
            // Azure nests types no deeper than a handful of levels.
            for _ in 0..<12 {
                guard let id = next else { break }
                badges[id, default: Badge()].count += 1
                badges[id, default: Badge()].worst = max(
                    badges[id]?.worst ?? .info,
                    reviewed.finding.severity
                )
                next = id.parent
            }
        }
    }

    /// What is open at a resource and below it; nil where nothing is.
    subscript(_ id: ResourceID) -> Badge? { badges[id] }
}

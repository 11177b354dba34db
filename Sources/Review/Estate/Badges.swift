package import Rules
package import Topology

/// The open failures at and below every resource, resource group and subscription.
package struct Badges: Sendable, Hashable {
    /// How many failures there are, and how grave the worst one is.
    package struct Badge: Sendable, Hashable {
        package let count: Int
        package let worst: Severity
    }

    /// How many failures of each severity there are; what has none is left out.
    private var failures: [ResourceID: [Severity: Int]] = [:]

    init(_ findings: [ReviewedFinding]) {
        for reviewed in findings where reviewed.outcome == .fail {
            count(reviewed.finding.severity, 1, at: reviewed.finding.resource?.id)
        }
    }

    /// Counts a failure in or out, at its resource and at all above it.
    mutating func count(_ severity: Severity, _ step: Int, at resource: ResourceID?) {
        var next = resource
        // Azure nests types no deeper than a handful of levels.
        for _ in 0..<12 {
            guard let id = next else { break }
            failures[id, default: [:]][severity, default: 0] += step
            if failures[id]?[severity] == 0 { failures[id]?[severity] = nil }
            next = id.parent
        }
    }

    /// What is open at a resource and below it; nil where nothing is.
    package subscript(_ id: ResourceID) -> Badge? {
        guard let counts = failures[id], let worst = counts.keys.max() else { return nil }
        return Badge(count: counts.values.reduce(0, +), worst: worst)
    }
}

package import JSON

/// A problem of the input, told where it stands; the reading goes on.
package struct Diagnostic: Sendable {
    package enum Severity: String, Sendable, CaseIterable { case error, warning, note }

    package let severity: Severity
    /// What is wrong, what was expected and what to do, in one sentence or two.
    package let message: String
    package let position: SourcePosition?
    package let resource: ResourceID?

    package init(
        _ severity: Severity,
        _ message: String,
        at position: SourcePosition? = nil,
        of resource: ResourceID? = nil
    ) {
        self.severity = severity
        self.message = message
        self.position = position
        self.resource = resource
    }
}

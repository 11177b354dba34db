package import JSON
package import Topology

/// What a control found at a resource, with what proves it.
package struct Finding: Sendable {
    package let control: Control
    package let outcome: Outcome
    package let severity: Severity
    package let resource: Resource?
    package let message: String
    package let evidence: [Evidence]
    /// Stable over runs, over the order and over the formatting of the input.
    package let fingerprint: String

    /// A property, its value and its place.
    package struct Evidence: Sendable {
        /// The path as the input spells it, for example `properties.ipsecPolicies[0].dhGroup`.
        package let path: String
        /// The value as JSON text, or nil where the property is absent.
        package let value: String?
        package let expected: String?
        package let resource: ResourceID
        package let position: SourcePosition?
    }
}

package import Topology

/// A property that proves a judgement; the engine adds its value and its place in the input.
package struct Proof: Sendable {
    /// The resource that holds it; nil for the one that is judged.
    package let resource: Resource?
    /// The path from the resource in ARM terms without `properties`, for example `ipsecPolicies[0].dhGroup`.
    package let path: String
    /// What would have passed; nil where the property is shown as a fact.
    package let expected: String?

    package init(_ path: String, expected: String? = nil, in resource: Resource? = nil) {
        self.path = path
        self.expected = expected
        self.resource = resource
    }
}

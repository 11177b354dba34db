package import JSON

/// A resource that a template deploys.
package struct ExpandedResource: Sendable {
    package let id: String
    package let type: String
    /// The name with those of its parents, as templates have it.
    package let name: String
    /// The scope of an extension resource; nil for others.
    package let scope: String?
    /// The nested deployment it belongs to; nil in the outermost one.
    package let deployment: String?
    /// Whether the template only refers to it.
    package let isExisting: Bool
    /// Whether it is a deployment itself.
    package let isDeployment: Bool
    /// The paths that bulkhead filled in.
    package let assumed: [String]
    /// The resource as Azure would have it, with `id`, `type` and `name`; its `$assumed` lists the paths filled in.
    package let body: JSONValue
}

/// An output of a template.
package struct ExpandedOutput: Sendable {
    package let name: String
    package let type: String
    /// The value; nil for a secret.
    package let value: JSONValue?
}

import JSON

/// Domains and path patterns that a policy guards.
package struct FrontDoorSecurityAssociation: Sendable {
    package let domains: [ResourceID]
    package let patternsToMatch: [String]

    init(_ fields: JSONObject) {
        domains = fields.references("domains")
        patternsToMatch = fields.texts("patternsToMatch")
    }
}

/// A route of a Front Door endpoint: which paths lead to which origins, and how.
///
/// `Microsoft.Cdn/profiles/afdEndpoints/routes`. Not modelled: caching, rule sets' content.
package struct FrontDoorRoute: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Cdn/profiles/afdEndpoints/routes"]

    package let resource: Resource
    package let enabledState: Setting<String>
    package let supportedProtocols: [String]
    package let httpsRedirect: Setting<String>
    package let forwardingProtocol: Setting<String>
    package let originGroup: Setting<ResourceID>
    package let customDomains: [ResourceID]
    package let ruleSets: [ResourceID]
    package let patternsToMatch: [String]
    package let linkToDefaultDomain: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        enabledState = fields.text("enabledState")
        supportedProtocols = fields.texts("supportedProtocols")
        httpsRedirect = fields.text("httpsRedirect")
        forwardingProtocol = fields.text("forwardingProtocol")
        originGroup = fields.link("originGroup")
        customDomains = fields.references("customDomains")
        ruleSets = fields.references("ruleSets")
        patternsToMatch = fields.texts("patternsToMatch")
        linkToDefaultDomain = fields.text("linkToDefaultDomain")
    }
}

/// A rule that lets traffic into or out of a perimeter.
///
/// `Microsoft.Network/networkSecurityPerimeters/profiles/accessRules`.
package struct PerimeterAccessRule: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkSecurityPerimeters/profiles/accessRules"
    ]

    package let resource: Resource
    package let direction: Setting<SecurityRule.Direction>
    package let addressPrefixes: [AddressTerm]
    package let subscriptions: [ResourceID]
    package let fullyQualifiedDomainNames: [String]
    package let perimeters: [ResourceID]

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        direction = fields.choice("direction")
        addressPrefixes = fields.addresses("addressPrefixes")
        subscriptions = fields.references("subscriptions")
        fullyQualifiedDomainNames = fields.texts("fullyQualifiedDomainNames")
        perimeters = fields.references("networkSecurityPerimeters")
    }
}

/// A Defender for Cloud plan of a subscription.
///
/// `Microsoft.Security/pricings`.
package struct DefenderPlan: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Security/pricings"]

    package let resource: Resource
    /// `Standard` means on, `Free` off.
    package let pricingTier: Setting<String>
    package let subPlan: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        pricingTier = fields.text("pricingTier")
        subPlan = fields.text("subPlan")
    }
}

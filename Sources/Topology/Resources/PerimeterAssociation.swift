/// The membership of a service in a perimeter.
///
/// `Microsoft.Network/networkSecurityPerimeters/resourceAssociations`.
package struct PerimeterAssociation: ResourceKind {
    package static let types: [ResourceType] = [
        "Microsoft.Network/networkSecurityPerimeters/resourceAssociations"
    ]

    package let resource: Resource
    package let service: Setting<ResourceID>
    package let profile: Setting<ResourceID>
    /// `Learning`, `Enforced` or `Audit`; only `Enforced` keeps public traffic out (azure-semantics 7.5).
    package let accessMode: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        service = fields.link("privateLinkResource")
        profile = fields.link("profile")
        accessMode = fields.text("accessMode")
    }
}

/// A subnet: the part of a virtual network to which filters, routes and exits are attached.
///
/// `Microsoft.Network/virtualNetworks/subnets`. Not modelled: resource navigation links, application gateway back-references.
package struct Subnet: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Network/virtualNetworks/subnets"]

    package let resource: Resource
    /// The singular and the plural field together.
    package let addressPrefixes: [AddressTerm]
    package let networkSecurityGroup: Setting<ResourceID>
    package let routeTable: Setting<ResourceID>
    package let natGateway: Setting<ResourceID>
    package let serviceEndpoints: [ServiceEndpoint]
    package let serviceEndpointPolicies: [ResourceID]
    package let delegations: [Delegation]
    /// Absent counts as `Disabled`: filters and routes pass endpoints by (azure-semantics 3.6).
    package let privateEndpointNetworkPolicies: Setting<String>
    package let privateLinkServiceNetworkPolicies: Setting<String>
    /// Absent and true both mean that an implicit way out exists (azure-semantics 3.7).
    package let defaultOutboundAccess: Setting<Bool>
    /// Back-references to what stands in the subnet; they may be stale.
    package let ipConfigurations: [ResourceID]
    /// Back-references, which may be stale.
    package let privateEndpoints: [ResourceID]
    package let purpose: Setting<String>
    package let sharingScope: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        addressPrefixes = fields.addresses("addressPrefix", "addressPrefixes")
        networkSecurityGroup = fields.link("networkSecurityGroup")
        routeTable = fields.link("routeTable")
        natGateway = fields.link("natGateway")
        serviceEndpoints = fields.items("serviceEndpoints").map(ServiceEndpoint.init)
        serviceEndpointPolicies = fields.references("serviceEndpointPolicies")
        delegations = fields.items("delegations").map(Delegation.init)
        privateEndpointNetworkPolicies = fields.text("privateEndpointNetworkPolicies")
        privateLinkServiceNetworkPolicies = fields.text("privateLinkServiceNetworkPolicies")
        defaultOutboundAccess = fields.flag("defaultOutboundAccess")
        ipConfigurations = fields.references("ipConfigurations")
        privateEndpoints = fields.references("privateEndpoints")
        purpose = fields.text("purpose")
        sharingScope = fields.text("sharingScope")
    }

    /// The subnet's virtual network.
    package var virtualNetwork: ResourceID? { id.parent }

    /// The role that its name gives it, or nil for a name without meaning to Azure.
    package var reservedFor: ReservedSubnet? { ReservedSubnet(name: name) }
}

import Topology

/// How a type of Terraform's becomes a resource of Azure's.
///
/// The mappings are lines of text, a file a family (``TerraformTables``). A type begins at the left edge:
///
///     azurerm_subnet Microsoft.Network/virtualNetworks/subnets in=virtual_network_id|virtual_network_name
///         address_prefixes                        addressPrefixes
///         default_outbound_access_enabled         defaultOutboundAccess
///         service_endpoints[]                     serviceEndpoints[].service
///         delegation[]                            delegations[].properties
///             name                                /name
///             service_delegation.name             serviceName
///
/// Behind the types stands how the id is formed: `in=` the attribute with the parent's id or name (`a/b` for two
/// parents by name, `a|b` for the first that is set), `on=` the resource it extends, `at=` `group`, `subscription` or
/// `tenant`; without one, the resource group. `name=` is the attribute of the name, or a text in quotes with
/// attributes in braces. `into=` writes into the resource of that id instead, `part=` into an array of it where the
/// input has it (`part=attribute:array`).
///
/// A line below says what is taken and where it is put: below `properties`, or from the resource itself with a
/// leading `/`. Taken is the first attribute of `a|b` that is set, `a[]` each element of a list or each block with
/// the lines below it, `.[]` the whole resource, `!a` a boolean the other way round, `'x'` a text, `#1` JSON, `?'x'` a
/// text that Azure fills in, `{a}/x/{b}` a text with attributes in it. `x[]` in a target is an array, `x[+]` one more
/// element of it, `x[*]` each element, `x[?a]` the element whose name attribute `a` has; `>x/y` is a resource of its
/// own. Behind it may stand `true=Enabled`, `if:a`, `unless:a`, `join`, `before:_`, `as:{$id}/x/{.}`, and `known`
/// for what is left out while it is not. A name that several types
/// share is a fragment: `fragment x` begins one and `+x` stands for its lines.
struct TerraformMapping: Sendable {
    enum Identity: Sendable {
        case inGroup
        case group
        case subscription
        case tenant
        /// Below the resource whose id or names the first attributes that are set have.
        case below([[[String]]])
        /// An extension of the resource whose id the first attribute that is set has.
        case extending([[String]])
        /// Written into the resource of that id.
        case into([[String]])
        /// Below a resource, and in its array where the input has it.
        case part([[String]], collection: String)
    }

    let type: ResourceType
    var identity = Identity.inGroup
    var name = TerraformTemplate("{name}")
    var rules: [TerraformRule] = []

    /// Whether the provider's own id of an instance is that of the resource.
    var hasProviderID: Bool {
        if case .into = identity { false } else { true }
    }
}

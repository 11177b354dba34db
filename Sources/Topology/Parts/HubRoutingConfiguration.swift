import JSON

/// Which route table a connection asks and which ones learn of it.
package struct HubRoutingConfiguration: Sendable {
    package let associatedRouteTable: Setting<ResourceID>
    package let propagatedRouteTables: [ResourceID]
    package let propagatedLabels: [String]
    package let staticRoutes: [HubStaticRoute]
    package let localRouteOverride: Setting<String>

    init(_ fields: JSONObject) {
        associatedRouteTable = fields.link("associatedRouteTable")
        let propagatedRouteTablesFields = fields.inner("propagatedRouteTables")
        propagatedRouteTables = propagatedRouteTablesFields.references("ids")
        propagatedLabels = propagatedRouteTablesFields.texts("labels")
        let vnetRoutes = fields.inner("vnetRoutes")
        staticRoutes = vnetRoutes.items("staticRoutes").map(HubStaticRoute.init)
        let staticRoutesConfig = vnetRoutes.inner("staticRoutesConfig")
        localRouteOverride = staticRoutesConfig.text("vnetLocalRouteOverrideCriteria")
    }
}

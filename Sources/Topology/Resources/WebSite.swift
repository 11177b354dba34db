import JSON

/// A web app, function app or API of App Service, or a slot of one.
///
/// `Microsoft.Web/sites` and `…/slots`. A list leaves `siteConfig` out; the child `config/web` fills it in
/// (azure-semantics 10.2). Not modelled: application settings, which may hold secrets.
package struct WebSite: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Web/sites", "Microsoft.Web/sites/slots"]

    package let resource: Resource
    /// For example `app,linux` or `functionapp`.
    package let appKind: Setting<String>
    /// Public access, private endpoints and whether only HTTPS is taken; the rules are `accessRestrictions`.
    package let exposure: ServiceExposure
    package let state: Setting<String>
    package let hostNames: [String]
    package let serverFarm: Setting<ResourceID>
    package let hostingEnvironment: Setting<ResourceID>
    /// The subnet through which the app goes out.
    package let virtualNetworkSubnet: Setting<ResourceID>
    package let routeAllEnabled: Setting<Bool>
    package let clientCertificateEnabled: Setting<Bool>
    package let minimumTLS: Setting<TLSVersion>
    package let managementMinimumTLS: Setting<TLSVersion>
    /// `AllAllowed`, `FtpsOnly` or `Disabled`.
    package let ftpsState: Setting<String>
    package let remoteDebuggingEnabled: Setting<Bool>
    package let accessRestrictions: [AccessRestriction]
    package let accessRestrictionsDefaultAction: Setting<String>
    package let managementAccessRestrictions: [AccessRestriction]
    package let managementAccessRestrictionsDefaultAction: Setting<String>
    package let managementUsesMainRestrictions: Setting<Bool>
    package let identityType: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        let inner = fields.inner("siteConfig")
        let web = children.first {
            $0.type.text.lowercased().hasSuffix("/config") && $0.name.lowercased().hasSuffix("web")
        }
        let config = web?.fields ?? inner
        self.resource = resource
        appKind = fields.text("kind")
        exposure = ServiceExposure(resource, children: children)
        state = fields.text("state")
        hostNames = fields.texts("hostNames")
        serverFarm = fields.link("serverFarmId").or(fields.link("appServicePlanId"))
        hostingEnvironment = fields.link("hostingEnvironmentProfile")
        virtualNetworkSubnet = fields.link("virtualNetworkSubnetId")
        routeAllEnabled = fields.inner("outboundVnetRouting").flag("allTraffic")
            .or(fields.flag("vnetRouteAllEnabled")).or(config.flag("vnetRouteAllEnabled"))
            .or(inner.flag("vnetRouteAllEnabled"))
        clientCertificateEnabled = fields.flag("clientCertEnabled")
        minimumTLS = config.tlsVersion("minTlsVersion").or(inner.tlsVersion("minTlsVersion"))
        managementMinimumTLS = config.tlsVersion("scmMinTlsVersion").or(inner.tlsVersion("scmMinTlsVersion"))
        ftpsState = config.text("ftpsState").or(inner.text("ftpsState"))
        remoteDebuggingEnabled = config.flag("remoteDebuggingEnabled").or(
            inner.flag("remoteDebuggingEnabled")
        )
        accessRestrictions = config.items("ipSecurityRestrictions").map(AccessRestriction.init)
        accessRestrictionsDefaultAction = config.text("ipSecurityRestrictionsDefaultAction")
        managementAccessRestrictions = config.items("scmIpSecurityRestrictions").map(AccessRestriction.init)
        managementAccessRestrictionsDefaultAction = config.text("scmIpSecurityRestrictionsDefaultAction")
        managementUsesMainRestrictions = config.flag("scmIpSecurityRestrictionsUseMain")
        identityType = fields.inner("identity").text("type")
    }
}

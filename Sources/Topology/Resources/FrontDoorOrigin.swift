/// An origin of Front Door: the service behind it.
///
/// `Microsoft.Cdn/profiles/originGroups/origins`.
package struct FrontDoorOrigin: PartKind {
    package static let types: [ResourceType] = ["Microsoft.Cdn/profiles/originGroups/origins"]

    package let resource: Resource
    package let hostName: Setting<String>
    package let originHostHeader: Setting<String>
    package let enabledState: Setting<String>
    package let enforceCertificateNameCheck: Setting<Bool>
    package let httpPort: Setting<Int>
    package let httpsPort: Setting<Int>
    package let azureOrigin: Setting<ResourceID>
    /// The service behind a private link; absent means the origin must be public.
    package let privateLink: Setting<ResourceID>
    package let privateLinkStatus: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        hostName = fields.text("hostName")
        originHostHeader = fields.text("originHostHeader")
        enabledState = fields.text("enabledState")
        enforceCertificateNameCheck = fields.flag("enforceCertificateNameCheck")
        httpPort = fields.number("httpPort")
        httpsPort = fields.number("httpsPort")
        azureOrigin = fields.link("azureOrigin")
        let sharedPrivateLinkResource = fields.inner("sharedPrivateLinkResource")
        privateLink = sharedPrivateLinkResource.link("privateLink")
        privateLinkStatus = sharedPrivateLinkResource.text("status")
    }
}

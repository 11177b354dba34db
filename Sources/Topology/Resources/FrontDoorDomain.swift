/// A domain of one's own at Front Door.
///
/// `Microsoft.Cdn/profiles/customDomains`.
package struct FrontDoorDomain: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Cdn/profiles/customDomains"]

    package let resource: Resource
    package let hostName: Setting<String>
    package let certificateType: Setting<String>
    package let minimumTLSVersion: Setting<TLSVersion>
    package let cipherSuiteSetType: Setting<String>
    package let dnsZone: Setting<ResourceID>
    package let validationState: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        hostName = fields.text("hostName")
        let tlsSettings = fields.inner("tlsSettings")
        certificateType = tlsSettings.text("certificateType")
        minimumTLSVersion = tlsSettings.tlsVersion("minimumTlsVersion")
        cipherSuiteSetType = tlsSettings.text("cipherSuiteSetType")
        dnsZone = fields.link("azureDnsZone")
        validationState = fields.text("domainValidationState")
    }
}

/// A group of origins of Front Door.
///
/// `Microsoft.Cdn/profiles/originGroups`.
package struct FrontDoorOriginGroup: ResourceKind {
    package static let types: [ResourceType] = ["Microsoft.Cdn/profiles/originGroups"]

    package let resource: Resource
    package let origins: [FrontDoorOrigin]
    package let probeProtocol: Setting<String>
    package let probePath: Setting<String>

    package init(_ resource: Resource, children: [Resource]) {
        let fields = resource.fields
        self.resource = resource
        origins = FrontDoorOrigin.parts(of: resource, children)
        let healthProbeSettings = fields.inner("healthProbeSettings")
        probeProtocol = healthProbeSettings.text("probeProtocol")
        probePath = healthProbeSettings.text("probePath")
    }
}

import JSON

/// A zone of a zone group.
package struct PrivateDNSZoneConfiguration: Sendable {
    package let name: Setting<String>
    package let privateDNSZone: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        privateDNSZone = fields.link("privateDnsZoneId")
    }
}

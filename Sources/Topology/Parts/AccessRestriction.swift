import JSON

/// A rule of a web app that lets an address, a tag or a subnet in, or keeps it out.
package struct AccessRestriction: Sendable {
    package let name: Setting<String>
    package let priority: Setting<Int>
    /// `Allow` or `Deny`.
    package let action: Setting<String>
    /// An address or prefix, or a service tag where `tag` says so.
    package let addresses: [AddressTerm]
    package let tag: Setting<String>
    package let subnet: Setting<ResourceID>
    /// The values of `X-Azure-FDID` that the rule insists on.
    package let frontDoorIDs: [String]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        priority = fields.number("priority")
        action = fields.text("action")
        addresses = fields.addresses("ipAddress")
        tag = fields.text("tag")
        subnet = fields.link("vnetSubnetResourceId")
        frontDoorIDs = fields.inner("headers").texts("x-azure-fdid")
    }
}

import JSON

/// A fixed address of a private endpoint.
package struct PrivateEndpointAddress: Sendable {
    package let name: Setting<String>
    package let privateIPAddress: Setting<IPAddress>
    package let groupID: Setting<String>
    package let memberName: Setting<String>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        privateIPAddress = fields.address("privateIPAddress")
        groupID = fields.text("groupId")
        memberName = fields.text("memberName")
    }
}

import JSON

/// A static route behind a connected virtual network.
package struct HubStaticRoute: Sendable {
    package let name: Setting<String>
    package let addressPrefixes: [AddressTerm]
    package let nextHopIPAddress: Setting<IPAddress>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        addressPrefixes = fields.addresses("addressPrefixes")
        nextHopIPAddress = fields.address("nextHopIpAddress")
    }
}

import JSON

/// An address in a record set.
package struct DNSAddressRecord: Sendable {
    package let ipv4: Setting<IPAddress>
    package let ipv6: Setting<IPAddress>

    init(_ fields: JSONObject) {
        ipv4 = fields.address("ipv4Address")
        ipv6 = fields.address("ipv6Address")
    }
}

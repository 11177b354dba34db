import JSON

/// The address ranges of both ends that a tunnel accepts.
package struct TrafficSelector: Sendable {
    package let localAddressRanges: [AddressTerm]
    package let remoteAddressRanges: [AddressTerm]

    init(_ fields: JSONObject) {
        localAddressRanges = fields.addresses("localAddressRanges")
        remoteAddressRanges = fields.addresses("remoteAddressRanges")
    }
}

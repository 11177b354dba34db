import JSON

/// Traffic that intrusion detection does not look at.
package struct IntrusionDetectionBypass: Sendable {
    package let name: Setting<String>
    package let networkProtocol: Setting<NetworkProtocol>
    package let sourceAddresses: [AddressTerm]
    package let destinationAddresses: [AddressTerm]
    package let destinationPorts: [PortTerm]
    package let sourceIPGroups: [ResourceID]
    package let destinationIPGroups: [ResourceID]

    init(_ fields: JSONObject) {
        name = fields.text("name")
        networkProtocol = fields.networkProtocol("protocol")
        sourceAddresses = fields.addresses("sourceAddresses")
        destinationAddresses = fields.addresses("destinationAddresses")
        destinationPorts = fields.ports("destinationPorts")
        sourceIPGroups = fields.references("sourceIpGroups")
        destinationIPGroups = fields.references("destinationIpGroups")
    }
}

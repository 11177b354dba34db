import JSON

/// A static route of a virtual hub.
package struct HubRoute: Sendable {
    package let name: Setting<String>
    package let destinationType: Setting<String>
    package let destinations: [AddressTerm]
    package let nextHopType: Setting<String>
    package let nextHop: Setting<ResourceID>

    init(_ fields: JSONObject) {
        name = fields.text("name")
        destinationType = fields.text("destinationType")
        destinations = fields.addresses("destinations")
        nextHopType = fields.text("nextHopType")
        nextHop = fields.link("nextHop")
    }
}

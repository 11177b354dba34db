package import JSON

/// Routes that Azure told to be in effect somewhere; an answer that does not say for whom.
///
/// An answer of `effectiveRouteTable` of a network interface, `effectiveRoutes` of a hub, `getLearnedRoutes` and
/// `getAdvertisedRoutes` of a gateway, or of the route table of an ExpressRoute circuit.
package struct EffectiveRoutes: Sendable {
    package enum Holder: String, Sendable, CaseIterable { case interface, hub, gateway, circuit }

    package let holder: Holder
    package let routes: [EffectiveRoute]
    /// Where the answer stands; its file is often the only hint for whom it is.
    package let position: SourcePosition

    package init(holder: Holder, routes: [EffectiveRoute], position: SourcePosition) {
        self.holder = holder
        self.routes = routes
        self.position = position
    }
}

/// A route in effect.
package struct EffectiveRoute: Sendable {
    package let prefixes: [AddressTerm]
    /// `VnetLocal`, `Internet`, `VirtualAppliance` …; of a gateway's route not set.
    package let nextHopType: Setting<String>
    /// Addresses, or ids of resources.
    package let nextHops: [String]
    /// `Default`, `User`, `VirtualNetworkGateway`; of a learned route its protocol.
    package let source: Setting<String>
    /// `Active` or `Invalid`.
    package let state: Setting<String>
    package let autonomousSystemPath: Setting<String>

    package init(_ value: JSONValue) {
        let fields = value.fields
        prefixes = fields.addresses("addressPrefix", "addressPrefixes", "network")
        nextHopType = fields.text("nextHopType")
        let hops = fields.texts("nextHopIpAddress") + fields.texts("nextHops")
        nextHops = hops + [fields.text("nextHop").value].compactMap { $0 }
        source = fields.text("source").or(fields.text("origin")).or(fields.text("routeOrigin"))
        state = fields.text("state")
        autonomousSystemPath = fields.text("asPath").or(fields.text("path"))
    }
}

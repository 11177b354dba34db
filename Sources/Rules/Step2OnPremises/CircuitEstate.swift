/// Estates with a circuit, for the examples of the ExpressRoute controls.
enum CircuitEstate {
    private static let group = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network"

    /// A provider's circuit and a gateway connected to it, without a tunnel.
    static let partner = "[\(connected(to: circuit(provider)))]"

    /// The same with a VPN gateway beside it whose tunnel uses its private address or not.
    static func partner(tunnel usesPrivateAddress: String) -> String {
        """
        [\(connected(to: circuit(provider))),
         \(gateway("vgw-vpn", #""gatewayType": "Vpn", "enablePrivateIpAddress": true"#)),
         {"id": "\(group)/connections/cn-inside", "name": "cn-inside", "type": "Microsoft.Network/connections",
          "properties": {"connectionType": "IPsec", "useLocalAzureIpAddress": \(usesPrivateAddress),
           "virtualNetworkGateway1": {"id": "\(group)/virtualNetworkGateways/vgw-vpn"},
           "localNetworkGateway2": {"id": "\(group)/localNetworkGateways/lgw-site"}}},
         {"id": "\(group)/localNetworkGateways/lgw-site", "name": "lgw-site",
          "type": "Microsoft.Network/localNetworkGateways", "properties": {"gatewayIpAddress": "10.9.0.4"}}]
        """
    }

    /// A circuit on a Direct port whose first link is encrypted.
    static func direct(secondLink: String) -> String {
        "[\(connected(to: circuit(port))), \(MACsecLinks.estate(MACsecLinks.keyed("link1") + ", " + secondLink))]"
    }

    /// A circuit on a Direct port that the input lacks.
    static let directWithoutPort = "[\(connected(to: circuit(port)))]"

    /// A gateway connected to two circuits of a provider that end in these places; an empty one is left out.
    ///
    /// `subscription` is that of the second circuit.
    static func connected(to places: String..., subscription: String = "s") -> String {
        let rows = places.enumerated().map { index, place in
            let location = place.isEmpty ? "" : #", "peeringLocation": "\#(place)""#
            let group = index == 0 ? group : group.replacing("/s/", with: "/\(subscription)/")
            let id = "\(group)/expressRouteCircuits/erc-\(index)"
            return """
                {"id": "\(id)", "name": "erc-\(index)", "type": "Microsoft.Network/expressRouteCircuits",
                 "properties": {"serviceProviderProperties": {"serviceProviderName": "Carrier"\(location)}}},
                {"id": "\(Self.group)/connections/cn-\(index)", "name": "cn-\(index)",
                 "type": "Microsoft.Network/connections", "properties": {"connectionType": "ExpressRoute",
                  "peer": {"id": "\(id)"},
                  "virtualNetworkGateway1": {"id": "\(Self.group)/virtualNetworkGateways/vgw-er"}}}
                """
        }
        return
            "[\(([gateway("vgw-er", #""gatewayType": "ExpressRoute""#)] + rows).joined(separator: ",\n "))]"
    }

    /// A circuit with these peerings.
    static func peered(_ peerings: String) -> String { circuit(#""peerings": [\#(peerings)]"#) }

    private static let provider =
        #""serviceProviderProperties": {"serviceProviderName": "Carrier", "bandwidthInMbps": 1000}"#
    private static let port = #""expressRoutePort": {"id": "\#(group)/expressRoutePorts/erp-direct"}"#

    /// A circuit with these properties.
    static func circuit(_ properties: String) -> String {
        """
        {"id": "\(group)/expressRouteCircuits/erc", "name": "erc",
         "type": "Microsoft.Network/expressRouteCircuits", "properties": {\(properties)}}
        """
    }

    private static func gateway(_ name: String, _ properties: String) -> String {
        """
        {"id": "\(group)/virtualNetworkGateways/\(name)", "name": "\(name)",
         "type": "Microsoft.Network/virtualNetworkGateways", "properties": {\(properties), "ipConfigurations": [
          {"properties": {"subnet": {"id": "\(group)/virtualNetworks/vnet-hub/subnets/GatewaySubnet"}}}]}}
        """
    }

    private static func connected(to circuit: String) -> String {
        """
        \(circuit), \(gateway("vgw-er", #""gatewayType": "ExpressRoute""#)),
        {"id": "\(group)/connections/cn-er", "name": "cn-er", "type": "Microsoft.Network/connections",
         "properties": {"connectionType": "ExpressRoute", "peer": {"id": "\(group)/expressRouteCircuits/erc"},
          "virtualNetworkGateway1": {"id": "\(group)/virtualNetworkGateways/vgw-er"}}}
        """
    }
}

/// Estates with a circuit into a virtual hub, for examples.
enum HubCircuitEstate {
    private static let group = ExampleRows.group

    /// A circuit of a provider.
    static let provider = circuit(#""serviceProviderProperties": {"serviceProviderName": "Carrier"}"#)
    /// A circuit on a Direct port that is not in the estate.
    static let direct = circuit(#""expressRoutePort": {"id": "\#(group)/expressRoutePorts/erp-direct"}"#)

    /// A circuit on a Direct port with this link.
    static func onPort(_ link: String) -> String { "\(direct), \(MACsecLinks.estate(link))" }

    /// A VPN gateway of a hub with one connection of one link.
    static func tunnel(inside usesPrivateAddress: String, hub: String = "vhub") -> String {
        """
        \(gateway("vpnGateways", "vpng", hub: hub, "connections", "vpnConnections/cn-site")),
        {"id": "\(group)/vpnGateways/vpng/vpnConnections/cn-site", "name": "cn-site",
         "type": "Microsoft.Network/vpnGateways/vpnConnections", "properties": {"vpnLinkConnections": [
          {"name": "link", "properties": {"useLocalAzureIpAddress": \(usesPrivateAddress)}}]}}
        """
    }

    /// A VPN gateway whose connection is not in the estate.
    static let lostTunnel = gateway(
        "vpnGateways",
        "vpng",
        hub: "vhub",
        "connections",
        "vpnConnections/cn-site"
    )

    /// An ExpressRoute gateway whose connection is not in the estate.
    static let gatewayAlone = gateway(
        "expressRouteGateways",
        "ergw",
        hub: "vhub",
        "expressRouteConnections",
        "expressRouteConnections/cn-er"
    )

    /// An ExpressRoute gateway of a hub with one connection, and these rows.
    static func estate(_ rows: String...) -> String {
        let connection = """
            {"id": "\(group)/expressRouteGateways/ergw/expressRouteConnections/cn-er", "name": "cn-er",
             "type": "Microsoft.Network/expressRouteGateways/expressRouteConnections", "properties": {
              "expressRouteCircuitPeering": {"id": "\(group)/expressRouteCircuits/erc/peerings/AzurePrivatePeering"}}}
            """
        return "[\(([gatewayAlone, connection] + rows).joined(separator: ",\n "))]"
    }

    private static func circuit(_ properties: String) -> String {
        ExampleRows.row("expressRouteCircuits", "erc", properties)
    }

    private static func gateway(
        _ type: String,
        _ name: String,
        hub: String,
        _ field: String,
        _ part: String
    ) -> String {
        let connections = #""\#(field)": [{"id": "\#(group)/\#(type)/\#(name)/\#(part)"}]"#
        return ExampleRows.row(
            type,
            name,
            "\(ExampleRows.link("virtualHub", "virtualHubs", hub)), \(connections)"
        )
    }
}

/// Estates with a tunnel to a site, for examples.
enum SiteEstate {
    /// A gateway, a site with this block of addresses, or none, and a tunnel between them.
    static func tunnel(to prefix: String, _ tunnel: String = "", gateway: String = "") -> String {
        let space = prefix.isEmpty ? "" : #""\#(prefix)""#
        let more = tunnel.isEmpty ? "" : ", \(tunnel)"
        return ExampleRows.estate(
            GatewayForVPN.estate(#""vpnType": "RouteBased"\#(gateway)"#),
            ExampleRows.row(
                "localNetworkGateways",
                "lgw",
                #""localNetworkAddressSpace": {"addressPrefixes": [\#(space)]}"#
            ),
            Example.tunnelEstate(
                """
                \(ExampleRows.link("virtualNetworkGateway1", "virtualNetworkGateways", "vgw-vpn")),
                 \(ExampleRows.link("localNetworkGateway2", "localNetworkGateways", "lgw"))\(more)
                """
            )
        )
    }
}

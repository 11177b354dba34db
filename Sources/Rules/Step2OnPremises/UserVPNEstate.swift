/// Estates in which users dial in to a Virtual WAN, for examples.
enum UserVPNEstate {
    private static let id = "\(ExampleRows.group)/vpnServerConfigurations/users"

    /// How users sign in, with these properties.
    static func configuration(_ properties: String) -> String {
        ExampleRows.row("vpnServerConfigurations", "users", properties)
    }

    /// A gateway for users that follows that configuration.
    static func gateway(_ properties: String = "") -> String {
        ExampleRows.row(
            "p2sVpnGateways",
            "p2s-hub",
            #""vpnServerConfiguration": {"id": "\#(id)"}\#(properties.isEmpty ? "" : ", ")\#(properties)"#
        )
    }

    /// A gateway whose users get these pools, one a connection configuration.
    static func gateway(pools: [String]) -> String {
        let configurations = pools.enumerated().map { index, pool in
            """
            {"name": "group-\(index)", "properties": {"vpnClientAddressPool": {"addressPrefixes": ["\(pool)"]}}}
            """
        }
        return gateway(#""p2SConnectionConfigurations": [\#(configurations.joined(separator: ", "))]"#)
    }
}

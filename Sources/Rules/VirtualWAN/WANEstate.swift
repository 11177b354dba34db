/// Estates of a Virtual WAN, for examples.
enum WANEstate {
    private static let group = ExampleRows.group
    private static let hubID = "\(group)/virtualHubs/vhub"

    static func wan(_ properties: String) -> String { ExampleRows.row("virtualWans", "vwan", properties) }

    /// A virtual hub with these properties.
    static func hub(_ properties: String = "") -> String {
        let wan = ExampleRows.link("virtualWan", "virtualWans", "vwan")
        return ExampleRows.row("virtualHubs", "vhub", "\(wan)\(properties.isEmpty ? "" : ", ")\(properties)")
    }

    /// A hub without a WAN.
    static let routeServer = ExampleRows.row("virtualHubs", "rs", #""sku": "Standard""#)

    /// The hub's own reference to a firewall.
    static let secured = ExampleRows.link("azureFirewall", "azureFirewalls", "afw")

    /// A firewall that stands in a hub.
    static func firewall(_ name: String = "afw", in hub: String = "vhub", _ more: String = "") -> String {
        let place = ExampleRows.link("virtualHub", "virtualHubs", hub)
        return ExampleRows.row("azureFirewalls", name, "\(place)\(more.isEmpty ? "" : ", ")\(more)")
    }

    /// An appliance that stands in a hub.
    static func appliance(in hub: String = "vhub") -> String {
        ExampleRows.row("networkVirtualAppliances", "nva", ExampleRows.link("virtualHub", "virtualHubs", hub))
    }

    /// A resource of Microsoft.Network below the hub.
    static func part(_ type: String, _ name: String, _ properties: String) -> String {
        """
        {"id": "\(hubID)/\(type)/\(name)", "name": "\(name)", "type": "Microsoft.Network/virtualHubs/\(type)",
         "properties": {\(properties)}}
        """
    }

    /// What the hub sends where: sorts of traffic and the next hop of each.
    static func intent(_ policies: [(traffic: String, hop: String)]) -> String {
        let written = policies.map {
            """
            {"name": "p", "destinations": ["\($0.traffic)"], "nextHop": "\(group)/\($0.hop)"}
            """
        }
        return part("routingIntent", "intent", #""routingPolicies": [\#(written.joined(separator: ", "))]"#)
    }

    /// The connection of a network to the hub.
    static func connection(to network: String, _ more: String = "") -> String {
        let remote = ExampleRows.link("remoteVirtualNetwork", "virtualNetworks", network)
        return part(
            "hubVirtualNetworkConnections",
            "to-\(network)",
            "\(remote)\(more.isEmpty ? "" : ", ")\(more)"
        )
    }
}

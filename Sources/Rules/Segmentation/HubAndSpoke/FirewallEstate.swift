/// Estates of one firewall or one firewall policy, for examples.
enum FirewallEstate {
    static func firewall(_ properties: String) -> String {
        """
        {"id": "/firewalls/fw", "name": "fw", "type": "Microsoft.Network/azureFirewalls",
         "properties": {\(properties)}}
        """
    }

    static func policy(_ properties: String) -> String {
        """
        {"id": "/policies/p", "name": "p", "type": "Microsoft.Network/firewallPolicies",
         "properties": {\(properties)}}
        """
    }
}

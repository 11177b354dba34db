/// Estates of an origin behind Front Door for examples.
enum OriginEstate {
    private static let group = ExampleRows.group
    private static let origin =
        #"{"id": "/p/afd/originGroups/g/origins/o", "type": "Microsoft.Cdn/profiles/originGroups/origins", "#
        + #""properties": {"hostName": "app.contoso.com"}}"#

    static let fromFrontDoor =
        #"{"ipAddress": "AzureFrontDoor.Backend", "tag": "ServiceTag", "action": "Allow", "priority": 100, "#
        + #""headers": {"x-azure-fdid": ["3c9d"]}}"#

    /// A rule of a firewall policy that knows its own Front Door.
    static let headerRule =
        #"{"ruleType": "MatchRule", "action": "Block", "matchConditions": [{"matchVariables": [{"#
        + #""variableName": "RequestHeaders", "selector": "x-azure-fdid"}], "matchValues": ["3c9d"]}]}"#

    /// A site with these access restrictions.
    static func site(_ restrictions: String) -> String {
        """
        [\(origin), {"id": "/sites/app", "name": "app", "type": "Microsoft.Web/sites", "properties": {
          "hostNames": ["app.contoso.com"], "siteConfig": {"ipSecurityRestrictions": [\(restrictions)]}}}]
        """
    }

    /// A gateway whose security group admits a source, and whose firewall policy has these rules.
    static func gateway(from source: String, rules: String) -> String {
        let network = ExampleRows.network(
            "v",
            "10.0.0.0/16",
            subnets: [
                ExampleRows.subnet(
                    "gw",
                    "10.0.1.0/24",
                    ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg-web")
                )
            ]
        )
        let filter = SecurityGroupEstate.group(
            SecurityGroupEstate.rule(100, "Allow", from: source, ports: "443"),
            SecurityGroupEstate.rule(4096, "Deny")
        )
        return """
            [\(origin), \(network), \(filter),
             {"id": "\(group)/ApplicationGatewayWebApplicationFirewallPolicies/w", "name": "w",
              "type": "\(WAFPolicy.gatewayType)", "properties": {"customRules": [\(rules)]}},
             {"id": "\(group)/applicationGateways/gw", "name": "gw", "type": "Microsoft.Network/applicationGateways",
              "properties": {
                "frontendIPConfigurations": [{"name": "f", "properties": {"publicIPAddress": {"id": "/pips/p"}}}],
                "httpListeners": [{"name": "l", "properties": {"hostName": "app.contoso.com"}}],
                \(ExampleRows.link("firewallPolicy", "ApplicationGatewayWebApplicationFirewallPolicies", "w")),
                "gatewayIPConfigurations": [{"name": "g", "properties": {
                  "subnet": {"id": "\(group)/virtualNetworks/v/subnets/gw"}}}]}}]
            """
    }
}

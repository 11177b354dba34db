import Topology

/// The services that hold data and have a public address unless somebody closes it; S3-12 and S3-13 look at them.
enum PlatformService {
    static let storageType: ResourceType = "Microsoft.Storage/storageAccounts"
    static let databaseType: ResourceType = "Microsoft.Sql/servers"
    static let vaultType: ResourceType = "Microsoft.KeyVault/vaults"
    static let siteType: ResourceType = "Microsoft.Web/sites"

    static let types: [ResourceType] = [
        storageType, databaseType, vaultType, "Microsoft.DocumentDB/databaseAccounts", siteType,
    ]

    /// How the public door of a service of that type is closed.
    static func closing(_ type: ResourceType) -> Control.Remediation {
        switch type {
        case storageType:
            Control.Remediation(
                "Switch public network access off, or deny by default and allow the addresses that must come in.",
                command: "az storage account update -g GROUP -n ACCOUNT --public-network-access Disabled"
            )
        case databaseType:
            Control.Remediation(
                "Switch public network access off, or delete the firewall rules that admit more than your own sites.",
                command: "az sql server update -g GROUP -n SERVER --enable-public-network false"
            )
        case vaultType:
            Control.Remediation(
                "Switch public network access off, or deny by default and allow the addresses that must come in.",
                command: "az keyvault update -g GROUP -n VAULT --public-network-access Disabled"
            )
        case siteType:
            Control.Remediation(
                "Switch public network access off, or restrict it to Front Door or the gateway before the site.",
                command: "az webapp update -g GROUP -n APP --set publicNetworkAccess=Disabled"
            )
        default:
            Control.Remediation(
                "Switch public network access off, or list the addresses and networks that must come in.",
                command: "az cosmosdb update -g GROUP -n ACCOUNT --public-network-access DISABLED"
            )
        }
    }

    /// A database server with a public endpoint and these firewall rules, for examples.
    static func database(_ ranges: [(first: String, last: String)]) -> String {
        let server = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Sql/servers/sql"
        let rules = ranges.enumerated().map { index, range in
            """
            , {"id": "\(server)/firewallRules/r\(index)", "name": "r\(index)",
               "type": "Microsoft.Sql/servers/firewallRules",
               "properties": {"startIpAddress": "\(range.first)", "endIpAddress": "\(range.last)"}}
            """
        }
        return """
            [{"id": "\(server)", "name": "sql", "type": "Microsoft.Sql/servers",
              "properties": {"publicNetworkAccess": "Enabled"}}\(rules.joined())]
            """
    }

    /// A storage account for examples.
    static func storage(_ properties: String) -> String {
        #"{"id": "/storage/st", "name": "st", "type": "Microsoft.Storage/storageAccounts", "properties": {\#(properties)}}"#
    }
}

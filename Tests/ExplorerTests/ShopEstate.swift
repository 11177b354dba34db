import Ingest
import Review
import Rules
import Testing
import Topology

/// A shop in two peered networks: a front, an application, a database and a vault behind a private endpoint; what may
/// flow between them differs by port, by address and by group.
enum ShopEstate {
    private static let group = "/subscriptions/5h0p/resourceGroups/rg-shop/providers/Microsoft.Network"

    static func topology() throws -> Topology {
        try Reader.read([.bytes(name: "shop.json", Array(text.utf8))]).topology
    }

    static func estate() throws -> Estate {
        let today = try #require(SmallEstate.today)
        let topology = try topology()
        let findings = SmallEstate.controls.flatMap { $0.findings(in: topology) }
        return Estate(
            name: "shop",
            topology: topology,
            assessment: Assessment(findings: findings),
            today: today
        )
    }

    private static var text: String {
        let resources =
            [
                network(
                    "vnet-front",
                    "10.1.0.0/16",
                    [("snet-web", "10.1.1.0/24", "nsg-web")],
                    to: "vnet-back"
                ),
                network(
                    "vnet-back",
                    "10.2.0.0/16",
                    [("snet-app", "10.2.1.0/24", "nsg-app"), ("snet-data", "10.2.2.0/24", "nsg-data")],
                    to: "vnet-front"
                ),
                securityGroup("nsg-web", [("http-in", 100, "Inbound", "Allow", "Internet", "80,443")]),
                securityGroup(
                    "nsg-app",
                    [
                        ("web-to-app", 100, "Inbound", "Allow", "10.1.1.0/24", "8443"),
                        ("nobody-else", 4000, "Inbound", "Deny", "*", "*"),
                    ]
                ),
                securityGroup(
                    "nsg-data",
                    [
                        ("app-to-sql", 100, "Inbound", "Allow", "10.2.1.4/32", "1433"),
                        ("nobody-else", 4000, "Inbound", "Deny", "*", "*"),
                    ]
                ),
                address("pip-web", "203.0.113.80"),
            ] + machine("web-1", "10.1.1.4", "vnet-front/subnets/snet-web", address: "pip-web", tier: "front")
            + machine("app-1", "10.2.1.4", "vnet-back/subnets/snet-app", tier: "back")
            + machine("app-2", "10.2.1.5", "vnet-back/subnets/snet-app", tier: "back")
            + machine("sql-1", "10.2.2.4", "vnet-back/subnets/snet-data", tier: "back")
        return "[\(resources.joined(separator: ","))]"
    }

    private static func resource(
        _ type: String,
        _ name: String,
        _ properties: String,
        _ more: String = ""
    )
        -> String
    {
        let id =
            type.hasPrefix("Microsoft.Network/")
            ? "\(group)/\(type.dropFirst("Microsoft.Network/".count))/\(name)"
            : "/subscriptions/5h0p/resourceGroups/rg-shop/providers/\(type)/\(name)"
        return """
            {"id":"\(id)","name":"\(name)","type":"\(type)","location":"westeurope"\(more),"properties":\(properties)}
            """
    }

    private static func network(
        _ name: String,
        _ space: String,
        _ subnets: [(name: String, prefix: String, group: String)],
        to peer: String
    ) -> String {
        let inside = subnets.map { subnet in
            """
            {"name":"\(subnet.name)","properties":{"addressPrefix":"\(subnet.prefix)",
             "networkSecurityGroup":{"id":"\(group)/networkSecurityGroups/\(subnet.group)"}}}
            """
        }
        return resource(
            "Microsoft.Network/virtualNetworks",
            name,
            """
            {"addressSpace":{"addressPrefixes":["\(space)"]},"subnets":[\(inside.joined(separator: ","))],
             "virtualNetworkPeerings":[{"name":"to-\(peer)","properties":{"peeringState":"Connected",
              "allowVirtualNetworkAccess":true,"remoteVirtualNetwork":{"id":"\(group)/virtualNetworks/\(peer)"}}}]}
            """
        )
    }

    private static func securityGroup(
        _ name: String,
        _ rules: [(String, Int, String, String, String, String)]
    ) -> String {
        let inside = rules.map { name, priority, direction, access, source, ports in
            """
            {"name":"\(name)","properties":{"priority":\(priority),"direction":"\(direction)","access":"\(access)",
             "protocol":"*","sourceAddressPrefix":"\(source)","sourcePortRange":"*","destinationAddressPrefix":"*",
             "destinationPortRanges":[\(ports.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ","))]}}
            """
        }
        return resource(
            "Microsoft.Network/networkSecurityGroups",
            name,
            "{\"securityRules\":[\(inside.joined(separator: ","))]}"
        )
    }

    private static func address(_ name: String, _ address: String) -> String {
        resource(
            "Microsoft.Network/publicIPAddresses",
            name,
            "{\"publicIPAllocationMethod\":\"Static\",\"ipAddress\":\"\(address)\"}",
            ",\"sku\":{\"name\":\"Standard\"}"
        )
    }

    private static func machine(
        _ name: String,
        _ address: String,
        _ subnet: String,
        address publicAddress: String? = nil,
        tier: String
    ) -> [String] {
        let outside = publicAddress.map {
            ",\"publicIPAddress\":{\"id\":\"\(group)/publicIPAddresses/\($0)\"}"
        }
        return [
            resource(
                "Microsoft.Network/networkInterfaces",
                "nic-\(name)",
                """
                {"ipConfigurations":[{"name":"ipc","properties":{"privateIPAddress":"\(address)","primary":true,
                 "subnet":{"id":"\(group)/virtualNetworks/\(subnet)"}\(outside ?? "")}}]}
                """
            ),
            resource(
                "Microsoft.Compute/virtualMachines",
                "vm-\(name)",
                "{\"networkProfile\":{\"networkInterfaces\":[{\"id\":\"\(group)/networkInterfaces/nic-\(name)\"}]}}",
                ",\"tags\":{\"tier\":\"\(tier)\"}"
            ),
        ]
    }
}

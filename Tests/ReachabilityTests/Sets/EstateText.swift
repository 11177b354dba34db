/// Small exports written by hand, with ids in one resource group.
enum EstateText {
    static let root =
        "/subscriptions/5ead0000-0000-4000-8000-000000000001/resourceGroups/rg/providers/Microsoft.Network"

    /// A resource by its path below the provider, with the members of its properties.
    static func row(_ path: String, _ properties: String) -> String {
        let parts = path.split(separator: "/")
        let words = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map { String($0.element) }
        let type = (["Microsoft.Network"] + words).joined(separator: "/")
        return "{\"id\":\"\(root)/\(path)\",\"type\":\"\(type)\",\"properties\":{\(properties)}}"
    }

    static func link(_ path: String) -> String { "{\"id\":\"\(root)/\(path)\"}" }

    /// An interface with one address in a subnet.
    static func interface(_ name: String, _ address: String, _ network: String, _ subnet: String) -> String {
        row(
            "networkInterfaces/\(name)",
            """
            "ipConfigurations":[{"name":"c","properties":{"privateIPAddress":"\(address)",\
            "subnet":\(link("virtualNetworks/\(network)/subnets/\(subnet)"))}}]
            """
        )
    }

    /// A network of subnets, each the members of its properties, with peerings.
    static func network(
        _ name: String,
        _ space: String,
        _ subnets: [(name: String, properties: String)],
        peerings: [String] = []
    ) -> String {
        let parts = subnets.map { "{\"name\":\"\($0.name)\",\"properties\":{\($0.properties)}}" }
        return row(
            "virtualNetworks/\(name)",
            """
            "addressSpace":{"addressPrefixes":["\(space)"]},"subnets":[\(parts.joined(separator: ","))],\
            "virtualNetworkPeerings":[\(peerings.joined(separator: ","))]
            """
        )
    }

    /// Half a peering.
    static func peering(
        _ network: String,
        _ space: String,
        access: Bool = true,
        forwards: Bool = false
    ) -> String {
        """
        {"name":"to-\(network)","properties":{"remoteVirtualNetwork":\(link("virtualNetworks/\(network)")),\
        "peeringState":"Connected","allowVirtualNetworkAccess":\(access),"allowForwardedTraffic":\(forwards),\
        "remoteAddressSpace":{"addressPrefixes":["\(space)"]}}}
        """
    }

    /// A rule; the access is JSON, so that it need not be text.
    static func rule(
        _ priority: Int,
        _ access: String,
        _ direction: String = "Inbound",
        protocol word: String = "*",
        from sources: [String] = ["*"],
        to destinations: [String] = ["*"],
        ports: [String] = ["*"]
    ) -> String {
        func list(_ values: [String]) -> String { values.map { "\"\($0)\"" }.joined(separator: ",") }
        return """
            {"name":"r\(priority)","properties":{"priority":\(priority),"access":\(access),"direction":"\(direction)",\
            "protocol":"\(word)","sourceAddressPrefixes":[\(list(sources))],"sourcePortRange":"*",\
            "destinationAddressPrefixes":[\(list(destinations))],"destinationPortRanges":[\(list(ports))]}}
            """
    }

    static func group(_ name: String, _ rules: [String]) -> String {
        row("networkSecurityGroups/\(name)", "\"securityRules\":[\(rules.joined(separator: ","))]")
    }

    static func export(_ rows: [String]) -> String { "{\"data\":[\(rows.joined(separator: ",\n"))]}" }
}

/// The middle of a region: a network with a firewall and a gateway, or a virtual hub.
struct EstateHub {
    /// A spoke that is joined to the hub.
    struct Link {
        let id: String
        let name: String
        let prefix: String
        let forwards: Bool
    }

    let number: Int
    let base: UInt32
    let spokeBits: Int
    let regionBits: Int
    let isVirtual: Bool

    var scope: EstateScope { EstateScope(region: number, spoke: 0) }
    var network: String { "Microsoft.Network/virtualNetworks/vnet-hub-\(number)" }
    var space: String { Dotted.prefix(base, bits: spokeBits) }
    /// The firewall stands in the second quarter of the hub.
    var firewallAddress: String { Dotted.address(base + quarter + 4) }
    private var quarter: UInt32 { 1 << UInt32(spokeBits - 2) }
    private var firewall: String { "Microsoft.Network/azureFirewalls/afw-\(number)" }

    /// The virtual hub of every fourth region is secured, the others route only.
    private var isSecured: Bool { number % 8 == 3 }

    func write(_ links: [Link], hasNext: Bool, _ random: inout RandomSource, _ rows: inout RowSink) {
        if isVirtual { return writeVirtual(links, &random, &rows) }
        writePolicy(&random, &rows)
        let neighbours = [number - 1, number + 1].filter {
            $0 >= 0 && $0 % 4 != 3 && (hasNext || $0 < number)
        }
        .map {
            EstateHub(
                number: $0,
                base: base &+ UInt32(truncatingIfNeeded: ($0 - number) << regionBits),
                spokeBits: spokeBits,
                regionBits: regionBits,
                isVirtual: false
            )
        }
        rows.add(
            scope,
            firewall,
            """
            "sku":{"name":"AZFW_VNet","tier":"Standard"},"ipConfigurations":[{"name":"ipc","properties":{\
            "privateIPAddress":"\(firewallAddress)","subnet":\(scope.link(network + "/subnets/AzureFirewallSubnet"))}}],\
            "firewallPolicy":\(scope.link("Microsoft.Network/firewallPolicies/afwp-\(number)"))
            """
        )
        let routes = neighbours.enumerated().map { place, other in
            """
            {"name":"region-\(other.number)","properties":{"addressPrefix":"\
            \(Dotted.prefix(other.base, bits: regionBits))","nextHopType":"VirtualAppliance",\
            "nextHopIpAddress":"\(other.firewallAddress)"}}
            """
        }
        rows.add(
            scope,
            "Microsoft.Network/routeTables/rt-afw",
            "\"routes\":[\(routes.joined(separator: ","))]"
        )
        writeGateway(&rows)
        let peerings =
            links.map { link in
                Self.peering(
                    to: link.id,
                    link.name,
                    link.prefix,
                    forwards: true,
                    "\"allowGatewayTransit\":true,"
                )
            }
            + neighbours.map { other in
                Self.peering(
                    to: other.scope.id(other.network),
                    "to-hub-\(other.number)",
                    other.space,
                    forwards: true
                )
            }
        let subnets = [
            (
                "AzureFirewallSubnet", quarter,
                ",\"routeTable\":\(scope.link("Microsoft.Network/routeTables/rt-afw"))"
            ), ("GatewaySubnet", quarter * 2, ""),
        ]
        .map { name, offset, more in
            """
            {"name":"\(name)","properties":{"addressPrefix":"\
            \(Dotted.prefix(base + offset, bits: spokeBits - 2))"\(more)}}
            """
        }
        rows.add(
            scope,
            network,
            """
            "addressSpace":{"addressPrefixes":["\(space)"]},"subnets":[\(subnets.joined(separator: ","))],\
            "virtualNetworkPeerings":[\(peerings.joined(separator: ","))]
            """
        )
    }

    /// One half of a peering.
    static func peering(
        to id: String,
        _ name: String,
        _ prefix: String,
        forwards: Bool,
        _ more: String = ""
    ) -> String {
        """
        {"name":"\(name)","properties":{"remoteVirtualNetwork":{"id":"\(id)"},"allowVirtualNetworkAccess":true,\
        "allowForwardedTraffic":\(forwards),\(more)"peeringState":"Connected",\
        "remoteAddressSpace":{"addressPrefixes":["\(prefix)"]}}}
        """
    }

    private func writeGateway(_ rows: inout RowSink) {
        let gateway = "Microsoft.Network/virtualNetworkGateways/vgw-\(number)"
        let local = "Microsoft.Network/localNetworkGateways/lng-\(number)"
        rows.add(
            scope,
            gateway,
            """
            "gatewayType":"Vpn","vpnType":"RouteBased","enableBgp":false,"ipConfigurations":[{"name":"default",\
            "properties":{"subnet":\(scope.link(network + "/subnets/GatewaySubnet"))}}]
            """
        )
        rows.add(
            scope,
            local,
            "\"localNetworkAddressSpace\":{\"addressPrefixes\":[\"172.\(20 + number % 8).0.0/16\"]}"
        )
        rows.add(
            scope,
            "Microsoft.Network/connections/cn-\(number)",
            """
            "connectionType":"IPsec","virtualNetworkGateway1":\(scope.link(gateway)),\
            "localNetworkGateway2":\(scope.link(local)),"enableBgp":false,"connectionStatus":"Connected"
            """
        )
    }

    private func writePolicy(_ random: inout RandomSource, _ rows: inout RowSink) {
        let policy = "Microsoft.Network/firewallPolicies/afwp-\(number)"
        rows.add(scope, policy, "\"threatIntelMode\":\"Alert\",\"sku\":{\"tier\":\"Standard\"}")
        let region = Dotted.prefix(base, bits: regionBits)
        let rules = (0..<24).map { index -> String in
            let spoke = UInt32(Int.random(in: 1...EstateGenerator.spokesOfRegion, using: &random))
            let one = Dotted.prefix(base + spoke << UInt32(spokeBits), bits: spokeBits)
            let source = index % 3 == 0 ? region : one
            let destination = index % 3 == 1 ? "10.0.0.0/8" : region
            let ports = [["443"], ["1433", "5432"], ["53"], ["8080-8090"], ["22"]][index % 5]
            return """
                {"ruleType":"NetworkRule","name":"net-\(index)","ipProtocols":["\(index % 5 == 2 ? "UDP" : "TCP")"],\
                "sourceAddresses":["\(source)"],"destinationAddresses":["\(destination)"],\
                "destinationPorts":[\(ports.map { "\"\($0)\"" }.joined(separator: ","))]}
                """
        }
        rows.add(
            scope,
            policy + "/ruleCollectionGroups/network",
            """
            "priority":200,"ruleCollections":[{"ruleCollectionType":"FirewallPolicyFilterRuleCollection",\
            "name":"spokes","priority":200,"action":{"type":"Allow"},"rules":[\(rules.joined(separator: ","))]}]
            """
        )
    }

    private func writeVirtual(_ links: [Link], _ random: inout RandomSource, _ rows: inout RowSink) {
        let hub = "Microsoft.Network/virtualHubs/vhub-\(number)"
        let wan = EstateScope(region: 3, spoke: 0).link("Microsoft.Network/virtualWans/wan")
        if number == 3 { rows.add(scope, "Microsoft.Network/virtualWans/wan", "\"type\":\"Standard\"") }
        rows.add(scope, hub, "\"virtualWan\":\(wan),\"addressPrefix\":\"\(space)\",\"sku\":\"Standard\"")
        if isSecured {
            writePolicy(&random, &rows)
            rows.add(
                scope,
                firewall,
                """
                "sku":{"name":"AZFW_Hub","tier":"Standard"},"virtualHub":\(scope.link(hub)),\
                "hubIPAddresses":{"privateIPAddress":"\(firewallAddress)"},\
                "firewallPolicy":\(scope.link("Microsoft.Network/firewallPolicies/afwp-\(number)"))
                """
            )
            rows.add(
                scope,
                hub + "/routingIntent/hubRoutingIntent",
                """
                "routingPolicies":[{"name":"Private","destinations":["PrivateTraffic"],\
                "nextHop":"\(scope.id(firewall))"}]
                """
            )
        }
        for link in links {
            rows.add(
                scope,
                hub + "/hubVirtualNetworkConnections/\(link.name)",
                "\"remoteVirtualNetwork\":{\"id\":\"\(link.id)\"},\"enableInternetSecurity\":true"
            )
        }
    }
}

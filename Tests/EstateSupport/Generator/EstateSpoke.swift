/// One spoke: a network with three subnets of machines and one of private endpoints.
struct EstateSpoke {
    let number: Int
    let hub: EstateHub
    let base: UInt32
    let hostBits: Int
    let machines: Int

    private static let tiers = ["web", "app", "data", "pe"]

    private var scope: EstateScope { EstateScope(region: hub.number, spoke: number) }
    private var name: String { "vnet-\(hub.number)-\(number)" }
    private var network: String { "Microsoft.Network/virtualNetworks/\(name)" }
    private var space: String { Dotted.prefix(base, bits: hostBits + 2) }

    private func first(_ tier: Int) -> UInt32 { base + UInt32(tier) << UInt32(hostBits) }
    private func prefix(_ tier: Int) -> String { Dotted.prefix(first(tier), bits: hostBits) }

    /// Writes the spoke.
    ///
    /// - Returns: What its hub has to know of it.
    func write(
        _ maker: SecurityGroupMaker,
        _ random: inout RandomSource,
        _ rows: inout RowSink
    ) -> EstateHub.Link {
        let groups = Self.tiers.prefix(3).map { "Microsoft.Network/applicationSecurityGroups/asg-\($0)" }
        for group in groups { rows.add(scope, group, "\"provisioningState\":\"Succeeded\"") }
        let forwards = Int.random(in: 0..<20, using: &random) > 0
        let isRouted = !hub.isVirtual && Int.random(in: 0..<20, using: &random) > 0
        if isRouted {
            rows.add(
                scope,
                "Microsoft.Network/routeTables/rt",
                """
                "disableBgpRoutePropagation":true,"routes":[{"name":"to-firewall","properties":{\
                "addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance",\
                "nextHopIpAddress":"\(hub.firewallAddress)"}}]
                """
            )
        }
        var subnets: [String] = []
        for (tier, name) in Self.tiers.enumerated() {
            var more = isRouted ? ",\"routeTable\":\(scope.link("Microsoft.Network/routeTables/rt"))" : ""
            if Int.random(in: 0..<20, using: &random) > 0 {
                let group = "Microsoft.Network/networkSecurityGroups/nsg-\(name)"
                let properties = maker.properties(
                    prefix(tier),
                    neighbour: prefix((tier + 1) % 3),
                    groups: groups.map { scope.id($0) },
                    &random
                )
                rows.add(scope, group, properties)
                more += ",\"networkSecurityGroup\":\(scope.link(group))"
            }
            if tier == 3, Bool.random(using: &random) {
                more += ",\"privateEndpointNetworkPolicies\":\"NetworkSecurityGroupEnabled\""
            }
            subnets.append(
                "{\"name\":\"\(name)\",\"properties\":{\"addressPrefix\":\"\(prefix(tier))\"\(more)}}"
            )
        }
        writeNetwork(subnets, forwards: forwards, &rows)
        for tier in 0..<3 { writeMachines(tier, groups[tier], &random, &rows) }
        writeBalancer(&rows)
        for index in 0..<2 { writeEndpoint(index, &rows) }
        return EstateHub.Link(id: scope.id(network), name: "to-\(name)", prefix: space, forwards: forwards)
    }

    private func writeNetwork(_ subnets: [String], forwards: Bool, _ rows: inout RowSink) {
        let peering =
            hub.isVirtual
            ? ""
            : EstateHub.peering(
                to: hub.scope.id(hub.network),
                "to-hub",
                hub.space,
                forwards: forwards,
                "\"useRemoteGateways\":true,"
            )
        rows.add(
            scope,
            network,
            """
            "addressSpace":{"addressPrefixes":["\(space)"]},"subnets":[\(subnets.joined(separator: ","))],\
            "virtualNetworkPeerings":[\(peering)]
            """,
            outer: "\"tags\":{\"env\":\"\(["prod", "test", "dev"][number % 3])\"},"
        )
    }

    private func writeMachines(
        _ tier: Int,
        _ group: String,
        _ random: inout RandomSource,
        _ rows: inout RowSink
    ) {
        let room = (1 << hostBits) - 16
        let count = min(room, machines / 2 + Int.random(in: 0...machines, using: &random))
        let own = "Microsoft.Network/networkSecurityGroups/nsg-own-\(tier)"
        var hasOwn = false
        for index in 0..<count {
            let label = "\(Self.tiers[tier])-\(index)"
            let machine = "Microsoft.Compute/virtualMachines/vm-\(label)"
            let interface = "Microsoft.Network/networkInterfaces/nic-\(label)"
            var more = ""
            if index % 16 == 7 {
                if !hasOwn {
                    let address = Dotted.address(first((tier + 1) % 3) + 4)
                    let rules = [(address, "*", 22), ("10.0.0.0/8", "*", 443)]
                    rows.add(scope, own, SecurityGroupMaker.pairs(rules))
                    hasOwn = true
                }
                more = ",\"networkSecurityGroup\":\(scope.link(own))"
            }
            var outer = ""
            if tier == 0, Int.random(in: 0..<40, using: &random) == 0 {
                let address = "Microsoft.Network/publicIPAddresses/pip-\(label)"
                rows.add(
                    scope,
                    address,
                    "\"publicIPAllocationMethod\":\"Static\"",
                    outer: "\"sku\":{\"name\":\"Standard\"},"
                )
                outer = ",\"publicIPAddress\":\(scope.link(address))"
            }
            if index % 2 == 0 { outer += ",\"applicationSecurityGroups\":[\(scope.link(group))]" }
            let address = Dotted.address(first(tier) + UInt32(index + 4))
            rows.add(
                scope,
                interface,
                Self.interface(
                    scope,
                    "nic-\(label)",
                    address,
                    network + "/subnets/\(Self.tiers[tier])",
                    machine: machine,
                    outer
                ) + more
            )
            rows.add(
                scope,
                machine,
                "\"networkProfile\":{\"networkInterfaces\":[\(scope.link(interface))]}"
            )
        }
    }

    /// The properties of an interface with one address.
    static func interface(
        _ scope: EstateScope,
        _ name: String,
        _ address: String,
        _ subnet: String,
        machine: String?,
        _ more: String = ""
    ) -> String {
        let id = scope.id("Microsoft.Network/networkInterfaces/\(name)/ipConfigurations/ipconfig1")
        let owner = machine.map { "\"virtualMachine\":\(scope.link($0))," } ?? ""
        return """
            \(owner)"enableIPForwarding":false,"ipConfigurations":[{"id":"\(id)","name":"ipconfig1","properties":{\
            "privateIPAddress":"\(address)","primary":true,"subnet":\(scope.link(subnet))\(more)}}]
            """
    }

    /// A load balancer before the first machines of the middle tier.
    private func writeBalancer(_ rows: inout RowSink) {
        let balancer = "Microsoft.Network/loadBalancers/lbi"
        let pool = scope.id(balancer) + "/backendAddressPools/be"
        let members = (0..<2).map {
            scope.link("Microsoft.Network/networkInterfaces/nic-app-\($0)/ipConfigurations/ipconfig1")
        }
        let address = Dotted.address(first(1) + UInt32((1 << hostBits) - 6))
        rows.add(
            scope,
            balancer,
            """
            "frontendIPConfigurations":[{"name":"fe","id":"\(scope.id(balancer))/frontendIPConfigurations/fe",\
            "properties":{"privateIPAddress":"\(address)","subnet":\(scope.link(network + "/subnets/app"))}}],\
            "backendAddressPools":[{"name":"be","id":"\(pool)","properties":{"backendIPConfigurations":[\
            \(members.joined(separator: ","))]}}],"loadBalancingRules":[{"name":"https","properties":{\
            "frontendIPConfiguration":{"id":"\(scope.id(balancer))/frontendIPConfigurations/fe"},\
            "backendAddressPool":{"id":"\(pool)"},"protocol":"Tcp","frontendPort":443,"backendPort":8443}}]
            """,
            outer: "\"sku\":{\"name\":\"Standard\"},"
        )
    }

    private func writeEndpoint(_ index: Int, _ rows: inout RowSink) {
        let endpoint = "Microsoft.Network/privateEndpoints/pe-\(index)"
        let interface = "Microsoft.Network/networkInterfaces/pe-\(index).nic"
        let subnet = network + "/subnets/pe"
        let address = Dotted.address(first(3) + UInt32(index + 4))
        let status = index == 1 && number % 20 == 0 ? "Pending" : "Approved"
        rows.add(
            scope,
            interface,
            Self.interface(scope, "pe-\(index).nic", address, subnet, machine: nil)
                + ",\"privateEndpoint\":\(scope.link(endpoint))"
        )
        rows.add(
            scope,
            endpoint,
            """
            "subnet":\(scope.link(subnet)),"networkInterfaces":[\(scope.link(interface))],\
            "privateLinkServiceConnections":[{"name":"c","properties":{"groupIds":["blob"],\
            "privateLinkServiceConnectionState":{"status":"\(status)"}}}]
            """
        )
    }
}

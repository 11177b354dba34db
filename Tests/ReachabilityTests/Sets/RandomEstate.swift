import EstateSupport
import Ingest
import Reachability
import Topology

/// Small estates in which everything happens that is rare in real ones: networks that share addresses, half peerings,
/// flags turned off, appliances that do or do not forward, unknown tags, rules that cannot be read, missing groups.
struct RandomEstate {
    private var random: RandomSource
    private var rows: [String] = []
    private let root = "/subscriptions/5ead0000-0000-4000-8000-000000000001/resourceGroups/rg/providers/"

    static func network(seed: UInt64, faults: Faults = []) throws -> Network {
        let text = text(seed: seed)
        return Network(try Reader.read([.bytes(name: "random", Array(text.utf8))]).topology, faults: faults)
    }

    /// The export.
    static func text(seed: UInt64) -> String {
        var estate = RandomEstate(random: RandomSource(seed: seed &* 2_654_435_761 &+ 17))
        estate.build()
        return "{\"data\":[\(estate.rows.joined(separator: ",\n"))]}"
    }

    private init(random: RandomSource) { self.random = random }

    private mutating func chance(_ one: Int, in many: Int) -> Bool {
        Int.random(in: 0..<many, using: &random) < one
    }

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &random)]
    }

    private mutating func add(_ path: String, _ properties: String, _ outer: String = "") {
        let parts = path.split(separator: "/")
        let words = parts.dropFirst().enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        let type = ([String(parts[0])] + words.map(String.init)).joined(separator: "/")
        rows.append(
            """
            {"id":"\(root)\(path)","name":"\(parts[parts.count - 1])","type":"\(type)","location":"westeurope",\
            \(outer)"properties":{\(properties)}}
            """
        )
    }

    private func link(_ path: String) -> String { "{\"id\":\"\(root)\(path)\"}" }
    private func net(_ index: Int) -> String { "Microsoft.Network/virtualNetworks/v\(index)" }

    /// The spaces of the networks; the last one may lie where another one does.
    private static let spaces = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16", "172.16.0.0/12", "10.1.0.0/16"]
    private static let bases = ["10.0", "10.1", "10.2", "172.20", "10.1"]

    private mutating func build() {
        let count = Int.random(in: 2...5, using: &random)
        for index in 0..<6 { add("Microsoft.Network/networkSecurityGroups/g\(index)", group()) }
        for index in 0..<3 { add("Microsoft.Network/applicationSecurityGroups/a\(index)", "") }
        for index in 0..<count { tableRow(index, count) }
        for index in 0..<count { networkRow(index, count) }
        for index in 0..<count {
            for subnet in 0..<3 { machines(index, subnet) }
            if chance(1, in: 2) { endpoint(index) }
            if chance(1, in: 2) { balancer(index) }
        }
        if chance(2, in: 3) { firewall() }
        if chance(1, in: 2) { gateway() }
        if chance(1, in: 2) { manager(count) }
    }

    // MARK: - Rules

    private static let ports = [
        "0", "1", "22", "80", "443", "3389", "65535", "20-25", "80-443", "1000-2000", "*",
    ]
    private static let ends = [
        "*", "VirtualNetwork", "Internet", "10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "10.0.1.0/24",
        "10.1.0.4",
        "10.0.0.4", "10.0.0.5", "172.16.0.0/12", "172.20.0.0/24", "Storage", "NoSuchTag", "AzureLoadBalancer",
        "10.0.0.128/25", "0.0.0.0/0", "::/0", "0.0.0.0/1", "10.2.1.4/31",
    ]

    private mutating func list(_ values: [String], _ most: Int) -> String {
        let count = Int.random(in: 1...most, using: &random)
        return "[" + (0..<count).map { _ in "\"\(pick(values))\"" }.joined(separator: ",") + "]"
    }

    private mutating func group() -> String {
        let count = Int.random(in: 0...7, using: &random)
        let rules = (0..<count).map { rule(100 + $0 * 3) }.shuffled(using: &random)
        return "\"securityRules\":[\(rules.joined(separator: ","))]"
    }

    private mutating func rule(_ priority: Int) -> String {
        let direction = pick(["Inbound", "Outbound", "inbound"])
        let broken = chance(1, in: 25)
        let access = broken ? "{\"$symbolic\":\"x\"}" : "\"\(pick(["Allow", "Deny", "allow"]))\""
        let source = end("source")
        let destination = end("destination")
        let from = chance(1, in: 8) ? list(["1000-2000", "49152", "0-1023", "49152-65535"], 2) : "[\"*\"]"
        return """
            {"name":"r\(priority)","properties":{"priority":\(priority),"access":\(access),"direction":"\(direction)",\
            "protocol":"\(pick(["Tcp", "Udp", "*", "Icmp", "TCP", "Esp"]))",\(source),\(destination),\
            "sourcePortRanges":\(from),"destinationPortRanges":\(list(Self.ports, 2))}}
            """
    }

    private mutating func end(_ word: String) -> String {
        if chance(1, in: 8) {
            let asg = link(
                "Microsoft.Network/applicationSecurityGroups/a\(Int.random(in: 0..<3, using: &random))"
            )
            return "\"\(word)ApplicationSecurityGroups\":[\(asg)]"
        }
        return "\"\(word)AddressPrefixes\":\(list(Self.ends, 2))"
    }

    // MARK: - Networks

    private mutating func tableRow(_ index: Int, _ count: Int) {
        let hops = ["10.0.1.4", "10.1.1.4", "10.0.3.4", "10.0.9.9"]
        let routes = (0..<Int.random(in: 0...3, using: &random)).map { number -> String in
            let prefix = pick([
                "0.0.0.0/0", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.0/24", "10.0.0.4/32", "172.16.0.0/12",
            ])
            let type = pick([
                "VirtualAppliance", "VirtualAppliance", "None", "Internet", "VnetLocal",
                "VirtualNetworkGateway",
            ])
            let hop = type == "VirtualAppliance" ? ",\"nextHopIpAddress\":\"\(pick(hops))\"" : ""
            return """
                {"name":"u\(number)","properties":{"addressPrefix":"\(prefix)","nextHopType":"\(type)"\(hop)}}
                """
        }
        add(
            "Microsoft.Network/routeTables/t\(index)",
            "\"disableBgpRoutePropagation\":\(chance(1, in: 2)),\"routes\":[\(routes.joined(separator: ","))]"
        )
    }

    private mutating func networkRow(_ index: Int, _ count: Int) {
        let base = Self.bases[index]
        var subnets: [String] = []
        for subnet in 0..<3 {
            var more = ""
            if chance(3, in: 4) {
                let number = Int.random(in: 0..<8, using: &random)
                more +=
                    ",\"networkSecurityGroup\":\(link("Microsoft.Network/networkSecurityGroups/g\(number == 7 ? 99 : number % 6)"))"
            }
            if chance(1, in: 2) {
                more += ",\"routeTable\":\(link("Microsoft.Network/routeTables/t\(index)"))"
            }
            if chance(1, in: 3) {
                more +=
                    ",\"privateEndpointNetworkPolicies\":\"\(pick(["Enabled", "RouteTableEnabled", "NetworkSecurityGroupEnabled"]))\""
            }
            subnets.append(
                "{\"name\":\"s\(subnet)\",\"properties\":{\"addressPrefix\":\"\(base).\(subnet).0/24\"\(more)}}"
            )
        }
        if index == 0 {
            subnets.append(
                """
                {"name":"AzureFirewallSubnet","properties":{"addressPrefix":"10.0.3.0/24","routeTable":\
                \(link("Microsoft.Network/routeTables/t1"))}}
                """
            )
            subnets.append("{\"name\":\"GatewaySubnet\",\"properties\":{\"addressPrefix\":\"10.0.4.0/24\"}}")
        }
        let peerings = (0..<count).filter { $0 != index && (index == 0 || $0 == 0 || ($0 + index) % 3 == 0) }
            .compactMap { other -> String? in
                guard chance(9, in: 10) else { return nil }
                return """
                    {"name":"p\(other)","properties":{"remoteVirtualNetwork":\(link(net(other))),"peeringState":"Connected",\
                    "allowVirtualNetworkAccess":\(chance(4, in: 5)),"allowForwardedTraffic":\(chance(2, in: 3)),\
                    "allowGatewayTransit":\(index == 0),"useRemoteGateways":\(other == 0),\
                    "remoteAddressSpace":{"addressPrefixes":["\(Self.spaces[other])"]}}}
                    """
            }
        add(
            net(index),
            """
            "addressSpace":{"addressPrefixes":["\(Self.spaces[index])"]},"subnets":[\(subnets.joined(separator: ","))],\
            "virtualNetworkPeerings":[\(peerings.joined(separator: ","))]
            """
        )
    }

    // MARK: - Endpoints

    private mutating func machines(_ index: Int, _ subnet: Int) {
        for host in 4..<4 + Int.random(in: 1...4, using: &random) {
            let name = "n\(index)-\(subnet)-\(host)"
            var inner = ""
            if chance(1, in: 3) {
                inner =
                    ",\"applicationSecurityGroups\":[\(link("Microsoft.Network/applicationSecurityGroups/a\(Int.random(in: 0..<3, using: &random))"))]"
            }
            let group =
                chance(1, in: 4)
                ? ",\"networkSecurityGroup\":\(link("Microsoft.Network/networkSecurityGroups/g\(Int.random(in: 0..<6, using: &random))"))"
                : ""
            let address =
                host == 7 ? "\(Self.bases[index]).\(subnet).200" : "\(Self.bases[index]).\(subnet).\(host)"
            add(
                "Microsoft.Network/networkInterfaces/\(name)",
                """
                "enableIPForwarding":\(host == 4 && chance(3, in: 4)),"ipConfigurations":[{"name":"c","properties":{\
                "privateIPAddress":"\(address)","primary":true,"subnet":\(link(net(index) + "/subnets/s\(subnet)"))\(inner)}}]\(group)
                """
            )
        }
    }

    private mutating func endpoint(_ index: Int) {
        let status = pick(["Approved", "Approved", "Pending"])
        add(
            "Microsoft.Network/privateEndpoints/e\(index)",
            """
            "subnet":\(link(net(index) + "/subnets/s2")),"ipConfigurations":[{"name":"c","properties":{\
            "privateIPAddress":"\(Self.bases[index]).2.100"}}],"privateLinkServiceConnections":[{"name":"c",\
            "properties":{"privateLinkServiceConnectionState":{"status":"\(status)"}}}]
            """
        )
    }

    private mutating func balancer(_ index: Int) {
        let path = "Microsoft.Network/loadBalancers/l\(index)"
        let members = (4..<4 + Int.random(in: 0...3, using: &random)).map { host in
            "{\"name\":\"m\(host)\",\"properties\":{\"ipAddress\":\"\(Self.bases[index]).0.\(host)\",\"virtualNetwork\":\(link(net(index)))}}"
        }
        let pool = "{\"id\":\"\(root)\(path)/backendAddressPools/be\"}"
        let front = "{\"id\":\"\(root)\(path)/frontendIPConfigurations/fe\"}"
        let rules = [("80", "80", "Tcp"), ("443", "8443", "Tcp"), ("0", "0", "All")].prefix(
            Int.random(in: 1...3, using: &random)
        )
        .map { from, to, name in
            """
            {"name":"r\(from)","properties":{"frontendIPConfiguration":\(front),"backendAddressPool":\(pool),\
            "protocol":"\(name)","frontendPort":\(from),"backendPort":\(to)}}
            """
        }
        add(
            path,
            """
            "frontendIPConfigurations":[{"name":"fe","id":"\(root)\(path)/frontendIPConfigurations/fe","properties":{\
            "privateIPAddress":"\(Self.bases[index]).1.250","subnet":\(link(net(index) + "/subnets/s1"))}}],\
            "backendAddressPools":[{"name":"be","id":"\(root)\(path)/backendAddressPools/be","properties":{\
            "loadBalancerBackendAddresses":[\(members.joined(separator: ","))]}}],\
            "loadBalancingRules":[\(rules.joined(separator: ","))]
            """,
            "\"sku\":{\"name\":\"Standard\"},"
        )
    }

    // MARK: - Devices

    private mutating func firewall() {
        let policy = "Microsoft.Network/firewallPolicies/p"
        add(policy, "\"threatIntelMode\":\"Alert\"")
        let rules = (0..<Int.random(in: 1...6, using: &random)).map { index in
            """
            {"ruleType":"NetworkRule","name":"f\(index)","ipProtocols":["\(pick(["TCP", "UDP", "Any", "ICMP"]))"],\
            "sourceAddresses":\(list(["*", "10.0.0.0/8", "10.1.0.0/16", "10.0.0.4", "10.1.0.4/31"], 2)),\
            "destinationAddresses":\(list(["*", "10.0.0.0/8", "10.1.0.0/16", "10.2.0.4", "172.16.0.0/12"], 2)),\
            "destinationPorts":\(list(Self.ports, 2))}
            """
        }
        add(
            policy + "/ruleCollectionGroups/g",
            """
            "priority":200,"ruleCollections":[{"ruleCollectionType":"FirewallPolicyFilterRuleCollection","name":"c",\
            "priority":200,"action":{"type":"\(pick(["Allow", "Allow", "Deny"]))"},"rules":[\(rules.joined(separator: ","))]},\
            {"ruleCollectionType":"FirewallPolicyFilterRuleCollection","name":"names","priority":300,"action":{\
            "type":"Allow"},"rules":[{"ruleType":"ApplicationRule","name":"a","sourceAddresses":["10.0.0.0/8"],\
            "targetFqdns":["*.example.com"],"protocols":[{"protocolType":"Https","port":443}]}]}]
            """
        )
        add(
            "Microsoft.Network/azureFirewalls/f",
            """
            "ipConfigurations":[{"name":"c","properties":{"privateIPAddress":"10.0.3.4","subnet":\
            \(link(net(0) + "/subnets/AzureFirewallSubnet"))}}],"firewallPolicy":\(link(policy))
            """
        )
    }

    private mutating func gateway() {
        let path = "Microsoft.Network/virtualNetworkGateways/gw"
        add(
            path,
            """
            "gatewayType":"Vpn","enableBgp":false,"ipConfigurations":[{"name":"default","properties":{"subnet":\
            \(link(net(0) + "/subnets/GatewaySubnet"))}}]
            """
        )
        add(
            "Microsoft.Network/localNetworkGateways/lng",
            "\"localNetworkAddressSpace\":{\"addressPrefixes\":\(list(["192.168.0.0/16", "10.0.0.0/8", "172.20.0.0/16"], 2))}"
        )
        add(
            "Microsoft.Network/connections/c",
            """
            "connectionType":"IPsec","virtualNetworkGateway1":\(link(path)),\
            "localNetworkGateway2":\(link("Microsoft.Network/localNetworkGateways/lng")),"connectionStatus":"Connected"
            """
        )
    }

    private mutating func manager(_ count: Int) {
        let manager = "Microsoft.Network/networkManagers/m"
        let configuration = manager + "/securityAdminConfigurations/s"
        add(manager, "")
        add(manager + "/networkGroups/g", "")
        for index in 0..<count where chance(2, in: 3) {
            add(
                manager + "/networkGroups/g/staticMembers/m\(index)",
                "\"resourceId\":\"\(root)\(net(index))\""
            )
        }
        add(configuration, "")
        add(
            configuration + "/ruleCollections/c",
            "\"appliesToGroups\":[{\"networkGroupId\":\"\(root)\(manager)/networkGroups/g\"}]"
        )
        for index in 0..<Int.random(in: 1...4, using: &random) {
            func prefixes(_ values: [String]) -> String {
                let value = values[Int(truncatingIfNeeded: UInt(index)) % values.count]
                return "[{\"addressPrefix\":\"\(value)\",\"addressPrefixType\":\"IPPrefix\"}]"
            }
            add(
                configuration + "/ruleCollections/c/rules/r\(index)",
                """
                "priority":\(10 + index),"access":"\(pick(["Allow", "Deny", "AlwaysAllow"]))",\
                "direction":"\(pick(["Inbound", "Outbound"]))","protocol":"\(pick(["Tcp", "Any", "Udp"]))",\
                "sources":\(prefixes(["*", "10.1.0.0/16", "10.0.0.0/24"])),"destinations":\(prefixes(["*", "10.0.0.0/16"])),\
                "sourcePortRanges":["0-65535"],"destinationPortRanges":\(list(Self.ports, 2))
                """,
                "\"kind\":\"Custom\","
            )
        }
        add(
            "Microsoft.Network/networkManagers/m/deployments/d",
            """
            "region":"westeurope","deploymentStatus":"Deployed","deploymentType":"SecurityAdmin",\
            "configurationIds":["\(root)\(configuration)"]
            """
        )
    }
}

import Reachability
import Testing
import Topology

/// Every way in from outside, and every way out.
struct ExposureTests {
    private static func lines(_ ways: [Exposure.Way]) -> [String] {
        ways.map {
            "\($0.side.rawValue) \($0.door.rawValue) \($0.through?.name ?? "-") \($0.rule ?? "-") "
                + "\($0.endpoint.name) \($0.flows) \($0.verdict.rawValue)"
        }
    }

    /// Every way has a packet that is followed again to the same end.
    private static func check(_ exposure: Exposure) {
        for way in exposure.waysIn + exposure.waysOut {
            #expect(way.verdict != .deny)
            #expect(way.trace?.verdict == way.verdict)
            #expect(way.witness != nil)
        }
    }

    @Test func anAddressOfItsOwnLeadsIn() throws {
        var estate = SmallEstate()
        estate.group("n", ["100 allow in tcp from Internet to * ports 22,80-81"])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 nsg=n"])
        estate.publicAddress("pip", "20.1.2.3")
        estate.machine("x", "10.1.1.4", in: "a/web", publicAddress: "pip")
        estate.machine("y", "10.1.1.5", in: "a/web")
        let exposure = Exposure(estate.reachable)
        #expect(Self.lines(exposure.waysIn) == ["internet public-address pip - x tcp/22,tcp/80-81 allow"])
        #expect(exposure.waysIn.first?.trace?.decidedBy?.rule == "r100")
        #expect(
            Self.lines(exposure.waysOut) == [
                "internet public-address pip - x tcp,udp,icmp allow",
                "internet default-outbound - - y tcp,udp,icmp allow",
            ] || Self.lines(exposure.waysOut).count == 2
        )
        Self.check(exposure)
    }

    @Test func eachMemberBehindABalancerIsAWayOfItsOwn() throws {
        var estate = SmallEstate()
        let pool = SmallEstate.id("loadBalancers", "lb") + "/backendAddressPools/p"
        estate.group("open", ["100 allow in tcp from Internet to * ports 80"])
        estate.group("closed", ["100 deny in * from Internet to *"])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"])
        estate.machine("x", "10.1.1.4", in: "a/web", group: "open", pool: pool)
        estate.machine("y", "10.1.1.5", in: "a/web", group: "open", pool: pool)
        estate.machine("z", "10.1.1.6", in: "a/web", group: "closed", pool: pool)
        estate.publicAddress("pip", "20.1.2.3")
        estate.balancer("lb", pool: pool, address: "pip", port: 80)
        let exposure = Exposure(estate.reachable)
        #expect(
            Self.lines(exposure.waysIn) == [
                "internet load-balancer lb web x tcp/80 allow",
                "internet load-balancer lb web y tcp/80 allow",
            ]
        )
        Self.check(exposure)
        #expect(
            Self.lines(
                Exposure(
                    estate.reachable,
                    of: ResourceID(
                        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/y"
                    )
                )
                .waysIn
            ) == ["internet load-balancer lb web y tcp/80 allow"]
        )
    }

    @Test func aFirewallLeadsInByWhatItTranslates() throws {
        var estate = SmallEstate()
        estate.network(
            "a",
            "10.1.0.0/16",
            subnets: ["web 10.1.1.0/24", "AzureFirewallSubnet 10.1.0.0/26"]
        )
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.publicAddress("pip", "20.1.2.3")
        estate.add(
            "azureFirewalls",
            "fw",
            """
            "ipConfigurations":[{"name":"c","properties":{"privateIPAddress":"10.1.0.4",
              "subnet":{"id":"\(SmallEstate.subnet("a/AzureFirewallSubnet"))"},
              "publicIPAddress":{"id":"\(SmallEstate.id("publicIPAddresses", "pip"))"}}}],
            "natRuleCollections":[{"name":"nat","properties":{"priority":100,"action":{"type":"Dnat"},"rules":[
              {"name":"ssh","protocols":["TCP"],"sourceAddresses":["*"],"destinationAddresses":["20.1.2.3"],
               "destinationPorts":["2222"],"translatedAddress":"10.1.1.4","translatedPort":"22"}]}}]
            """
        )
        let exposure = Exposure(estate.reachable)
        #expect(Self.lines(exposure.waysIn) == ["internet firewall fw ssh x tcp/2222 allow"])
        #expect(exposure.waysIn.first?.trace?.probe.packet.destinationPort == 22)
        Self.check(exposure)
    }

    @Test func aPublicSideOfAServiceIsAWay() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"])
        estate.resource(
            "Microsoft.Storage/storageAccounts",
            "open",
            #""publicNetworkAccess":"Enabled","networkAcls":{"defaultAction":"Allow"}"#
        )
        estate.resource(
            "Microsoft.Storage/storageAccounts",
            "closed",
            #""publicNetworkAccess":"Disabled","networkAcls":{"defaultAction":"Allow"}"#
        )
        let ways = Exposure(estate.reachable).waysIn
        #expect(ways.map(\.endpoint.name) == ["open"])
        #expect(ways.first?.door == .publicService)
    }

    @Test func onPremisesComesInByAGateway() throws {
        var estate = SmallEstate()
        estate.group(
            "n",
            ["100 allow in tcp from 192.168.0.0/24 to * ports 22", "200 deny in * from * to *"]
        )
        estate.network(
            "a",
            "10.1.0.0/16",
            subnets: ["web 10.1.1.0/24 nsg=n", "GatewaySubnet 10.1.0.0/27"]
        )
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.gateway("gw", in: "a", sites: ["192.168.0.0/24", "192.168.9.0/24"])
        let exposure = Exposure(estate.reachable)
        #expect(Self.lines(exposure.waysIn) == ["on-premises gateway gw - x tcp/22 allow"])
        #expect(exposure.waysIn.first?.witness?.source.description.hasPrefix("192.168.0.") == true)
        Self.check(exposure)
    }

    @Test func aPrivateSubnetHasNoWayOut() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 defaultOutboundAccess=false"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        #expect(Exposure(estate.reachable).waysOut.isEmpty)
    }
}

extension SmallEstate {
    /// A VPN gateway with a site for each prefix.
    mutating func gateway(_ name: String, in network: String, sites: [String]) {
        add(
            "virtualNetworkGateways",
            name,
            """
            "gatewayType":"Vpn","vpnType":"RouteBased","ipConfigurations":[{"name":"c","properties":{
              "subnet":{"id":"\(Self.subnet("\(network)/GatewaySubnet"))"}}}]
            """
        )
        for (index, prefix) in sites.enumerated() {
            add(
                "localNetworkGateways",
                "\(name)-\(index)",
                #""gatewayIpAddress":"198.51.100.7","localNetworkAddressSpace":{"addressPrefixes":["\#(prefix)"]}"#
            )
            add(
                "connections",
                "\(name)-\(index)",
                """
                "connectionType":"IPsec","virtualNetworkGateway1":{"id":"\(Self.id("virtualNetworkGateways", name))"},
                "localNetworkGateway2":{"id":"\(Self.id("localNetworkGateways", "\(name)-\(index)"))"}
                """
            )
        }
    }
}

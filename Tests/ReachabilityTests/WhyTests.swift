import Reachability
import Testing
import Topology

/// Why packets are stopped or let through, and what would turn the answer; each change is made in the estate itself
/// and the packet followed again.
struct WhyTests {
    @Test func everyBlockerOnTheWayIsFound() throws {
        var estate = SmallEstate.twoNetworks(
            client: ["100 deny out tcp from * to 10.2.0.0/16 ports 1433"],
            server: ["200 deny in tcp from * to * ports 1433"]
        )
        let why = try estate.why("vm:client", "vm:server", "tcp/1433")
        #expect(why.trace.verdict == .deny)
        #expect(why.blockers.map(\.stage) == [.securityGroupOutbound, .securityGroupInbound])
        #expect(why.blockers.map(\.rule) == ["r100", "r200"])
        #expect(why.isComplete)
        let opening = try #require(why.opening)
        #expect(opening.map(\.kind) == [.allowInSecurityGroup, .allowInSecurityGroup])
        #expect(why.closing.isEmpty)

        // One of the two alone does not open it, both do.
        estate.group("n-client", ["99 allow out tcp from 10.1.1.4 to 10.2.1.4 ports 1433"])
        #expect(try estate.trace("vm:client", "vm:server", "tcp/1433").verdict == .deny)
        estate.group("n-server", ["99 allow in tcp from 10.1.1.4 to 10.2.1.4 ports 1433"])
        #expect(try estate.trace("vm:client", "vm:server", "tcp/1433").verdict == .allow)
    }

    @Test func oneGroupAtTwoPlacesIsOneChange() throws {
        var estate = SmallEstate()
        estate.group("n", ["100 deny in tcp from * to * ports 22"])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 nsg=n"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.machine("y", "10.1.1.5", in: "a/web", group: "n")
        let why = try estate.why("vm:x", "vm:y", "tcp/22")
        #expect(why.blockers.map(\.layer) == [.subnet, .networkInterface])
        #expect(why.opening?.count == 1)
        estate.group("n")
        #expect(try estate.trace("vm:x", "vm:y", "tcp/22").verdict == .allow)
    }

    @Test func aRouteToNowhereIsPassedByTakingItOut() throws {
        var estate = SmallEstate.twoNetworks(server: ["100 deny in tcp from * to * ports 22"])
        estate.table("rt", ["drop 10.2.0.0/16 None"])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 rt=rt"], peers: ["b"])
        let why = try estate.why("vm:client", "vm:server", "tcp/22")
        #expect(why.blockers.map(\.stage) == [.route, .securityGroupInbound])
        #expect(why.opening?.map(\.kind) == [.changeRoute, .allowInSecurityGroup])
        estate.table("rt", [])
        estate.group("n-server")
        #expect(try estate.trace("vm:client", "vm:server", "tcp/22").verdict == .allow)
    }

    @Test func networksWithoutALinkAreJoined() throws {
        var estate = SmallEstate.twoNetworks(server: ["100 deny in tcp from * to * ports 22"])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"])
        let why = try estate.why("vm:client", "vm:server", "tcp/22")
        #expect(why.blockers.map(\.stage) == [.route, .securityGroupInbound])
        #expect(why.opening?.map(\.kind) == [.joinNetworks, .allowInSecurityGroup])
    }

    @Test func anApplianceThatForwardsNothingIsOneBlockerOfSeveral() throws {
        var estate = SmallEstate()
        estate.group("n", ["100 deny in tcp from 10.1.1.4 to * ports 22"])
        estate.group("n-appliance", ["100 deny out tcp from * to * ports 22"])
        estate.table("rt", ["all 10.1.2.0/24 VirtualAppliance 10.1.3.4"])
        estate.network(
            "a",
            "10.1.0.0/16",
            subnets: ["web 10.1.1.0/24 rt=rt", "db 10.1.2.0/24 nsg=n", "nva 10.1.3.0/24 nsg=n-appliance"]
        )
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.machine("y", "10.1.2.4", in: "a/db")
        estate.machine("nva", "10.1.3.4", in: "a/nva")
        let why = try estate.why("vm:x", "vm:y", "tcp/22")
        #expect(why.blockers.map(\.stage) == [.appliance, .securityGroupOutbound, .securityGroupInbound])
        #expect(
            why.opening?.map(\.kind) == [.enableForwarding, .allowInSecurityGroup, .allowInSecurityGroup]
        )
        estate.machine("nva", "10.1.3.4", in: "a/nva", forwards: true)
        estate.group("n")
        estate.group("n-appliance")
        #expect(try estate.trace("vm:x", "vm:y", "tcp/22").verdict == .allow)
    }

    @Test func whatAzureItselfDropsNothingOpens() throws {
        let estate = SmallEstate.twoNetworks()
        let network = estate.reachable
        let resolver = EndpointResolver(network)
        let why = Why(
            Tracer(network),
            from: try resolver.resolve("vm:client"),
            to: try resolver.resolve("vm:server"),
            protocolNumber: 47
        )
        #expect(why.blockers.map(\.stage) == [.platform])
        #expect(!why.isComplete)
        #expect(why.opening == nil)
    }

    @Test func anyFilterOnTheWayClosesIt() throws {
        var estate = SmallEstate.twoNetworks()
        let why = try estate.why("vm:client", "vm:server", "tcp/443")
        #expect(why.trace.verdict == .allow)
        #expect(why.blockers.isEmpty)
        #expect(why.opening == [])
        #expect(why.closing.map(\.count) == [1, 1])
        #expect(why.closing.first?.first?.checkpoint.stage == .securityGroupInbound)
        estate.group("n-server", ["100 deny in tcp from 10.1.1.4 to 10.2.1.4 ports 443"])
        #expect(try estate.trace("vm:client", "vm:server", "tcp/443").verdict == .deny)
    }

    @Test func whereNoFilterStandsOneIsAttached() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24", "db 10.1.2.0/24"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.machine("y", "10.1.2.4", in: "a/db")
        let why = try estate.why("vm:x", "vm:y", "tcp/443")
        #expect(why.closing.map { $0.map(\.kind) } == [[.attachSecurityGroup], [.attachSecurityGroup]])
        let places = why.closing.compactMap { $0.first?.checkpoint.place?.text }
        #expect(places == [SmallEstate.subnet("a/db"), SmallEstate.subnet("a/web")])
    }

    @Test func membersBehindABalancerAreClosedTogether() throws {
        var estate = SmallEstate()
        let pool = SmallEstate.id("loadBalancers", "lb") + "/backendAddressPools/p"
        estate.group("n1", ["100 allow in tcp from Internet to * ports 80"])
        estate.group("n2", ["100 allow in tcp from Internet to * ports 80"])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"])
        estate.machine("x", "10.1.1.4", in: "a/web", group: "n1", pool: pool)
        estate.machine("y", "10.1.1.5", in: "a/web", group: "n2", pool: pool)
        estate.publicAddress("pip", "20.1.2.3")
        estate.balancer("lb", pool: pool, address: "pip", port: 80)
        let why = try estate.why("internet", "lb:lb", "tcp/80")
        #expect(why.trace.verdict == .allow)
        #expect(why.closing.map { Set($0.compactMap { $0.checkpoint.resource?.name }) } == [["n1", "n2"]])
        estate.group("n1")
        #expect(try estate.trace("internet", "lb:lb", "tcp/80").verdict == .allow)
        estate.group("n2")
        #expect(try estate.trace("internet", "lb:lb", "tcp/80").verdict == .deny)
    }

    @Test func theFirstBlockerIsTheDecider() throws {
        for port in ["22", "80", "443", "1433"] {
            for rules in [["100 deny in tcp from * to * ports 22"], ["100 deny in * from 10.1.0.0/16 to *"]] {
                let estate = SmallEstate.twoNetworks(
                    client: ["100 deny out tcp from * to * ports 80"],
                    server: rules
                )
                let why = try estate.why("vm:client", "vm:server", "tcp/\(port)")
                let plain = try estate.trace("vm:client", "vm:server", "tcp/\(port)")
                #expect(why.trace.verdict == plain.verdict)
                #expect(why.blockers.first == (plain.verdict == .deny ? plain.decidedBy : nil))
            }
        }
    }
}

extension SmallEstate {
    /// A public load balancer with one rule.
    mutating func balancer(_ name: String, pool: String, address: String, port: Int, sku: String = "Standard")
    {
        let id = Self.id("loadBalancers", name)
        let front = "\(id)/frontendIPConfigurations/f"
        add(
            "loadBalancers",
            name,
            """
            "frontendIPConfigurations":[{"id":"\(front)","name":"f","properties":{
              "publicIPAddress":{"id":"\(Self.id("publicIPAddresses", address))"}}}],
            "backendAddressPools":[{"id":"\(pool)","name":"p","properties":{}}],
            "loadBalancingRules":[{"name":"web","properties":{"protocol":"Tcp","frontendPort":\(port),
              "backendPort":\(port),"frontendIPConfiguration":{"id":"\(front)"},
              "backendAddressPool":{"id":"\(pool)"}}}]},"sku":{"name":"\(sku)"
            """
        )
    }
}

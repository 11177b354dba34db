import Reachability
import Testing
import Topology

/// Input that cannot be as it stands: each gives an answer that says so, and a diagnostic with its place.
struct EstateProblemTests {
    private static func problems(_ estate: SmallEstate) -> [Diagnostic] {
        EstateProblems(estate.reachable).diagnostics
    }

    private static func expect(_ estate: SmallEstate, _ words: String) {
        let found = problems(estate).filter { $0.message.contains(words) }
        #expect(found.count == 1, "\(problems(estate).map(\.message))")
        #expect(found.first?.position != nil)
        #expect(found.first?.resource != nil)
    }

    @Test func routesThatLeadInACircle() throws {
        var estate = SmallEstate()
        estate.table("rt1", ["all 10.9.0.0/16 VirtualAppliance 10.1.2.4"])
        estate.table("rt2", ["back 10.9.0.0/16 VirtualAppliance 10.1.3.4"])
        estate.network(
            "a",
            "10.1.0.0/16",
            subnets: ["web 10.1.1.0/24 rt=rt1", "n1 10.1.2.0/24 rt=rt2", "n2 10.1.3.0/24 rt=rt1"]
        )
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.machine("nva1", "10.1.2.4", in: "a/n1", forwards: true)
        estate.machine("nva2", "10.1.3.4", in: "a/n2", forwards: true)
        let network = estate.reachable
        let trace = Tracer(network).trace(
            from: try EndpointResolver(network).resolve("vm:x"),
            to: .onPremises(try #require(IPAddress("10.9.0.9"))),
            protocolNumber: 6,
            destinationPort: 443
        )
        #expect(trace.verdict == .deny)
        #expect(trace.assumptions.contains { $0.code == "routing-loop" })
        #expect(
            Self.problems(estate).contains { $0.message.contains("leads in a circle") && $0.position != nil }
        )
        // Questions that go on past what stops a packet end too.
        let why = try estate.why("vm:x", "vm:nva2", "tcp/22")
        #expect(why.trace.verdict == .allow)
    }

    @Test func peersThatOverlap() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"], peers: ["b"])
        estate.network("b", "10.1.0.0/16", subnets: ["db 10.1.2.0/24"], peers: ["a"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.machine("y", "10.1.2.4", in: "b/db")
        let trace = try estate.trace("vm:x", "vm:y", "tcp/22")
        #expect(trace.verdict == .deny)
        #expect(trace.assumptions.contains { $0.code == "address-spaces-overlap" })
        Self.expect(estate, "address spaces overlap")
    }

    @Test func aPeeringToNowhere() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24"], peers: ["gone"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        Self.expect(estate, "leads to gone")
        let network = estate.reachable
        let trace = Tracer(network).trace(
            from: try EndpointResolver(network).resolve("vm:x"),
            to: .internet(try #require(IPAddress("10.7.0.4"))),
            protocolNumber: 6,
            destinationPort: 22
        )
        #expect(trace.verdict != .allow)
    }

    @Test(arguments: [
        ("AzureBastionSubnet", "one 10.9.0.0/16 None"), ("RouteServerSubnet", "one 10.9.0.0/16 None"),
        ("GatewaySubnet", "all 0.0.0.0/0 Internet"),
    ])
    func aRouteTableWhereNoneMayBe(subnet: String, route: String) throws {
        var estate = SmallEstate()
        estate.table("rt", [route])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24", "\(subnet) 10.1.0.0/26 rt=rt"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        Self.expect(estate, subnet)
        let trace = try estate.trace("subnet:a/\(subnet)", "vm:x", "tcp/22")
        #expect(trace.assumptions.contains { $0.code == "route-table-misplaced" })
    }

    @Test func anApplianceThatDoesNotExist() throws {
        var estate = SmallEstate()
        estate.table("rt", ["all 10.1.2.0/24 VirtualAppliance 10.1.9.9"])
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 rt=rt", "db 10.1.2.0/24"])
        estate.machine("x", "10.1.1.4", in: "a/web")
        estate.machine("y", "10.1.2.4", in: "a/db")
        let trace = try estate.trace("vm:x", "vm:y", "tcp/22")
        #expect(trace.verdict == .deny)
        #expect(trace.assumptions.contains { $0.code == "next-hop-not-found" })
        Self.expect(estate, "where nothing of the input stands")
    }

    @Test func portsThatAreNone() throws {
        let estate = SmallEstate.twoNetworks(server: ["100 deny in tcp from * to * ports 70000"])
        let trace = try estate.trace("vm:client", "vm:server", "tcp/22")
        #expect(trace.verdict == .unknown)
        #expect(trace.assumptions.first?.code == "rule-not-readable")
        Self.expect(estate, "'70000' is no port")
    }

    @Test(arguments: [5000, 99]) func prioritiesThatAreNone(priority: Int) throws {
        let estate = SmallEstate.twoNetworks(server: ["\(priority) deny in tcp from * to * ports 22"])
        let trace = try estate.trace("vm:client", "vm:server", "tcp/22")
        #expect(trace.verdict == .deny)
        #expect(trace.assumptions.contains { $0.code == "rule-priority" })
        Self.expect(estate, "not from 100 to 4096")
    }

    @Test func twoRulesOfOnePriority() throws {
        var estate = SmallEstate.twoNetworks()
        let rule =
            #""direction":"Inbound","protocol":"*","sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*","destinationPortRange":"22","priority":100"#
        estate.add(
            "networkSecurityGroups",
            "n-server",
            #"""
            "securityRules":[{"name":"one","properties":{"access":"Deny",\#(rule)}},
              {"name":"two","properties":{"access":"Allow",\#(rule)}}]
            """#
        )
        let trace = try estate.trace("vm:client", "vm:server", "tcp/22")
        #expect(trace.decidedBy?.rule == "one")
        #expect(trace.assumptions.contains { $0.code == "rule-priority" })
        #expect(Self.problems(estate).count { $0.message.contains("is that of rule") } == 2)
    }

    @Test func tagsThatNobodyKnows() throws {
        let estate = SmallEstate.twoNetworks(server: ["100 deny in tcp from Unheard.Of to * ports 22"])
        Self.expect(estate, "in no list of service tags")
    }

    @Test func aSoundEstateHasNoProblems() { #expect(Self.problems(SmallEstate.twoNetworks()).isEmpty) }
}

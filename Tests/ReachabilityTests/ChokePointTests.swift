import Reachability
import Testing
import Topology

/// Where a blast radius can be cut; each cut is made in the estate itself and the radius worked out again.
struct ChokePointTests {
    /// A client that reaches two machines of another network over a peering, and by them a third.
    private static func estate(client: [String], server: [String], back: [String] = []) -> SmallEstate {
        var estate = SmallEstate()
        estate.group("n-client", client)
        estate.group("n-server", server)
        estate.group("n-back", back)
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 nsg=n-client"], peers: ["b"])
        estate.network(
            "b",
            "10.2.0.0/16",
            subnets: ["db 10.2.1.0/24 nsg=n-server", "back 10.2.2.0/24 nsg=n-back"],
            peers: ["a"]
        )
        estate.machine("client", "10.1.1.4", in: "a/web")
        estate.machine("s1", "10.2.1.4", in: "b/db")
        estate.machine("s2", "10.2.1.5", in: "b/db")
        estate.machine("far", "10.2.2.4", in: "b/back")
        return estate
    }

    private static func chokes(
        _ estate: SmallEstate,
        hops: Int,
        _ services: [Service]?
    ) throws -> (ChokePoints, BlastRadius, ReachabilityMap) {
        let map = ReachabilityMap(estate.reachable)
        let origin = try map.index(of: "vm:client")
        let blast = BlastRadius(map, from: origin, hops: hops, services: services)
        return (ChokePoints(map, blast, hops: hops, services: services), blast, map)
    }

    private static let ssh = [Service(protocolNumber: 6, port: 22)]

    @Test func oneRuleOfTheSenderCutsEverything() throws {
        let estate = Self.estate(
            client: ["100 allow out tcp from * to 10.2.0.0/16 ports 22", "200 deny out * from * to *"],
            server: ["100 allow in tcp from 10.1.0.0/16 to * ports 22"]
        )
        let (chokes, blast, _) = try Self.chokes(estate, hops: 1, Self.ssh)
        #expect(blast.reached.count == 3)
        let cut = try #require(chokes.cut)
        #expect(chokes.isFewest && chokes.isComplete)
        #expect(cut.count == 1)
        let byRule = Dictionary(
            chokes.points.map { ("\($0.carrier.resource?.name ?? "") \($0.carrier.rule ?? "")", $0.cutsOff) },
            uniquingKeysWith: { first, _ in first }
        )
        #expect(byRule["n-client r100"] == 3)
        #expect(byRule["n-server r100"] == 2)
        #expect(byRule["n-back AllowVnetInBound"] == 1)
        #expect(byRule["to-b "] == 3)
    }

    @Test func theCutHoldsInTheEstateItself() throws {
        var estate = Self.estate(client: [], server: [])
        let (chokes, _, _) = try Self.chokes(estate, hops: 1, nil)
        let cut = try #require(chokes.cut)
        #expect(cut.count == 1)
        let carrier = try #require(cut.first)
        switch (carrier.kind, carrier.resource?.name) {
        case (.link, _):
            estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24 nsg=n-client"])
        case (.rule, "n-client"):
            estate.group("n-client", ["100 deny out * from * to *"])
        default: Issue.record("\(carrier)")
        }
        let (_, after, _) = try Self.chokes(estate, hops: 1, nil)
        #expect(after.reached.isEmpty)
    }

    @Test func aRuleThatCutsOffTheRestOfTheWayIsWorthWhatLiesBehind() throws {
        // Only s1 and s2 are reached at first, and by them what stands behind.
        let estate = Self.estate(
            client: [],
            server: [],
            back: ["100 allow in tcp from 10.2.1.0/24 to * ports 22", "200 deny in * from * to *"]
        )
        let (chokes, blast, map) = try Self.chokes(estate, hops: 2, Self.ssh)
        #expect(blast.countsByHop == [2, 1])
        let behind = try #require(
            chokes.points.first { $0.carrier.resource?.name == "n-back" && $0.carrier.rule == "r100" }
        )
        #expect(behind.cutsOff == 1)
        let inner = try #require(
            chokes.points.first {
                $0.carrier.resource?.name == "n-server" && $0.carrier.stage == .securityGroupInbound
            }
        )
        #expect(inner.cutsOff == 3)
        let far = try #require(blast.reached.last)
        #expect(blast.way(to: far.index).count == 3)
        let leg = try #require(blast.leg(to: far, in: map))
        #expect(leg.trace.verdict == .allow)
        #expect(leg.carriers.contains { $0.rule == "r100" })
    }

    @Test func withoutAnyFilterOneIsAttached() throws {
        var estate = SmallEstate()
        estate.network("a", "10.1.0.0/16", subnets: ["web 10.1.1.0/24", "db 10.1.2.0/24"])
        estate.machine("client", "10.1.1.4", in: "a/web")
        estate.machine("s1", "10.1.2.4", in: "a/db")
        estate.machine("s2", "10.1.1.5", in: "a/web")
        let (chokes, _, _) = try Self.chokes(estate, hops: 1, nil)
        #expect(chokes.cut?.map(\.kind) == [.bareSubnet])
        #expect(chokes.cut?.first?.resource?.name == "web")
    }

    @Test func nothingReachedNeedsNoCut() throws {
        let estate = Self.estate(client: ["100 deny out * from * to *"], server: [])
        let (chokes, blast, _) = try Self.chokes(estate, hops: 1, nil)
        #expect(blast.reached.isEmpty)
        #expect(chokes.points.isEmpty)
        #expect(chokes.cut == [])
    }
}

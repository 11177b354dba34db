import Reachability
import Testing
import Topology

/// What is asked of places: the rules in effect, the neighbours, and what decides between segments; each held against
/// the matrix and against traces.
struct PlaceQuestionTests {
    private static func estate() -> SmallEstate {
        var estate = SmallEstate.twoNetworks(
            client: ["100 allow in tcp from VirtualNetwork to * ports 22", "200 deny in * from * to *"],
            server: [
                "100 allow in tcp from 10.1.1.4/32 to * ports 1433", "150 deny in udp from Internet to *",
                "200 allow in tcp from 10.1.1.0/24 to 10.2.1.5/32 ports 22", "300 deny in * from * to *",
            ]
        )
        estate.machine("client2", "10.1.1.5", in: "a/web")
        estate.machine("server2", "10.2.1.5", in: "b/db", group: "n-client")
        return estate
    }

    @Test func whatDecidesBetweenSegmentsAddsUpToTheMatrix() throws {
        let map = ReachabilityMap(Self.estate().reachable)
        for service in Service.common {
            let matrix = SegmentMatrix(map, by: .subnet, services: [service])
            for cell in matrix.cells.joined() {
                let (from, to) = (matrix.groups[cell.from], matrix.groups[cell.to])
                let found = SegmentFlows(map, from: from.members, to: to.members, services: [service])
                #expect(found.isWhole)
                func pairs(_ verdict: Verdict) -> Int {
                    found.decisions.filter { $0.verdict == verdict }.reduce(0) { $0 + $1.pairs }
                }
                #expect(pairs(.allow) == cell.allowedPairs, "\(service) \(from.name) \(to.name)")
                #expect(pairs(.unknown) == cell.unknownPairs)
                #expect(found.decisions.reduce(0) { $0 + $1.pairs } == cell.pairs)
                for decision in found.decisions {
                    let index = (decision.sender, decision.receiver)
                    #expect(map.verdict(from: index.0, to: index.1, service) == decision.verdict)
                    #expect(decision.witness.verdict == decision.verdict)
                }
            }
        }
    }

    @Test func neighboursAreThoseOfTheRows() throws {
        let map = ReachabilityMap(Self.estate().reachable)
        for index in map.table.sites.indices {
            let found = Neighbours(map, of: index, services: Service.common)
            let senders = Set(found.reachedBy.compactMap(\.index))
            let expected = map.table.sites.indices.filter { sender in
                sender != index
                    && Service.common.contains { map.verdict(from: sender, to: index, $0) != .deny }
            }
            #expect(senders == Set(expected))
            for neighbour in found.reachedBy {
                guard let sender = neighbour.index else { continue }
                for service in Service.common {
                    let isOpen = map.verdict(from: sender, to: index, service) != .deny
                    #expect(neighbour.flows.contains(service) == isOpen)
                }
            }
        }
    }

    @Test func effectiveRulesStandInTheOrderAskedWithTheirTags() throws {
        let network = Self.estate().reachable
        let index = try ReachabilityMap(network).index(of: "vm:server2")
        let site = ReachabilityMap(network).table.sites[index]
        let rules = try #require(EffectiveRules(network, subnet: site.subnet, site: site))
        let places = rules.layers.map {
            "\($0.direction) \($0.layer?.rawValue ?? "") \($0.group?.name ?? "")"
        }
        #expect(
            places == [
                "outbound nic n-client", "outbound subnet n-server", "inbound subnet n-server",
                "inbound nic n-client",
            ]
        )
        let inbound = rules.layers[2].rules
        #expect(inbound.map(\.priority) == inbound.map(\.priority).sorted())
        #expect(inbound.first?.source == "10.1.1.4/32")
        let tags = rules.layers[3].rules.first?.tags ?? []
        let prefixes = (tags.first?.prefixes ?? []).map(\.description)
        #expect(tags.map(\.name) == ["VirtualNetwork"])
        #expect(prefixes.contains("10.1.0.0/16") && prefixes.contains("10.2.0.0/16"))
        let internet = inbound[1].tags.first?.prefixes ?? []
        #expect(!internet.contains { $0.overlaps(AddressPrefix("10.0.0.0/8") ?? $0) || $0.isEverything })
    }

    @Test func aNameOfThePlaceLeadsBackToIt() throws {
        let map = ReachabilityMap(Self.estate().reachable)
        for index in map.table.sites.indices {
            #expect(try map.index(of: map.name(of: index)) == index)
        }
    }
}

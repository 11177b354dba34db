import Reachability
import Testing
import Topology

/// The set evaluator against the plain one: random groups, one question about everything, random packets.
struct FilterDifferentialTests {
    /// Edges that prefixes and packets share, so that they meet.
    static let bases: [UInt32] = [
        0x0A00_0000, 0x0A00_0100, 0x0A01_0000, 0xC0A8_0000, 0xCB00_7100, 0x0800_0000,
    ]
    static let ports = [0, 1, 22, 23, 80, 443, 3388, 3389, 3390, 65_534, 65_535]

    @Test(arguments: 0..<40)
    func setsAndPointsAgree(seed: Int) throws {
        var numbers = Numbers(state: UInt64(seed) &* 7919 &+ 1)
        let rules = (0..<Int.random(in: 1...10, using: &numbers)).map {
            Self.rule(priority: 100 + $0 * 7, &numbers)
        }
        let shuffled = rules.shuffled(using: &numbers).map(\.text)
        let filter = Filter(try SecurityGroupText.group(shuffled), .inbound)
        var everything = PacketBox(from: .anyone, protocols: .everything)
        everything.marks[.sourceTag(.virtualNetwork)] = false
        let decisions = filter.decisions(for: everything)
        func first(_ packet: PlainPacket) -> String {
            // 168.63.129.16 is not among the packets: AllowAzureLoadBalancerInBound never decides.
            rules.first { $0.matches(packet) }.map { "r\($0.priority)" } ?? "DenyAllInBound"
        }
        for _ in 0..<100 {
            let packet = Self.packet(&numbers)
            var alone = packet.box
            let parts = decisions.flatMap { decision in
                decision.packets.boxes.filter { $0.overlaps(alone) }.map { _ in decision.rule.name }
            }
            #expect(parts == [first(packet)], "\(shuffled) for \(packet)")
            alone.marks = everything.marks
            #expect(filter.decisions(for: alone).map(\.rule.name) == [first(packet)])
        }
        // Looking for one packet of a rule finds one exactly where the parting has some.
        for (index, rule) in filter.rules.enumerated() {
            let found = filter.part(decidedBy: index, of: everything)
            let decided = decisions.first { $0.rule.name == rule.name }
            #expect((found == nil) == (decided == nil), "\(shuffled) for \(rule.name)")
            #expect((found?.certain.isEmpty ?? true) == (decided?.certain.isEmpty ?? true))
        }
        // Each witness is a packet that the plain evaluator gives to the same rule.
        for decision in decisions {
            for box in decision.packets.boxes {
                guard let packet = PlainPacket(box.witness), packet.source != 0xA83F_8110 else { continue }
                #expect(first(packet) == decision.rule.name, "\(shuffled) for \(packet)")
            }
        }
    }

    static func rule(priority: Int, _ numbers: inout Numbers) -> PlainRule {
        let sources = prefixes(&numbers)
        let destinations = prefixes(&numbers)
        return PlainRule(
            priority: priority,
            isAllow: .random(using: &numbers),
            networkProtocol: ["*", "tcp", "udp"].randomElement(using: &numbers) ?? "*",
            sources: sources,
            destinations: destinations,
            sourcePorts: ranges(&numbers),
            destinationPorts: ranges(&numbers)
        )
    }

    static func prefixes(_ numbers: inout Numbers) -> [PlainPrefix] {
        (0..<Int.random(in: 1...2, using: &numbers)).map { _ in
            PlainPrefix(
                address: bases.randomElement(using: &numbers) ?? 0,
                length: [0, 8, 16, 23, 24, 30, 32].randomElement(using: &numbers) ?? 0
            )
        }
    }

    static func ranges(_ numbers: inout Numbers) -> [ClosedRange<Int>] {
        guard Bool.random(using: &numbers) else { return [0...65_535] }
        return (0..<Int.random(in: 1...2, using: &numbers)).map { _ in
            let one = ports.randomElement(using: &numbers) ?? 0
            let other = ports.randomElement(using: &numbers) ?? 0
            return min(one, other)...max(one, other)
        }
    }

    static func packet(_ numbers: inout Numbers) -> PlainPacket {
        func address() -> UInt32 {
            let step: UInt32 = [0, 1, 255, 256, 65_536].randomElement(using: &numbers) ?? 0
            return (bases.randomElement(using: &numbers) ?? 0) &+ step
        }
        return PlainPacket(
            networkProtocol: Bool.random(using: &numbers) ? "tcp" : "udp",
            source: address(),
            destination: address(),
            sourcePort: ports.randomElement(using: &numbers) ?? 0,
            destinationPort: ports.randomElement(using: &numbers) ?? 0
        )
    }
}

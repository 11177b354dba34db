import Reachability
import Testing
import Topology

/// The facts of azure-semantics 11.1 that one security group decides: which rule decides one packet, and how.
struct FilterVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let id: String
        let rules: [String]
        let packet: String
        let isInside: Bool
        let direction: SecurityRule.Direction
        let rule: String
        let action: FilterRule.Action

        init(
            _ id: String,
            _ rules: [String],
            _ packet: String,
            isInside: Bool = false,
            going direction: SecurityRule.Direction = .inbound,
            _ action: FilterRule.Action,
            by rule: String
        ) {
            self.id = id
            self.rules = rules
            self.packet = packet
            self.isInside = isInside
            self.direction = direction
            self.rule = rule
            self.action = action
        }

        var testDescription: String { "\(id): \(packet)" }
    }

    static let x = "203.0.113.10:50000"
    static let w = "10.0.1.4:50000"
    static let lists = [
        "100 allow in tcp from 10.0.1.0/24,192.168.1.0/24 ports 80,8000-8100", "4000 deny in *",
    ]
    static let wrongField = ["150 allow in * to VirtualNetwork sports 8080,5701"]
    static let anyProtocol = ["100 allow in * ports 22", "4000 deny in *"]
    static let icmp = ["100 allow in Icmp", "4000 deny in *"]
    static let reversed = ["200 allow in * from 10.0.0.0/16 ports 22", "100 deny in * ports 22"]
    static let outbound = ["100 deny out tcp to Internet ports 80"]
    static let probes = ["4000 deny in *", "3999 allow in * from AzureLoadBalancer"]

    static let vectors = [
        Vector("T02", [], "tcp \(w) 10.0.2.4:1433", isInside: true, .allow, by: "AllowVnetInBound"),
        Vector("T03", [], "tcp \(x) 10.0.2.4:1433", .deny, by: "DenyAllInBound"),
        Vector(
            "T05",
            ["100 allow in tcp from Internet ports 80"],
            "tcp \(x) 10.0.1.4:80",
            .allow,
            by: "r100"
        ),
        Vector("T06", outbound, "tcp \(w) 203.0.113.10:80", going: .outbound, .deny, by: "r100"),
        Vector("T07", reversed, "tcp \(w) 10.0.2.4:22", isInside: true, .deny, by: "r100"),
        Vector(
            "T08",
            ["4000 deny in *"],
            "tcp \(w) 203.0.113.10:443",
            going: .outbound,
            .allow,
            by: "AllowInternetOutBound"
        ),
        Vector("T09", ["4000 deny in *"], "tcp \(w) 10.0.1.5:445", isInside: true, .deny, by: "r4000"),
        Vector("T10", lists, "tcp \(w) 10.0.2.4:8050", isInside: true, .allow, by: "r100"),
        Vector("T10", lists, "tcp \(w) 10.0.2.4:8101", isInside: true, .deny, by: "r4000"),
        Vector("T14", wrongField, "tcp 203.0.113.10:8080 10.0.1.4:22", .allow, by: "r150"),
        Vector("T14", wrongField, "tcp 203.0.113.10:8081 10.0.1.4:22", .deny, by: "DenyAllInBound"),
        Vector("T15", anyProtocol, "tcp \(w) 10.0.2.4:22", isInside: true, .allow, by: "r100"),
        Vector("T15", anyProtocol, "udp \(w) 10.0.2.4:22", isInside: true, .allow, by: "r100"),
        Vector("T15", anyProtocol, "tcp \(w) 10.0.2.4:23", isInside: true, .deny, by: "r4000"),
        Vector("T16", icmp, "icmp 10.0.1.4 10.0.2.4", isInside: true, .allow, by: "r100"),
        Vector("T16", icmp, "tcp \(w) 10.0.2.4:22", isInside: true, .deny, by: "r4000"),
        Vector("T33", ["4000 deny in *"], "tcp 168.63.129.16:50000 10.0.1.4:80", .deny, by: "r4000"),
        Vector("T34", probes, "tcp 168.63.129.16:50000 10.0.1.4:80", .allow, by: "r3999"),
        Vector(
            "T35",
            ["100 allow in * from AzureLoadBalancer"],
            "tcp \(x) 10.0.1.4:80",
            .deny,
            by: "DenyAllInBound"
        ),
        Vector("T37", ["4096 allow in *"], "tcp \(x) 10.0.1.4:80", .allow, by: "r4096"),
    ]

    @Test(arguments: vectors)
    func oneRuleDecidesThePacket(_ vector: Vector) throws {
        let filter = Filter(try SecurityGroupText.group(vector.rules), vector.direction)
        let packet = try SecurityGroupText.packet(
            vector.packet,
            isInside: vector.isInside,
            vector.direction
        )
        let decisions = filter.decisions(for: packet)
        #expect(decisions.map(\.rule.name) == [vector.rule])
        #expect(decisions.map(\.rule.action) == [vector.action])
        #expect(decisions.flatMap(\.packets.boxes) == [packet])
    }

    /// T04: the subnet's group lets the packet in, the interface's does not.
    @Test func bothLayersMustAllow() throws {
        let packet = try SecurityGroupText.packet("tcp \(Self.x) 10.0.1.4:80")
        let subnet = Filter(
            try SecurityGroupText.group(["100 allow in tcp from Internet ports 80"]),
            .inbound
        )
        let interface = Filter(try SecurityGroupText.group([]), .inbound)
        let passed = subnet.decisions(for: packet).filter { $0.rule.action == .allow }.flatMap(
            \.packets.boxes
        )
        #expect(passed == [packet])
        #expect(passed.flatMap(interface.decisions).map(\.rule.name) == ["DenyAllInBound"])
    }

    /// T17: a number in the port field of an ICMP rule may be a type, so nobody knows.
    @Test func portOfAnICMPRuleIsUnknown() throws {
        let group = try SecurityGroupText.group(["100 allow in Icmp ports 8", "4000 deny in *"])
        let packet = try SecurityGroupText.packet("icmp 10.0.1.4 10.0.2.4", isInside: true)
        guard case .unknown(_, let open) = Filter(group, .inbound).verdict(for: packet) else {
            Issue.record("the port of an ICMP rule was taken for a port")
            return
        }
        #expect(open.map(\.rule.name) == ["r100"])
    }
}

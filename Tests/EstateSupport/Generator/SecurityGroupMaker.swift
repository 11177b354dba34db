/// Makes security groups as teams do: from a few templates, some with rules of their own, a few with bad habits.
struct SecurityGroupMaker {
    /// A rule without its priority.
    private struct Draft {
        var isAllow = true
        var isInbound = true
        var networkProtocol = "Tcp"
        var sources = ["*"]
        var destinations = ["*"]
        var ports = ["*"]
    }

    private let templates: [[Draft]]

    init(_ random: inout RandomSource) {
        templates = (0..<12).map { _ in
            (0..<Self.heavyTail(3, 60, &random)).map { _ in Self.draft(nil, &random) }
        }
    }

    /// The properties of a group that guards a subnet with those addresses, beside a neighbour; two application security
    /// groups make a rule between them.
    func properties(
        _ prefix: String,
        neighbour: String,
        groups: [String],
        _ random: inout RandomSource
    ) -> String {
        var drafts = templates.randomElement(using: &random) ?? []
        if Int.random(in: 0..<5, using: &random) == 0 {
            for _ in 0..<Self.heavyTail(1, 200, &random) {
                drafts.insert(Self.draft((prefix, neighbour), &random), at: 0)
            }
        }
        if Int.random(in: 0..<20, using: &random) == 0 { drafts.insert(Self.badHabit(&random), at: 0) }
        if Int.random(in: 0..<4, using: &random) == 0 {
            drafts.append(Draft(isAllow: false, networkProtocol: "*", sources: ["VirtualNetwork"]))
        }
        var rules = drafts.enumerated().map { Self.text($1, priority: 100 + $0 * 10) }
        if groups.count > 1, Int.random(in: 0..<3, using: &random) == 0 {
            rules.append(Self.between(groups[0], groups[1], priority: 99))
        }
        return "\"securityRules\":[" + rules.joined(separator: ",") + "]"
    }

    /// The properties of a group with one rule for each pair of a source and a destination.
    static func pairs(_ pairs: [(String, String, Int)]) -> String {
        let rules = pairs.enumerated().map { place, pair in
            text(
                Draft(sources: [pair.0], destinations: [pair.1], ports: [String(pair.2)]),
                priority: 100 + place
            )
        }
        let last = text(
            Draft(isAllow: false, networkProtocol: "*"),
            priority: 100 + pairs.count
        )
        return "\"securityRules\":[" + (rules + [last]).joined(separator: ",") + "]"
    }

    /// Most numbers are near the least one, a few are far above.
    private static func heavyTail(_ least: Int, _ most: Int, _ random: inout RandomSource) -> Int {
        let unit = Double.random(in: 0.0001..<1, using: &random)
        return min(most, Int(Double(least) / unit.squareRoot()))
    }

    private static let services = [
        "22", "25", "53", "80", "123", "135", "389", "443", "445", "636", "1433", "1521", "3306", "3389",
        "5432",
        "5671", "5985-5986", "6379", "8080", "8443", "9092", "9200-9300", "27017", "30000-32767",
        "49152-65535",
    ]

    private static func draft(_ own: (String, String)?, _ random: inout RandomSource) -> Draft {
        var draft = Draft()
        draft.isAllow = Int.random(in: 0..<4, using: &random) > 0
        draft.isInbound = Int.random(in: 0..<3, using: &random) > 0
        draft.networkProtocol =
            ["Tcp", "Tcp", "Tcp", "Udp", "*", "Icmp"].randomElement(using: &random) ?? "*"
        draft.ports =
            draft.networkProtocol == "Icmp"
            ? ["*"]
            : (0..<Int.random(in: 1...3, using: &random)).map { _ in
                services.randomElement(using: &random) ?? "443"
            }
        let far = (0..<Int.random(in: 1...2, using: &random)).map { _ in farEnd(own, &random) }
        let near = own.flatMap { Int.random(in: 0..<2, using: &random) == 0 ? [$0.0] : nil } ?? ["*"]
        draft.sources = draft.isInbound ? far : near
        draft.destinations = draft.isInbound ? near : far
        return draft
    }

    private static func farEnd(_ own: (String, String)?, _ random: inout RandomSource) -> String {
        if let own, Bool.random(using: &random) { return own.1 }
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: return "VirtualNetwork"
        case 2: return "Internet"
        case 3: return "10.0.0.0/8"
        case 4: return "10.\(Int.random(in: 0..<8, using: &random)).0.0/16"
        case 5: return "172.20.\(Int.random(in: 0..<8, using: &random)).0/24"
        case 6: return "10.0.0.\(Int.random(in: 4..<12, using: &random))"
        case 7:
            return ["Storage", "AzureMonitor", "Sql", "AzureLoadBalancer"].randomElement(using: &random)
                ?? "*"
        case 8: return "203.0.113.\(Int.random(in: 0..<16, using: &random) * 16)/28"
        default: return "*"
        }
    }

    private static func badHabit(_ random: inout RandomSource) -> Draft {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: Draft(networkProtocol: "*")
        case 1: Draft(sources: ["Internet"], ports: ["22", "3389"])
        case 2: Draft(networkProtocol: "*", sources: ["VirtualNetwork"])
        default: Draft(sources: ["NoSuchTagAnywhere"], ports: ["443"])
        }
    }

    private static func list(_ values: [String]) -> String {
        "[" + values.map { "\"\($0)\"" }.joined(separator: ",") + "]"
    }

    private static func text(_ draft: Draft, priority: Int) -> String {
        """
        {"name":"rule-\(priority)","properties":{"priority":\(priority),"access":"\(draft.isAllow ? "Allow" : "Deny")",\
        "direction":"\(draft.isInbound ? "Inbound" : "Outbound")","protocol":"\(draft.networkProtocol)",\
        "sourceAddressPrefixes":\(list(draft.sources)),"sourcePortRange":"*",\
        "destinationAddressPrefixes":\(list(draft.destinations)),"destinationPortRanges":\(list(draft.ports))}}
        """
    }

    private static func between(_ from: String, _ to: String, priority: Int) -> String {
        """
        {"name":"between-tiers","properties":{"priority":\(priority),"access":"Allow","direction":"Inbound",\
        "protocol":"Tcp","sourceApplicationSecurityGroups":[{"id":"\(from)"}],"sourcePortRange":"*",\
        "destinationApplicationSecurityGroups":[{"id":"\(to)"}],"destinationPortRanges":["443","8443"]}}
        """
    }
}

import JSON
import Reachability
import Testing
import Topology

/// Security groups and packets, written briefly.
enum SecurityGroupText {
    /// A group of rules such as `100 allow in tcp from 10.0.0.0/8 to * ports 22,80-90 sports *`.
    static func group(_ rules: [String]) throws -> NetworkSecurityGroup {
        let list = rules.map { line -> String in
            let words = line.split(separator: " ").map(String.init)
            func list(_ word: String) -> String {
                let value = words.firstIndex(of: word).map { words[$0 + 1] } ?? "*"
                return value.split(separator: ",").map { "\"\($0)\"" }.joined(separator: ", ")
            }
            return """
                {"name": "r\(words[0])", "properties": {"priority": \(words[0]), "access": "\(words[1])",
                 "direction": "\(words[2] == "in" ? "Inbound" : "Outbound")", "protocol": "\(words[3])",
                 "sourceAddressPrefixes": [\(list("from"))], "destinationAddressPrefixes": [\(list("to"))],
                 "sourcePortRanges": [\(list("sports"))], "destinationPortRanges": [\(list("ports"))]}}
                """
        }
        return try group(json: list.joined(separator: ", "))
    }

    /// A group whose rules are given as Azure writes them.
    static func group(json rules: String) throws -> NetworkSecurityGroup {
        let text = #"{"name": "nsg", "properties": {"securityRules": [\#(rules)]}}"#
        let body = try #require(JSONDocument(text: text).root)
        let resource = Resource(
            id: ResourceID("/nsgs/nsg"),
            type: NetworkSecurityGroup.types[0],
            body: body
        )
        return NetworkSecurityGroup(resource, children: [])
    }

    /// One packet such as `tcp 10.0.1.4:50000 10.0.2.4:1433` whose far end is in the virtual network or is not.
    static func packet(
        _ text: String,
        isInside: Bool = false,
        _ direction: SecurityRule.Direction = .inbound
    ) throws -> PacketBox {
        let words = text.split(separator: " ")
        let ends = words.dropFirst().map { $0.split(separator: ":") }
        var box = PacketBox()
        box.protocols = try #require(NetworkProtocol(String(words[0])).numbers)
        box.sources = AddressSet([try #require(AddressPrefix(ends[0][0]))])
        box.destinations = AddressSet([try #require(AddressPrefix(ends[1][0]))])
        if ends[0].count > 1 {
            box.sourcePorts = IntervalSet(try #require(UInt16(ends[0][1])))
            box.destinationPorts = IntervalSet(try #require(UInt16(ends[1][1])))
        }
        switch direction {
        case .inbound: box.marks[.sourceTag(.virtualNetwork)] = isInside
        case .outbound: box.marks[.destinationTag(.virtualNetwork)] = isInside
        }
        return box
    }
}

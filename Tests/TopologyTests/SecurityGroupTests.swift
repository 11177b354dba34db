import EstateSupport
import Testing
import Topology

@Suite struct SecurityGroupTests {
    private let id = "\(TopologyTests.group)/networkSecurityGroups/n"

    private func group(_ properties: String, children: String = "") throws -> NetworkSecurityGroup {
        let own =
            #"{"id":"\#(id)","name":"n","type":"Microsoft.Network/networkSecurityGroups","properties":{\#(properties)}}"#
        return try #require(Topology(json: "[\(own)\(children)]").all(NetworkSecurityGroup.self).first)
    }

    @Test func theDefaultRulesAreAdded() throws {
        let inbound = try group("").rules(.inbound)
        #expect(
            inbound.map(\.name) == ["AllowVnetInBound", "AllowAzureLoadBalancerInBound", "DenyAllInBound"]
        )
        #expect(inbound.map(\.priority.value) == [65000, 65001, 65500])
        #expect(inbound.map(\.access.value) == [.allow, .allow, .deny])
        #expect(
            inbound[1].sourceAddresses.first?.tag == .azureLoadBalancer
                && inbound[1].destinationAddresses.first?.meaning == .any
        )
        let outbound = try group("").rules(.outbound)
        #expect(outbound.map(\.name) == ["AllowVnetOutBound", "AllowInternetOutBound", "DenyAllOutBound"])
        #expect(outbound[1].destinationAddresses.first?.tag == .internet)
        #expect(outbound.allSatisfy { $0.isDefault && $0.destinationPorts.contains(port: 65535) })
        #expect(outbound[0].id.text == "\(id)/defaultSecurityRules/AllowVnetOutBound")
    }

    @Test func listedDefaultsAreKeptAndCompleted() throws {
        let listed =
            #"{"name":"DenyAllInbound","properties":{"priority":65500,"direction":"Inbound","access":"Deny","description":"own"}}"#
        let rules = try group(#""defaultSecurityRules":[\#(listed)]"#).defaultSecurityRules
        #expect(rules.count == 6)
        #expect(rules.filter { $0.name.lowercased() == "denyallinbound" }.map(\.name) == ["DenyAllInbound"])
    }

    @Test func rulesInsideAndAloneAreTriedByPriority() throws {
        let inner =
            #""securityRules":[{"name":"late","properties":{"priority":300,"direction":"Inbound","access":"Allow"}}]"#
        let alone =
            #",{"id":"\#(id)/securityRules/early","name":"early","type":"Microsoft.Network/networkSecurityGroups/securityRules","properties":{"priority":100,"direction":"Inbound","access":"Deny"}}"#
        let group = try group(inner, children: alone)
        #expect(group.securityRules.map(\.name) == ["late", "early"])
        #expect(group.rules(.inbound).map(\.name).prefix(2) == ["early", "late"])
        #expect(group.securityRules[1].denies(.inbound) && !group.securityRules[1].allows(.inbound))
    }
}

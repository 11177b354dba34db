import EstateSupport
import JSON
import Testing
import Topology

@Suite struct ReferenceTests {
    private let topology = Topology(json: TopologyTests.estate)
    private let group = TopologyTests.group

    private func id(_ tail: String) -> ResourceID { ResourceID("\(group)/\(tail)") }

    @Test func whatAResourceNames() {
        let named = topology.references(from: id("networkInterfaces/nic"))
        #expect(named.map(\.id.name) == ["vm", "web", "gone"])
        #expect(
            named.map(\.path) == [
                "properties.virtualMachine.id", "properties.ipConfigurations[0].properties.subnet.id",
                "properties.ipConfigurations[0].properties.publicIPAddress.id",
            ]
        )
        #expect(named.map { $0.target?.name } == ["vm", "web", nil])
    }

    @Test func whoNamesAResource() throws {
        #expect(
            topology.references(to: id("virtualNetworks/hub")).map(\.source.name) == ["to-hub", "nic", "gw"]
        )
        let web = topology.references(to: id("virtualNetworks/hub/subnets/web"))
        #expect(web.map(\.source.name) == ["nic"], "who names the part, and only it")
        #expect(web.first?.path == "properties.ipConfigurations[0].properties.subnet.id")
        let group = try #require(topology.references(to: id("networkSecurityGroups/nsg")).first)
        #expect(group.source.name == "web" && group.path == "properties.networkSecurityGroup.id")
        #expect(group.position.line == 7)
    }

    @Test func anInnerPartLeadsToItsResource() {
        let named = topology.references(from: id("publicIPAddresses/pip"))
        #expect(named.map(\.id.name) == ["c"] && named.first?.target?.name == "c")
        #expect(topology.references(to: id("virtualNetworkGateways/gw")).map(\.source.name) == ["pip"])
    }

    @Test func danglingReferencesAreTold() {
        let told = topology.danglingReferences
        #expect(told.count == 1)
        #expect(
            told.first?.severity == .warning,
            "the estate holds other public addresses of that subscription"
        )
        #expect(
            told.first?.message
                == "nic names the Microsoft.Network/publicIPAddresses gone, which the input does not hold"
        )
        #expect(told.first?.position?.line == 19)
    }

    @Test func whatLiesOutsideTheExportIsANote() {
        let estate = Topology(
            json: """
                [{"id":"\(group)/virtualNetworks/a","name":"a","type":"Microsoft.Network/virtualNetworks","properties":{
                "virtualNetworkPeerings":[{"name":"p","properties":{"remoteVirtualNetwork":{"id":
                "/subscriptions/other/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/b"}}},
                {"name":"q","properties":{"remoteVirtualNetwork":{"id":
                "/subscriptions/other/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/B"}}}],
                "role":"/providers/Microsoft.Authorization/roleDefinitions/x","scope":"/subscriptions/s/resourceGroups/gone"}}]
                """
        )
        #expect(estate.danglingReferences.map(\.severity) == [.note])
    }

    @Test func duplicatesAreToldAndMerged() {
        let id = id("networkSecurityGroups/n")
        let estate = Topology(
            json: """
                [{"id":"\(id)","name":"n","type":"Microsoft.Network/networkSecurityGroups"},
                {"id":"\(id.text.uppercased())","name":"n","type":"Microsoft.Network/networkSecurityGroups","properties":{"securityRules":[
                {"name":"r","properties":{"priority":100}}]}}]
                """
        )
        #expect(estate.resources.count == 1)
        #expect(
            estate.diagnostics.map(\.severity) == [.note] && estate.diagnostics.first?.position?.line == 2
        )
        #expect(estate.all(NetworkSecurityGroup.self).first?.securityRules.map(\.name) == ["r"])
        #expect(estate.resource(id) != nil)
        let same = #"{"id":"\#(id)","name":"n","type":"Microsoft.Network/networkSecurityGroups"}"#
        #expect(Topology(json: "[\(same),\(same)]").diagnostics.map(\.severity) == [.note])
    }

    @Test func cyclesOfParentsEnd() {
        let estate = Topology(
            resources: ["/a/b", "/a/b/", "//a/b", "/", ""].compactMap { text in
                JSONDocument(text: "{}").root.map { Resource(id: ResourceID(text), type: "T/t", body: $0) }
            }
        )
        #expect(estate.resources.count == 5)
        #expect(estate.resource(ResourceID("/a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p")) == nil)
    }
}

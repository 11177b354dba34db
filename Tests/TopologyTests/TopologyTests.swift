import EstateSupport
import JSON
import Testing
import Topology

@Suite struct TopologyTests {
    static let group = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network"

    static let estate = """
        [
          {"id":"\(group)/virtualNetworks/hub/subnets/extra","name":"extra","type":"microsoft.network/virtualnetworks/subnets",
           "properties":{"addressPrefix":"10.0.9.0/24"}},
          {"id":"\(group)/virtualNetworks/HUB","name":"hub","type":"Microsoft.Network/virtualNetworks","tags":{"Tier":"core"},
           "properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},"subnets":[
            {"id":"\(group)/virtualNetworks/hub/subnets/web","name":"web","properties":{"addressPrefix":"10.0.1.0/24",
             "networkSecurityGroup":{"id":"\(group)/networkSecurityGroups/nsg"}}},
            {"id":"\(group)/virtualNetworks/hub/subnets/EXTRA","name":"extra","properties":{"addressPrefix":"10.0.8.0/24"}},
            {"id":"\(group)/virtualNetworks/hub/subnets/GatewaySubnet","name":"GatewaySubnet","properties":{}}],
            "virtualNetworkPeerings":[{"name":"to-spoke","properties":{"remoteVirtualNetwork":{"id":"\(group)/virtualNetworks/spoke"},
             "allowGatewayTransit":true}}]}},
          {"id":"\(group)/virtualNetworks/spoke","name":"spoke","type":"Microsoft.Network/virtualNetworks","tags":{"tier":"app"},
           "properties":{"virtualNetworkPeerings":[{"name":"to-hub","properties":{"remoteVirtualNetwork":
            {"id":"\(group)/virtualnetworks/hub"}}}]}},
          {"id":"\(group)/networkSecurityGroups/nsg","name":"nsg","type":"Microsoft.Network/networkSecurityGroups","properties":{}},
          {"id":"\(group)/networkInterfaces/nic","name":"nic","type":"Microsoft.Network/networkInterfaces","properties":{
           "virtualMachine":{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm"},
           "ipConfigurations":[{"name":"c","properties":{"subnet":{"id":"\(group)/virtualNetworks/hub/subnets/web"},
            "publicIPAddress":{"id":"\(group)/publicIPAddresses/gone"}}}]}},
          {"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm","name":"vm",
           "type":"Microsoft.Compute/virtualMachines","properties":{}},
          {"id":"\(group)/virtualNetworkGateways/gw","name":"gw","type":"Microsoft.Network/virtualNetworkGateways","properties":{
           "ipConfigurations":[{"name":"c","properties":{"subnet":{"id":"\(group)/virtualNetworks/hub/subnets/GatewaySubnet"},
           "publicIPAddress":{"id":"\(group)/publicIPAddresses/pip"}}}]}},
          {"id":"\(group)/publicIPAddresses/pip","name":"pip","type":"Microsoft.Network/publicIPAddresses","properties":{
           "ipConfiguration":{"id":"\(group)/virtualNetworkGateways/gw/ipConfigurations/c"}}},
          {"id":"\(group)/strangeThings/x","name":"x","type":"Microsoft.Network/strangeThings","properties":{}}
        ]
        """

    private let topology = Topology(json: TopologyTests.estate)
    private let hub = ResourceID("\(group)/virtualnetworks/hub")

    @Test func parentsStandBeforeTheirChildren() throws {
        let names = topology.resources.map(\.name)
        #expect(names == ["hub", "extra", "spoke", "nsg", "nic", "vm", "gw", "pip", "x"])
    }

    @Test func byIDTypeAndParent() {
        #expect(topology.resource(hub)?.name == "hub")
        #expect(topology.resources(of: "MICROSOFT.network/VIRTUALnetworks").map(\.name) == ["hub", "spoke"])
        #expect(topology.children(of: hub).map(\.name) == ["web", "extra", "GatewaySubnet", "to-spoke"])
        #expect(
            topology.children(of: ResourceID("/subscriptions/s/resourceGroups/g")).map(\.name).contains("nic")
        )
        #expect(topology.children(of: ResourceID("/nowhere")).isEmpty)
    }

    @Test func partsAreFoundInsideAndOnTheirOwn() throws {
        #expect(topology.all(Subnet.self).map(\.name) == ["web", "extra", "GatewaySubnet"])
        let extra = try #require(topology.find(Subnet.self, hub.appending("subnets", "extra")))
        #expect(extra.addressPrefixes.map(\.text) == ["10.0.9.0/24"], "the stand-alone one counts")
        let network = try #require(topology.find(VirtualNetwork.self, hub))
        #expect(network.subnets.map(\.name) == ["web", "extra", "GatewaySubnet"])
        #expect(network.subnets[1].addressPrefixes.map(\.text) == ["10.0.9.0/24"])
        #expect(topology.subnets(of: hub).map(\.name) == ["web", "extra", "GatewaySubnet"])
        let configuration = ResourceID("\(Self.group)/networkInterfaces/nic/ipConfigurations/c")
        #expect(topology.find(IPConfiguration.self, configuration)?.subnet.value?.name == "web")
        #expect(topology.resource(hub.appending("subnets", "none")) == nil)
        #expect(topology.find(VirtualMachine.self, hub) == nil)
    }

    @Test func whatIsAttachedToWhat() throws {
        let web = try #require(topology.find(Subnet.self, hub.appending("subnets", "web")))
        #expect(topology.securityGroup(of: web)?.name == "nsg" && topology.routeTable(of: web) == nil)
        #expect(topology.virtualNetwork(of: web.id)?.name == "hub")
        #expect(topology.networkInterfaces(in: web.id).map(\.name) == ["nic"])
        #expect(topology.occupants(of: web.id).map(\.name) == ["nic"])
        #expect(topology.occupants(of: hub.appending("subnets", "GatewaySubnet")).map(\.name) == ["gw"])
        let machine = try #require(topology.all(VirtualMachine.self).first)
        #expect(
            topology.networkInterfaces(of: machine).map(\.name) == ["nic"],
            "by the interface's own reference"
        )
        #expect(topology.virtualNetworks(of: machine.resource) == [hub])
        #expect(topology.virtualNetworks(of: web.resource) == [hub])
    }

    @Test func peeringsHaveTwoHalves() throws {
        let peering = try #require(topology.all(VirtualNetworkPeering.self).first)
        #expect(peering.name == "to-spoke" && peering.virtualNetwork == hub)
        let twin = try #require(topology.twin(of: peering))
        #expect(twin.name == "to-hub" && topology.twin(of: twin)?.name == "to-spoke")
    }

    @Test func hubsAndSpokes() {
        #expect(topology.hubs.map(\.virtualNetwork.name) == ["hub"])
        #expect(
            topology.hubs.first?.sharedServices.map(\.name) == ["gw"]
                && topology.hubs.first?.offersTransit == true
        )
        #expect(topology.spokes.map(\.name) == ["spoke"])
    }

    @Test func tagsAndScopes() {
        #expect(topology.resources(tagged: "TIER").map(\.name) == ["hub", "spoke"])
        #expect(topology.resources(tagged: "tier", "app").map(\.name) == ["spoke"])
        #expect(topology.resources(tagged: "tier", "APP").isEmpty && topology.tagKeys == ["tier"])
        #expect(topology.subscriptions.map(\.id.text) == ["/subscriptions/s"])
        #expect(topology.resources(inSubscription: "S").count == 9)
        #expect(
            topology.resourceGroups(inSubscription: "s").map(\.text) == ["/subscriptions/s/resourceGroups/g"]
        )
    }

    @Test func theInventoryTellsEverything() throws {
        let names = topology.inventory.map(\.name)
        #expect(names.starts(with: ["subscriptions", "virtualNetworks"]) && names.last == "otherResources")
        #expect(names.contains("networkSecurityGroups") && names.contains("publicIPAddresses"))
        #expect(!names.contains("subnets"), "subnets stand in their network")
        guard
            case .list(let networks) = try #require(topology.inventory.first { $0.name == "virtualNetworks" })
                .value
        else {
            Issue.record("no list")
            return
        }
        let text = KindCase.brief(networks[0])
        #expect(
            text.contains("addressSpace: [10.0.0.0/16]")
                && text.contains("name: web, addressPrefixes: [10.0.1.0/24]")
        )
        #expect(text.contains("peerings: [{name: to-spoke"))
    }
}

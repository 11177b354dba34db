import Foundation
import Ingest
import JSON
import Testing
import Topology

@Suite("Terraform") struct TerraformTests {
    static let network = "\(TerraformPair.group)/providers/Microsoft.Network"

    @Test("a plan gives the same topology as the state after apply")
    func pair() throws {
        let plan = try Reading.of(TerraformPair.plan)
        let state = try Reading.of(TerraformPair.state)
        #expect(plan.diagnostics.isEmpty && plan.notUnderstood.isEmpty, "\(plan.told) \(plan.left)")
        #expect(Set(plan.ids) == Set(state.ids))
        #expect(plan.ids.count == 8)
        let (left, right) = (plan.topology, state.topology)
        for resource in left.resources {
            let other = try #require(right.resource(resource.id))
            #expect(resource.type == other.type)
            #expect(resource.terraformAddresses == other.terraformAddresses)
        }
        #expect(Self.text(left) == Self.text(right))
    }

    /// What is modelled, without the order in which a state lists its resources.
    static func text(_ topology: Topology) -> [String] {
        topology.inventory.map { member -> String in
            guard case .list(let list) = member.value else { return "\(member.value)" }
            return member.name + list.map { "\($0)" }.sorted().joined(separator: "\n")
        }
    }

    @Test("what only references lead to: through outputs, for_each, count and associations")
    func references() throws {
        let topology = try Reading.of(TerraformPair.plan).topology
        let web = try #require(
            topology.resource(ResourceID("\(Self.network)/virtualNetworks/hub/subnets/web"))
        )
        #expect(web.terraformAddress == #"module.hub.azurerm_subnet.s["web"]"#)
        #expect(
            web.terraformAddresses.last == #"azurerm_subnet_network_security_group_association.a["web"]"#
        )
        let subnet = Subnet(web, children: [])
        #expect(
            subnet.networkSecurityGroup.value == ResourceID("\(Self.network)/networkSecurityGroups/nsg")
        )
        let nic = try #require(topology.resource(ResourceID("\(Self.network)/networkInterfaces/nic0")))
        let configuration = try #require(nic.fields.items("ipConfigurations").first)
        #expect(configuration.reference("subnet") == web.id)
        let machine = try #require(topology.resources.first { $0.name == "vm0" })
        #expect(machine.fields.inner("networkProfile").references("networkInterfaces") == [nic.id])
        // The other subnet has no association.
        let db = try #require(topology.resource(ResourceID("\(Self.network)/virtualNetworks/hub/subnets/db")))
        #expect(Subnet(db, children: []).networkSecurityGroup.isAbsent)
    }

    @Test("findings stand where the file has the value")
    func positions() throws {
        let reading = try Reading.of(TerraformPair.plan)
        let rule = try #require(reading.resources.first { $0.name == "ssh" })
        let value = try #require(rule.fields["destinationPortRange"])
        let lines = TerraformPair.plan.split(separator: "\n", omittingEmptySubsequences: false)
        let position = value.position
        #expect(position.file == "in.json")
        let line = lines[position.line - 1]
        #expect(line.dropFirst(position.column - 1).hasPrefix("\"22\""), "\(position) \(line)")
    }

    /// A state with one resource.
    static func one(_ type: String, _ values: String) throws -> Resource {
        let text = """
            {"format_version": "1.0", "terraform_version": "1.9.0", "values": {"root_module": {"resources": [
            {"address": "\(type).x", "mode": "managed", "type": "\(type)", "name": "x", "values":
            {"name": "x", "resource_group_name": "g", \(values)}}]}}}
            """
        let reading = try Reading.of(text)
        return try #require(reading.resources.first)
    }

    @Test(
        "attributes of each family: old and new names, turned round, blocks, lists",
        arguments: [
            (
                "azurerm_route_table", #""bgp_route_propagation_enabled": false"#,
                "disableBgpRoutePropagation", "true"
            ),
            (
                "azurerm_route_table", #""disable_bgp_route_propagation": true"#,
                "disableBgpRoutePropagation", "true"
            ),
            ("azurerm_network_interface", #""enable_ip_forwarding": true"#, "enableIPForwarding", "true"),
            ("azurerm_network_interface", #""ip_forwarding_enabled": true"#, "enableIPForwarding", "true"),
            (
                "azurerm_subnet",
                #""virtual_network_name": "v", "private_endpoint_network_policies_enabled": false"#,
                "privateEndpointNetworkPolicies", "\"Disabled\""
            ),
            (
                "azurerm_subnet",
                #""virtual_network_name": "v", "enforce_private_link_endpoint_network_policies": true"#,
                "privateEndpointNetworkPolicies", "\"Disabled\""
            ),
            ("azurerm_subnet", #""address_prefix": "10.0.0.0/24""#, "addressPrefixes", "[\"10.0.0.0/24\"]"),
            (
                "azurerm_subnet", #""service_endpoints": ["Microsoft.Sql"]"#, "serviceEndpoints",
                #"[{"service":"Microsoft.Sql"}]"#
            ),
            (
                "azurerm_virtual_network", #""ddos_protection_plan": [{"id": "/p", "enable": true}]"#,
                "ddosProtectionPlan", #"{"id":"/p"}"#
            ),
            (
                "azurerm_virtual_network", #""encryption": [{"enforcement": "AllowUnencrypted"}]"#,
                "encryption",
                #"{"enabled":true,"enforcement":"AllowUnencrypted"}"#
            ),
            (
                "azurerm_nat_gateway", #""public_ip_address_ids": ["/a", "/b"]"#, "publicIpAddresses",
                #"[{"id":"/a"},{"id":"/b"}]"#
            ),
            ("azurerm_bastion_host", #""copy_paste_enabled": false"#, "disableCopyPaste", "true"),
            (
                "azurerm_storage_account",
                #""network_rules": [{"default_action": "Deny", "bypass": ["Logging", "Metrics"],"#
                    + #""ip_rules": ["1.2.3.4"], "virtual_network_subnet_ids": ["/s"]}]"#,
                "networkAcls",
                #"{"defaultAction":"Deny","bypass":"Logging, Metrics","ipRules":[{"value":"1.2.3.4"}],"#
                    + #""virtualNetworkRules":[{"id":"/s"}]}"#
            ),
            (
                "azurerm_storage_account", #""enable_https_traffic_only": true"#, "supportsHttpsTrafficOnly",
                "true"
            ),
            (
                "azurerm_cosmosdb_account", #""ip_range_filter": "1.1.1.1,2.2.2.0/24""#, "ipRules",
                #"[{"ipAddressOrRange":"1.1.1.1"},{"ipAddressOrRange":"2.2.2.0/24"}]"#
            ),
            (
                "azurerm_linux_web_app",
                #""site_config": [{"ip_restriction": [{"name": "r", "service_tag": "AzureFrontDoor.Backend"}]}]"#,
                "siteConfig",
                #"{"ipSecurityRestrictions":[{"name":"r","ipAddress":"AzureFrontDoor.Backend","tag":"ServiceTag"}]}"#
            ),
            (
                "azurerm_virtual_network_gateway_connection",
                #""ipsec_policy": [{"dh_group": "DHGroup14", "sa_lifetime": 3600}]"#, "ipsecPolicies",
                #"[{"dhGroup":"DHGroup14","saLifeTimeSeconds":3600}]"#
            ),
            (
                "azurerm_firewall_policy", #""dns": [{"proxy_enabled": true}]"#, "dnsSettings",
                #"{"enableProxy":true}"#
            ),
            (
                "azurerm_application_gateway", #""backend_address_pool": [{"name": "p", "fqdns": ["a"]}]"#,
                "backendAddressPools",
                #"[{"name":"p","id":"\#(appGateway)/backendAddressPools/p","properties":{"backendAddresses":[{"fqdn":"a"}]}}]"#
            ),
            (
                "azurerm_cdn_frontdoor_route",
                #""cdn_frontdoor_endpoint_id": "/e", "https_redirect_enabled": true"#, "httpsRedirect",
                #""Enabled""#
            ),
            (
                "azurerm_network_manager_connectivity_configuration",
                #""network_manager_id": "/n", "global_mesh_enabled": false"#, "isGlobal", #""False""#
            ),
            (
                "azurerm_private_dns_a_record", #""zone_name": "z", "records": ["10.0.0.4"]"#, "aRecords",
                #"[{"ipv4Address":"10.0.0.4"}]"#
            ),
            (
                "azurerm_virtual_hub_connection",
                #""virtual_hub_id": "/h", "routing": [{"associated_route_table_id": "/t"}]"#,
                "routingConfiguration", #"{"associatedRouteTable":{"id":"/t"}}"#
            ),
            (
                "azurerm_lb_rule", #""loadbalancer_id": "/lb", "frontend_ip_configuration_name": "f""#,
                "frontendIPConfiguration", #"{"id":"/lb/frontendIPConfigurations/f"}"#
            ),
            (
                "azurerm_kubernetes_cluster", #""api_server_authorized_ip_ranges": ["1.1.1.1/32"]"#,
                "apiServerAccessProfile", #"{"authorizedIPRanges":["1.1.1.1/32"]}"#
            ),
        ]
    )
    func attributes(_ type: String, _ values: String, _ field: String, _ expected: String) throws {
        let resource = try Self.one(type, values)
        #expect(resource.fields[field]?.text == expected, "\(resource.body.text)")
    }

    static let appGateway =
        "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network/"
        + "applicationGateways/x"

    @Test(
        "ids are formed as the provider forms them",
        arguments: [
            (
                "azurerm_subnet", #""virtual_network_name": "v""#,
                "resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v/subnets/x"
            ),
            (
                "azurerm_role_assignment", #""scope": "/subscriptions/s/resourceGroups/r""#,
                "/subscriptions/s/resourceGroups/r/providers/Microsoft.Authorization/roleAssignments/x"
            ),
            (
                "azurerm_express_route_circuit_peering",
                #""express_route_circuit_name": "c", "peering_type": "AzurePrivatePeering""#,
                "expressRouteCircuits/c/peerings/AzurePrivatePeering"
            ),
            ("azurerm_mssql_firewall_rule", #""server_id": "/s/servers/q""#, "/s/servers/q/firewallRules/x"),
            (
                "azurerm_management_group", #""display_name": "m""#,
                "/providers/Microsoft.Management/managementGroups/x"
            ),
            (
                "azurerm_monitor_diagnostic_setting",
                #""id": "/subscriptions/s|x", "target_resource_id": "/subscriptions/s""#,
                "/subscriptions/s/providers/Microsoft.Insights/diagnosticSettings/x"
            ),
        ]
    )
    func ids(_ type: String, _ values: String, _ expected: String) throws {
        let id = try Self.one(type, values).id.text
        #expect(id.hasSuffix(expected), "\(id)")
    }

    @Test("what is known after apply is symbolic, not absent; what Azure fills in says so")
    func symbolic() throws {
        let text = """
            {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
            {"address": "azurerm_route.r", "mode": "managed", "type": "azurerm_route", "name": "r", "values":
            {"name": "r", "resource_group_name": "g", "route_table_name": "t", "next_hop_type": "VirtualAppliance"}},
            {"address": "azurerm_private_endpoint.p", "mode": "managed", "type": "azurerm_private_endpoint",
            "name": "p", "values": {"name": "p", "resource_group_name": "g", "private_service_connection":
            [{"name": "c", "is_manual_connection": false, "private_connection_resource_id": "/x"}]}}]}},
            "resource_changes": [{"address": "azurerm_route.r", "change": {"after_unknown":
            {"id": true, "next_hop_in_ip_address": true}}}],
            "configuration": {"root_module": {"resources": [{"address": "azurerm_route.r", "expressions":
            {"next_hop_in_ip_address": {"references": ["azurerm_firewall.f.ip_configuration[0].private_ip_address",
            "azurerm_firewall.f"]}}}]}}}
            """
        let reading = try Reading.of(text)
        let route = Route(try #require(reading.resources.first), children: [])
        #expect(
            route.nextHopIPAddress.reason
                == "only Azure knows azurerm_firewall.f.ip_configuration[0].private_ip_address"
        )
        let endpoint = try #require(reading.resources.last)
        let path =
            "properties.privateLinkServiceConnections[0].properties.privateLinkServiceConnectionState.status"
        #expect(endpoint.body.member("assumed")?.elements.compactMap(\.string) == [path])
        #expect(endpoint.body.locate(path).value?.string == "Approved")
        #expect(endpoint.fields["manualPrivateLinkServiceConnections"] == nil)
    }

    @Test("azapi: a body as an object or as text, ids through the parent, and updates of others")
    func azapi() throws {
        let v = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v"
        let text = #"""
            {"format_version": "1.0", "values": {"root_module": {"resources": [
            {"address": "azapi_resource.v", "mode": "managed", "type": "azapi_resource", "name": "v", "values":
            {"type": "Microsoft.Network/virtualNetworks@2024-05-01", "name": "v", "location": "westeurope",
            "parent_id": "/subscriptions/s/resourceGroups/g",
            "body": {"properties": {"addressSpace": {"addressPrefixes": ["10.0.0.0/16"]}}}}},
            {"address": "azapi_resource.s", "mode": "managed", "type": "azapi_resource", "name": "s", "values":
            {"type": "Microsoft.Network/virtualNetworks/subnets@2024-05-01", "name": "s", "parent_id": "\#(v)",
            "body": "{\"properties\":{\"addressPrefix\":\"10.0.1.0/24\"}}"}},
            {"address": "azapi_update_resource.u", "mode": "managed", "type": "azapi_update_resource", "name": "u",
            "values": {"type": "Microsoft.Network/virtualNetworks@2024-05-01", "resource_id": "\#(v)",
            "body": {"properties": {"encryption": {"enabled": true}}}}}]}}}
            """#
        let topology = try Reading.of(text).topology
        let network = try #require(topology.resource(ResourceID(v)))
        #expect(VirtualNetwork(network, children: []).encryptionEnabled == .set(true))
        #expect(network.fields["addressSpace"]?.text == #"{"addressPrefixes": ["10.0.0.0/16"]}"#)
        #expect(network.terraformAddresses == ["azapi_resource.v", "azapi_update_resource.u"])
        let subnet = try #require(topology.resource(ResourceID("\(v)/subnets/s")))
        #expect(Subnet(subnet, children: []).addressPrefixes == [AddressTerm("10.0.1.0/24")])
    }

    @Test("a role that is assigned by its name has the id of that role")
    func roles() throws {
        let role = try Self.one(
            "azurerm_role_assignment",
            #""scope":"/subscriptions/s","role_definition_name":"network contributor","principal_id":"p""#
        )
        let id = "/providers/Microsoft.Authorization/roleDefinitions/4d97b98b-1d4f-4787-a291-c67834d212e7"
        #expect(RoleAssignment(role, children: []).roleDefinition.value == ResourceID(id))
        #expect(role.body.member("assumed")?.text == #"["properties.roleDefinitionId"]"#)
        let other = try Self.one(
            "azurerm_role_assignment",
            #""scope":"/subscriptions/s","role_definition_name":"no such role","principal_id":"p""#
        )
        #expect(RoleAssignment(other, children: []).roleDefinition.isAbsent)
    }

    @Test("parts of a load balancer stand in it, and alone where it is elsewhere")
    func parts() throws {
        let lb = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/loadBalancers/lb"
        let rule =
            #"{"address": "azurerm_lb_rule.r", "mode": "managed", "type": "azurerm_lb_rule", "name": "r", "values": {"name": "r", "loadbalancer_id": "\#(lb)", "frontend_port": 443}}"#
        let balancer =
            #"{"address": "azurerm_lb.l", "mode": "managed", "type": "azurerm_lb", "name": "l", "values": {"name": "lb", "id": "\#(lb)", "resource_group_name": "g"}}"#
        let head = #"{"format_version": "1.0", "values": {"root_module": {"resources": ["#
        let both = try Reading.of("\(head)\(rule),\(balancer)]}}}")
        #expect(both.ids == [lb])
        let part = try #require(both.resources.first?.fields["loadBalancingRules"]?.elements.first)
        #expect(part["frontendPort"]?.integer == 443)
        #expect(part.member("terraformAddress")?.string == "azurerm_lb_rule.r")
        #expect(try Reading.of("\(head)\(rule)]}}}").ids == ["\(lb)/loadBalancingRules/r"])
    }

    @Test("mutated plans and states: no trap, no hang", arguments: 0..<4)
    func mutations(_ part: Int) throws {
        var dice = Dice(state: UInt64(part) &* 104_729 &+ 20_261_124)
        let corpus = ["cli/test_issue-294.plan.out.json", "infracost/azure_firewall_plan.json"].compactMap {
            FileManager.default.contents(atPath: "\(CorpusTests.root)/terraform/\($0)").map(Array.init)
        }
        try #require(corpus.count == 2)
        let seeds = corpus + [Array(TerraformPair.plan.utf8), Array(TerraformPair.state.utf8)]
        var sound = 0
        for round in 0..<60 {
            let bytes = FuzzTests.mutate(seeds[round % seeds.count], &dice)
            do throws(IngestError) {
                let reading = try Reader.read([.bytes(name: "f", bytes)])
                sound += 1
                for resource in reading.resources {
                    #expect(!resource.id.text.isEmpty && resource.body.kind == .object)
                    #expect(resource.body.position.line >= 1)
                }
                _ = reading.topology.resources.count
            } catch {
                #expect(!error.diagnostics.isEmpty || !error.notUnderstood.isEmpty)
            }
        }
        #expect(sound > 5)
    }

    @Test("references in a circle, and ids that hang on each other, end")
    func circles() throws {
        func group(_ name: String, _ other: String) -> String {
            #"{"address": "azurerm_resource_group.\#(name)", "mode": "managed", "type": "azurerm_resource_group", "name": "\#(name)", "values": {}}"#
        }
        let text = """
            {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
            \(group("a", "b")),\(group("b", "a"))]}},
            "configuration": {"root_module": {"resources": [
            {"address": "azurerm_resource_group.a", "expressions": {"name": {"references": ["azurerm_resource_group.b.name"]}}},
            {"address": "azurerm_resource_group.b", "expressions": {"name": {"references": ["azurerm_resource_group.a.name"]}}}
            ]}}}
            """
        let reading = try Reading.of(text)
        #expect(
            Set(reading.resources.map(\.terraformAddress)) == [
                "azurerm_resource_group.a", "azurerm_resource_group.b",
            ]
        )
        #expect(Set(reading.ids).count == 2)
    }

    @Test("what Azure fills in: peering state, remote space, dynamic addresses and the routes to them")
    func completion() throws {
        func resource(_ type: String, _ name: String, _ values: String) -> String {
            """
            {"address": "\(type).\(name)", "mode": "managed", "type": "\(type)", "name": "\(name)", "values":
            {"name": "\(name)", "resource_group_name": "g", \(values)}}
            """
        }
        let network = "azurerm_virtual_network"
        let g =
            "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g/providers/Microsoft.Network"
        let subnet = "\(g)/virtualNetworks/a/subnets/AzureFirewallSubnet"
        let text = """
            {"format_version": "1.2", "planned_values": {"root_module": {"resources": [
            \(resource(network, "a", #""address_space": ["10.0.0.0/16"]"#)),
            \(resource(network, "b", #""address_space": ["10.1.0.0/16"]"#)),
            \(resource("azurerm_virtual_network_peering", "ab", #""virtual_network_name": "a", "remote_virtual_network_id": "\#(g)/virtualNetworks/b""#)),
            \(resource("azurerm_virtual_network_peering", "ba", #""virtual_network_name": "b", "remote_virtual_network_id": "\#(g)/virtualNetworks/a""#)),
            \(resource("azurerm_virtual_network_peering", "ac", #""virtual_network_name": "a", "remote_virtual_network_id": "\#(g)/virtualNetworks/c""#)),
            \(resource("azurerm_subnet", "AzureFirewallSubnet", #""virtual_network_name": "a", "address_prefixes": ["10.0.1.0/26"]"#)),
            \(resource("azurerm_firewall", "f", #""ip_configuration": [{"name": "c", "subnet_id": "\#(subnet)"}]"#)),
            \(resource("azurerm_route", "r", #""route_table_name": "t", "next_hop_type": "VirtualAppliance""#))
            ]}},
            "resource_changes": [
            {"address": "azurerm_firewall.f", "change": {"after_unknown": {"ip_configuration": [{"private_ip_address": true}]}}},
            {"address": "azurerm_route.r", "change": {"after_unknown": {"next_hop_in_ip_address": true}}}],
            "configuration": {"root_module": {"resources": [{"address": "azurerm_route.r", "expressions":
            {"next_hop_in_ip_address": {"references": ["azurerm_firewall.f.ip_configuration[0].private_ip_address",
            "azurerm_firewall.f.ip_configuration[0]", "azurerm_firewall.f.ip_configuration", "azurerm_firewall.f"]}}}]}}}
            """
        let topology = try Reading.of(text).topology
        let peerings = topology.all(VirtualNetworkPeering.self)
        let states = Dictionary(uniqueKeysWithValues: peerings.map { ($0.name, $0.peeringState.value) })
        #expect(states == ["ab": "Connected", "ba": "Connected", "ac": "Initiated"])
        #expect(peerings.first { $0.name == "ab" }?.remoteAddressSpace == [AddressTerm("10.1.0.0/16")])
        let firewall = try #require(topology.all(AzureFirewall.self).first)
        #expect(firewall.ipConfigurations.first?.privateIPAddress.value == IPAddress("10.0.1.4"))
        #expect(
            firewall.resource.body.member("assumed")?.elements.compactMap(\.string)
                == ["properties.ipConfigurations[0].properties.privateIPAddress"]
        )
        let route = try #require(topology.all(Route.self).first)
        #expect(route.nextHopIPAddress.value == IPAddress("10.0.1.4"))
    }
}

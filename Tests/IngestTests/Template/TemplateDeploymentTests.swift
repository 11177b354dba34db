import Ingest
import JSON
import Testing
import Topology

/// What templates can say besides expressions.
@Suite("Template deployments") struct TemplateDeploymentTests {
    private static let group =
        "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/resource-group"
    private static let vnet = #""type":"Microsoft.Network/virtualNetworks","apiVersion":"2023-01-01""#

    @Test("copies of resources, properties and variables, in each other")
    func copies() {
        let expansion = TemplateExpansion.of(
            #"""
            "variables":{"copy":[{"name":"names","count":2,"input":"[concat('v', copyIndex('names', 1))]"}]},
            "resources":[{\#(Self.vnet),"name":"[variables('names')[copyIndex()]]","copy":{"name":"loop","count":2,"mode":"serial","batchSize":1},
              "properties":{"copy":[{"name":"subnets","count":"[add(copyIndex('loop'), 1)]","input":{"name":"[concat('s', copyIndex('subnets'), copyIndex('loop'))]"}}]}}],
            "outputs":{"all":{"type":"array","copy":{"count":2,"input":"[copyIndex(5)]"}}}
            """#
        )
        #expect(expansion.errors.isEmpty, "\(expansion.errors)")
        #expect(expansion.ids.map { $0.split(separator: "/").last } == ["v1", "v2"])
        #expect(
            expansion.body(0, "properties.subnets")
                == #"[{"name":"s00","properties":{"privateEndpointNetworkPolicies":"Disabled","privateLinkServiceNetworkPolicies":"Enabled"}}]"#
        )
        #expect(expansion.body(1, "properties.subnets[1].name") == #""s11""#)
        #expect(expansion.output("all") == "[5,6]")
    }

    @Test("children in each other, extension resources and scopes have the ids Azure gives them")
    func ids() {
        let expansion = TemplateExpansion.of(
            #"""
            "resources":[{\#(Self.vnet),"name":"v","properties":{},"resources":[
               {"type":"subnets","name":"s","apiVersion":"1","properties":{}},
               {"type":"providers/locks","name":"Microsoft.Authorization/l","apiVersion":"1"}]},
             {"type":"Microsoft.Network/virtualNetworks/subnets","name":"w/t","apiVersion":"1"},
             {"type":"Microsoft.Authorization/locks","name":"m","apiVersion":"1","scope":"Microsoft.Network/virtualNetworks/v"},
             {"type":"Microsoft.Authorization/locks","name":"n","apiVersion":"1","scope":"[resourceId('A.B/c', 'd')]"},
             {"type":"Microsoft.Network/routeTables","name":"r","apiVersion":"1","condition":false}]
            """#
        )
        #expect(expansion.errors.isEmpty, "\(expansion.errors)")
        let network = "\(Self.group)/providers/Microsoft.Network/virtualNetworks"
        #expect(
            expansion.ids == [
                "\(network)/v", "\(network)/v/subnets/s",
                "\(network)/v/providers/Microsoft.Authorization/locks/l",
                "\(network)/w/subnets/t", "\(network)/v/providers/Microsoft.Authorization/locks/m",
                "\(Self.group)/providers/A.B/c/d/providers/Microsoft.Authorization/locks/n",
            ]
        )
    }

    @Test("symbolic names, existing resources and references to what the template says itself")
    func symbolic() {
        let expansion = TemplateExpansion.of(
            #"""
            "languageVersion":"2.0","resources":{
              "old":{"existing":true,\#(Self.vnet),"name":"old"},
              "new":{\#(Self.vnet),"name":"new","location":"norwayeast","properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/16"]}}},
              "many":{\#(Self.vnet),"name":"[concat('m', copyIndex())]","copy":{"name":"many","count":2},"properties":{"dhcpOptions":{"dnsServers":["[string(copyIndex())]"]}}}},
            "outputs":{
              "prefix":{"type":"string","value":"[reference('new').addressSpace.addressPrefixes[0]]"},
              "place":{"type":"string","value":"[reference('new', '2023-01-01', 'full').location]"},
              "guid":{"type":"string","value":"[reference('new').resourceGuid]"},
              "old":{"type":"string","value":"[reference('old').addressSpace]"},
              "second":{"type":"string","value":"[reference('many[1]').dhcpOptions.dnsServers[0]]"},
              "info":{"type":"string","value":"[resourceInfo('new').id]"},
              "count":{"type":"int","value":"[length(references('many'))]"}}
            """#
        )
        #expect(expansion.errors.isEmpty, "\(expansion.errors)")
        #expect(expansion.resources.map(\.isExisting) == [true, false, false, false])
        #expect(expansion.output("prefix") == #""10.0.0.0/16""#)
        #expect(expansion.output("place") == #""norwayeast""#)
        #expect(
            expansion.output("guid")
                == #"{"$symbolic":"[reference('new').resourceGuid]","reason":"run-time"}"#
        )
        #expect(
            expansion.output("old") == #"{"$symbolic":"[reference('old').addressSpace]","reason":"run-time"}"#
        )
        #expect(expansion.output("second") == #""1""#)
        #expect(expansion.output("count") == "2")
        #expect(
            expansion.output("info") == "\"\(Self.group)/providers/Microsoft.Network/virtualNetworks/new\""
        )
    }

    @Test("what the templates of management groups and tenants name belongs to them")
    func levels() {
        func ids(_ level: String, _ function: String) -> String? {
            TemplateExpansion.of(
                #"""
                "$schema":"https://schema.management.azure.com/schemas/2019-08-01/\#(level)DeploymentTemplate.json#",
                "resources":[{"type":"A.B/c","apiVersion":"1","name":"d"}],
                "outputs":{"o":{"type":"string","value":"[concat(\#(function)('A.B/c', 'd'), ' ', deployment().location)]"}}
                """#
            ).output("o")
        }
        #expect(ids("managementGroup", "resourceId") == #""/providers/A.B/c/d westeurope""#)
        #expect(ids("tenant", "resourceId") == #""/providers/A.B/c/d westeurope""#)
        let subscription = "/subscriptions/00000000-0000-0000-0000-000000000001"
        #expect(ids("subscription", "resourceId") == "\"\(subscription)/providers/A.B/c/d westeurope\"")
        let group = "/providers/Microsoft.Management/managementGroups/management-group"
        #expect(
            ids("managementGroup", "managementGroupResourceId") == "\"\(group)/providers/A.B/c/d westeurope\""
        )
    }

    @Test("an output that holds what Azure adds to says so, wherever that stands")
    func openOutputs() {
        let expansion = TemplateExpansion.of(
            #"""
            "resources":[{\#(Self.vnet),"name":"v","tags":{"a":"b"},"properties":{"x":{"y":1}}}],
            "outputs":{"all":{"type":"object","value":{"inner":"[reference('v')]","y":"[reference('v').x.y]","list":["[reference('v').x]"]}},
              "tags":{"type":"object","value":"[reference('v', '2023-01-01', 'full').tags]"}}
            """#
        )
        #expect(
            expansion.output("all")
                == #"{"inner":{"$symbolic":"[reference('v')]","reason":"run-time"},"y":1,"list":[{"$symbolic":"[reference('v').x]","reason":"run-time"}]}"#
        )
        #expect(expansion.output("tags")?.contains("$symbolic") == true)
    }

    @Test("templates that only Azure's reader takes are read from files, too")
    func dialect() throws {
        let text = #"""
            // A template.
            {
              $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
              "contentVersion": "1.0.0.0", /* old */
              'resources': [{'type': 'A.B/c', "apiVersion": "1", "name": "x", "properties": {"script": "a
            b\tc\u0001", "n": 1,},},],
            }
            """#
        let reading = try Reader.read([.bytes(name: "t.json", Array(text.utf8))])
        #expect(!reading.isIncomplete, "\(reading.diagnostics)")
        #expect(reading.resources.first?.body["script"]?.string == "a\nb\tc\u{1}")
    }

    @Test("a collection of no copies is empty; names need no quotes; what is asked of the user is symbolic")
    func corners() {
        let expansion = TemplateExpansion.of(
            #"""
            languageVersion:"2.0",parameters:{n:{type:"int",defaultValue:0}},
            "resources":{"many":{"type":"A.B/c","apiVersion":"1","name":"[string(copyIndex())]","copy":{"name":"many","count":"[parameters('n')]"}}},
            "outputs":{"none":{"type":"array","value":"[map(references('many', 'full'), lambda('x', lambdaVariables('x').id))]"},
              "version":{"type":"string","value":"[deployment().properties.template.contentVersion]"}}
            """#
        )
        #expect(expansion.errors == [])
        #expect(expansion.output("none") == "[]")
        #expect(expansion.output("version") == #""1.0.0.0""#)
    }

    @Test("inner and outer evaluation of nested deployments, other scopes, and their outputs")
    func nested() {
        func deployment(_ name: String, _ scope: String, _ more: String = "") -> String {
            #"""
            {"type":"Microsoft.Resources/deployments","name":"\#(name)","apiVersion":"2022-09-01"\#(more),"properties":{"mode":"Incremental",
              "expressionEvaluationOptions":{"scope":"\#(scope)"},"parameters":{"p":{"value":"[concat(parameters('p'), '!')]"}},
              "template":{"parameters":{"p":{"type":"string"}},"resources":[{\#(Self.vnet),"name":"[parameters('p')]"}],
                "outputs":{"id":{"type":"string","value":"[resourceId('A.B/c', parameters('p'))]"}}}}}
            """#
        }
        let expansion = TemplateExpansion.of(
            #"""
            "parameters":{"p":{"type":"string","defaultValue":"x"}},
            "resources":[\#(deployment("i", "inner", #","resourceGroup":"other""#)),\#(deployment("o", "outer"))],
            "outputs":{"inner":{"type":"string","value":"[reference('i').outputs.id.value]"},"outer":{"type":"string","value":"[reference('o').outputs.id.value]"}}
            """#
        )
        let other = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/other"
        #expect(expansion.errors.isEmpty, "\(expansion.errors)")
        #expect(expansion.ids[0] == "\(other)/providers/Microsoft.Resources/deployments/i")
        #expect(expansion.ids[1] == "\(other)/providers/Microsoft.Network/virtualNetworks/x!")
        #expect(expansion.ids[3] == "\(Self.group)/providers/Microsoft.Network/virtualNetworks/x")
        #expect(expansion.resources.map(\.deployment) == [nil, "i", nil, "o"])
        #expect(expansion.output("inner") == "\"\(other)/providers/A.B/c/x!\"")
        #expect(expansion.output("outer") == "\"\(Self.group)/providers/A.B/c/x\"")
    }

    @Test("functions of the template's own, and what depends on itself")
    func own() {
        let functions =
            #""functions":[{"namespace":"my","members":{"twice":{"parameters":[{"name":"a","type":"string"}],"output":{"type":"string","value":"[concat(parameters('a'), parameters('a'))]"}}}}]"#
        #expect(value(of: "my.twice('x')", functions) == #""xx""#)
        #expect(value(of: "my.twice(newGuid())", functions).contains("$symbolic"))
        #expect(
            value(of: "variables('a')", #""variables":{"a":"[variables('b')]","b":"[variables('a')]"}"#)
                .contains("'a' depends on itself")
        )
        #expect(value(of: "parameters('nothing')").contains("'nothing' is not found"))
    }

    @Test("what breaks the declaration of a parameter is told, and missing values are symbolic")
    func parameters() {
        let expansion = TemplateExpansion.of(
            #"""
            "definitions":{"kind":{"type":"string","allowedValues":["a","b"],"nullable":true}},
            "parameters":{"a":{"type":"int","defaultValue":5,"maxValue":4},"b":{"type":"string","defaultValue":1},
              "c":{"$ref":"#/definitions/kind","defaultValue":"z"},"d":{"type":"string"},"e":{"$ref":"#/definitions/kind"},
              "f":{"type":"string","minLength":3,"defaultValue":"x"}},
            "resources":[],"outputs":{"d":{"type":"string","value":"[parameters('d')]"},"e":{"type":"string","value":"[parameters('e')]"}}
            """#
        )
        #expect(expansion.errors.count == 4)
        for word in [
            "more than the maximum 4", "Expected type 'String'", "allowed values: a, b", "minimum 3",
        ] {
            #expect(expansion.errors.contains { $0.contains(word) }, "\(word) in \(expansion.errors)")
        }
        #expect(expansion.output("d") == #"{"$symbolic":"[parameters('d')]","reason":"missing-parameter"}"#)
        #expect(expansion.output("e") == "null")
    }

    @Test("an error names its place, its expression and its function; the rest is evaluated")
    func errors() throws {
        let text =
            "{\n \"resources\": [\n  {\"type\": \"A.B/c\", \"apiVersion\": \"1\",\n   \"name\": \"x\", \"tags\": {\"a\": \"[toLower(5)]\", \"b\": \"[toLower('Y')]\"}}]}"
        let expansion = try TemplateExpansion(of: .bytes(name: "t.json", Array(text.utf8)))
        let error = try #require(expansion.diagnostics.first { $0.severity == .error })
        #expect(error.position?.line == 4)
        #expect(
            error.message.contains("'toLower' expects its parameter 1")
                && error.message.contains("[toLower(5)]")
        )
        #expect(expansion.body(0, "tags.b") == #""y""#)
        #expect(expansion.body(0, "tags.a")?.contains(#""reason":"error""#) == true)
    }

    @Test("what Azure fills in is filled in and marked")
    func assumed() {
        let expansion = TemplateExpansion.of(
            #"""
            "resources":[{\#(Self.vnet),"name":"v","properties":{"addressSpace":{"addressPrefixes":["10.0.0.0/16"]},"subnets":[{"name":"s","properties":{"addressPrefix":"10.0.1.0/24"}}]}},
             {\#(Self.vnet),"name":"w","properties":{"addressSpace":{"addressPrefixes":["10.1.0.0/16"]},"virtualNetworkPeerings":[{"name":"p","properties":{"remoteVirtualNetwork":{"id":"[resourceId('Microsoft.Network/virtualNetworks','v')]"}}}]}},
             {"type":"Microsoft.Network/virtualNetworks/virtualNetworkPeerings","name":"v/q","apiVersion":"2023-01-01","properties":{"remoteVirtualNetwork":{"id":"[resourceId('Microsoft.Network/virtualNetworks','w')]"}}},
             {"type":"Microsoft.Network/networkInterfaces","name":"[concat('n', copyIndex())]","copy":{"name":"n","count":2},"apiVersion":"2023-01-01","properties":{"ipConfigurations":[{"name":"i","properties":{"subnet":{"id":"[resourceId('Microsoft.Network/virtualNetworks/subnets','v','s')]"}}}]}},
             {"type":"Microsoft.Network/networkInterfaces","name":"fixed","apiVersion":"2023-01-01","properties":{"ipConfigurations":[{"name":"i","properties":{"privateIPAddress":"10.0.1.5","subnet":{"id":"[resourceId('Microsoft.Network/virtualNetworks/subnets','v','s')]"}}}]}}]
            """#
        )
        #expect(expansion.errors.isEmpty, "\(expansion.errors)")
        #expect(
            expansion.body(1, "properties.virtualNetworkPeerings[0].properties.peeringState")
                == #""Connected""#
        )
        #expect(expansion.body(2, "properties.peeringState") == #""Connected""#)
        #expect(expansion.body(2, "properties.remoteAddressSpace.addressPrefixes[0]") == #""10.1.0.0/16""#)
        let addresses = (3...5).map {
            expansion.body($0, "properties.ipConfigurations[0].properties.privateIPAddress")
        }
        #expect(addresses == [#""10.0.1.4""#, #""10.0.1.6""#, #""10.0.1.5""#])
        #expect(
            expansion.resources[3].assumed.contains(
                "properties.ipConfigurations[0].properties.privateIPAddress"
            )
        )
        #expect(expansion.resources[5].assumed.contains { $0.contains("privateIPAddress") } == false)
    }

    @Test("a route to a firewall leads to the address that the firewall is assumed to have")
    func nextHop() {
        let expansion = TemplateExpansion.of(
            #"""
            "resources":[{\#(Self.vnet),"name":"v","properties":{"subnets":[{"name":"AzureFirewallSubnet","properties":{"addressPrefix":"10.0.1.0/26"}}]}},
             {"type":"Microsoft.Network/routeTables","name":"r","apiVersion":"2023-01-01","properties":{"routes":[{"name":"all","properties":{"addressPrefix":"0.0.0.0/0","nextHopType":"VirtualAppliance",
               "nextHopIpAddress":"[reference(resourceId('Microsoft.Network/azureFirewalls','f')).ipConfigurations[0].properties.privateIPAddress]"}}]}},
             {"type":"Microsoft.Network/azureFirewalls","name":"f","apiVersion":"2023-01-01","properties":{"ipConfigurations":[{"name":"i","properties":{"subnet":{"id":"[resourceId('Microsoft.Network/virtualNetworks/subnets','v','AzureFirewallSubnet')]"}}}]}}],
            "outputs":{"hop":{"type":"string","value":"[reference('f').ipConfigurations[0].properties.privateIPAddress]"}}
            """#
        )
        #expect(expansion.body(1, "properties.routes[0].properties.nextHopIpAddress") == #""10.0.1.4""#)
        #expect(expansion.resources[1].assumed.contains("properties.routes[0].properties.nextHopIpAddress"))
        #expect(expansion.output("hop")?.contains("$symbolic") == true)
    }
}

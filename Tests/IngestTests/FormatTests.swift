import Ingest
import JSON
import Testing
import Topology

@Suite("Formats") struct FormatTests {
    static let v = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v"
    static let n = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n"
    static let rowV = #"{"id":"\#(v)","type":"microsoft.network/virtualnetworks","properties":{}}"#
    static let rowN =
        #"{"id":"\#(n)","name":"n","securityRules":null,"TYPE":"Microsoft.Network/networkSecurityGroups"}"#

    @Test(
        "every wrapper gives the same two resources",
        arguments: [
            "[\(rowV),\(rowN)]",
            "{\"data\":[\(rowV),\(rowN)],\"count\":2}",
            "{\"count\":2,\"DATA\":[\(rowV),\(rowN)]}",
            "{\"value\":[\(rowV),\(rowN)],\"nextLink\":null}",
            "[{\"value\":[\(rowV)]},{\"value\":[\(rowN)]}]",
            "\(rowV)\n\(rowN)\n",
            "{\"data\":[\(rowV)]}\n{\"data\":[\(rowN)]}",
            "\u{FEFF}[\(rowV),\(rowN)]",
            "// a comment\n[\(rowV),\(rowN),]",
            "{\"parameters\":{},\"responses\":{\"201\":{},\"200\":{\"body\":{\"value\":[\(rowV),\(rowN)]}}}}",
            "[{\"method\":\"GET\",\"uri\":\"u\",\"status\":200,\"response\":{\"value\":[\(rowV),\(rowN)]}}]",
            "{\"status\":\"Succeeded\",\"properties\":{\"output\":{\"value\":[\(rowV),\(rowN)]}}}",
        ]
    )
    func wrappers(_ text: String) throws {
        let reading = try Reading.of(text)
        #expect(reading.ids == [Self.v, Self.n])
        #expect(
            reading.types == ["microsoft.network/virtualnetworks", "Microsoft.Network/networkSecurityGroups"]
        )
        #expect(reading.notUnderstood.isEmpty)
        #expect(reading.diagnostics.isEmpty)
        #expect(reading.files == 1)
    }

    @Test("one resource, in the REST form and flattened")
    func one() throws {
        for text in [Self.rowV, Self.rowN] { #expect(try Reading.of(text).resources.count == 1) }
    }

    @Test("rows of the older table form become resources that stand where their row stands")
    func table() throws {
        let reading = try Reading.of(
            """
            {"data": {"columns": [{"name": "id"}, {"name": "type"}, {"name": "properties"}],
              "rows": [
                ["\(Self.v)", "microsoft.network/virtualnetworks", {"subnets": [{"name": "a"}]}],
                ["short"]
            ]}}
            """
        )
        #expect(reading.ids == [Self.v])
        #expect(reading.resources.first?.fields["subnets"]?.elements.first?.member("name")?.string == "a")
        #expect(
            reading.resources.first?.fields["subnets"]?.position
                == SourcePosition(file: "in.json", line: 3, column: 5)
        )
        #expect(reading.left == ["4:5 a row of 1 cells in a table of 3 columns"])
    }

    @Test(
        "a missing type is told by the id",
        arguments: [
            (v + "/subnets/a", "Microsoft.Network/virtualNetworks/subnets"),
            (
                v + "/providers/Microsoft.Insights/diagnosticSettings/d",
                "Microsoft.Insights/diagnosticSettings"
            ),
            ("/subscriptions/s", "Microsoft.Resources/subscriptions"),
            (
                "/providers/Microsoft.Management/managementGroups/m",
                "Microsoft.Management/managementGroups"
            ),
        ]
    )
    func inferred(_ id: String, _ type: String) throws {
        let reading = try Reading.of(
            "[{\"id\":\"\(id)\"},{\"id\":\"\(id)\",\"type\":\"Standard\"},{\"id\":\"\(id)\",\"type\":null}]"
        )
        #expect(reading.types == [type, type, type])
    }

    @Test("the forms the Azure CLI prints for what is no network resource")
    func azureCLI() throws {
        let reading = try Reading.of(
            """
            [{"cloudName": "AzureCloud", "id": "11111111-2222", "isDefault": true, "name": "prod",
              "state": "Enabled", "tenantId": "t"},
             {"id": "/providers/Microsoft.Management/managementGroups/m",
              "type": "/providers/Microsoft.Management/managementGroups"},
             {"id": "/subscriptions/s/providers/Microsoft.Authorization/roleAssignments/r", "principalId": "p",
              "roleDefinitionName": "Owner", "type": "Microsoft.Authorization/roleAssignments"},
             {"id": "/subscriptions/s/providers/Microsoft.Security/pricings/VirtualMachines",
              "pricingTier": "Free", "type": "Microsoft.Security/pricings"}]
            """
        )
        #expect(
            reading.types == [
                "Microsoft.Resources/subscriptions", "Microsoft.Management/managementGroups",
                "Microsoft.Authorization/roleAssignments", "Microsoft.Security/pricings",
            ]
        )
        #expect(reading.ids.first == "/subscriptions/11111111-2222")
    }

    @Test("deployment states of a Network Manager get an id that stays the same")
    func deploymentStatus() throws {
        let manager = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkManagers/m"
        func row(_ region: String) -> String {
            """
            {"commitTime": "2024-01-01T00:00:00Z", "region": "\(region)", "deploymentStatus": "Deployed",
             "configurationIds": ["\(manager)/securityAdminConfigurations/c"], "deploymentType": "SecurityAdmin"}
            """
        }
        let reading = try Reading.of("[\(row("westeurope")), \(row("eastus"))]")
        #expect(Set(reading.types) == ["Microsoft.Network/networkManagers/listDeploymentStatus"])
        #expect(Set(reading.ids).count == 2)
        #expect(reading.ids.allSatisfy { $0.hasPrefix(manager + "/listDeploymentStatus/") })
        #expect(try Reading.of("{\"skipToken\":\"\",\"value\":[\(row("eastus"))]}").ids == [reading.ids[1]])
    }

    @Test("a file of service tags is one resource")
    func serviceTags() throws {
        let reading = try Reading.of(
            #"{"changeNumber": 7, "cloud": "Public", "values": [{"name": "Storage", "properties": {}}]}"#
        )
        #expect(reading.types == ["Microsoft.Network/serviceTags"])
    }

    @Test(
        "what is known but not used is listed once, with its place and reason",
        arguments: [
            (
                "{\"value\":[{\"source\":\"Default\",\"state\":\"Active\",\"addressPrefix\":[],\"nextHopType\":\"x\"}]}",
                "1:10 effective routes or rules, without the estate they belong to"
            ),
            (
                "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\"}",
                "1:1 an ARM template that deploys no resources"
            ),
            (
                "{\"$schema\":\"https://schema.management.azure.com/2015-01-01/deploymentParameters.json#\"}",
                "1:1 the parameters of an ARM template that does not lie beside them"
            ),
            (
                "{\"format_version\":\"1.2\",\"planned_values\":{}}",
                "1:1 a plan or state of Terraform without resources"
            ),
            (
                "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}",
                "1:1 an error that Azure answered, so the export misses something: AuthorizationFailed: no"
            ),
            ("{\"hello\":\"world\",\"b\":1}", "1:1 an object of no known kind, with 'hello', 'b'"),
            ("[{\"location\":\"x\",\"count_\":1}]", "1:2 a row without an id, with 'location', 'count_'"),
            ("[\n 5]", "2:2 expected an object, found a number"),
            ("\"x\"", "1:1 expected an object, found a string"),
            ("{}", "1:1 an empty object"),
            ("[{\"id\":\"/x\"}]", "1:2 a resource without a type, which its id '/x' does not tell either"),
            (
                "{\"schema\":\"bulkhead.findings/1\"}",
                "1:1 a report of bulkhead, which is no part of the estate"
            ),
        ]
    )
    func listed(_ text: String, _ expected: String) throws {
        let error = try #require(refusal(text))
        #expect(error.left == [expected])
    }

    @Test("an empty list is understood and holds nothing")
    func emptyList() throws {
        let error = try #require(refusal("{\"value\":[]}"))
        #expect(error.reason == .nothingKnown)
        #expect(error.notUnderstood.isEmpty && error.diagnostics.isEmpty)
    }

    @Test("a page that is not the last one says so")
    func pages() throws {
        let reading = try Reading.of("{\"data\":[\(Self.rowV)],\"$skipToken\":\"abc\"}")
        #expect(reading.told.count == 1)
        #expect(reading.told.first?.hasPrefix("note 1:") == true)
    }

    @Test("positions are those of the file, however the row was wrapped")
    func positions() throws {
        let reading = try Reading.of(
            """
            {"data": [
              {"id": "\(Self.v)", "type": "t/t",
               "properties": {
                 "mode": "x"}}]}
            """
        )
        let resource = try #require(reading.resources.first)
        #expect(resource.body.position == SourcePosition(file: "in.json", line: 2, column: 3))
        #expect(resource.fields["mode"]?.position == SourcePosition(file: "in.json", line: 4, column: 14))
    }
}

import JSON
import Testing
import Topology

/// One resource from two inputs.
@Suite("Resources of one id") struct ResourceMergeTests {
    private static let id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v"

    /// The resource that two bodies become, and what is said about it.
    private func merged(_ first: String, _ second: String) throws -> (JSONValue, Diagnostic) {
        let resources = [("a.json", first), ("b.json", second)].map { name, members in
            let text = "{\n\"id\":\"\(Self.id)\",\"name\":\"v\",\n\(members)}"
            let document = JSONDocument(name: name, text: text)
            return Resource(
                id: ResourceID(Self.id),
                type: ResourceType("Microsoft.Network/virtualNetworks"),
                body: JSONValue(document: document, offset: 0)
            )
        }
        let topology = Topology(resources: resources)
        #expect(topology.resources.count == 1)
        return (try #require(topology.resources.first).body, try #require(topology.diagnostics.first))
    }

    @Test("what only one of them says is kept, each with its place")
    func joined() throws {
        let (body, diagnostic) = try merged(
            #""properties":{"subnets":[{"name":"x","properties":{"addressPrefix":"10.0.0.0/24"}}]}"#,
            #"""
            "tags":{"a":"b"},"properties":{"enableDdosProtection":true,"subnets":[{"name":"X","properties":{
            "routeTable":{"id":"/r"}}},
            {"name":"y"}]}
            """#
        )
        #expect(body.locate("properties.subnets[0].properties.addressPrefix").value?.string == "10.0.0.0/24")
        #expect(body.locate("properties.subnets[0].properties.addressPrefix").position.file == "a.json")
        let routes = body.locate("properties.subnets[0].properties.routeTable.id")
        #expect(routes.value?.string == "/r" && routes.position.file == "b.json" && routes.position.line == 4)
        #expect(body["subnets"]?.elements.compactMap { $0.member("name")?.string } == ["X", "y"])
        #expect(body.locate("tags.a").value?.string == "b")
        #expect(diagnostic.severity == .note)
        #expect(diagnostic.message.contains("was read before at a.json, line 1; the two are merged"))
        #expect(diagnostic.position?.file == "b.json")
    }

    @Test("where they differ the fuller one counts, and both places are named")
    func conflict() throws {
        let (body, diagnostic) = try merged(
            #""properties":{"mode":"one","etag":"1","list":["a"],"only":"here"}"#,
            #""properties":{"mode":"two","etag":"2","list":["b"]}"#
        )
        #expect(body["mode"]?.string == "one" && body["list"]?.text == #"["a"]"#)
        #expect(diagnostic.severity == .warning && diagnostic.message.contains("a.json, line 1"))
        #expect(
            diagnostic.message.contains("of properties.mode, properties.list, where they differ, the first")
        )
    }

    @Test("what is known counts before what is symbolic, null or assumed")
    func known() throws {
        let (body, diagnostic) = try merged(
            #""$assumed":["properties.address","properties.open"],"properties":{"address":"10.0.0.4","open":true,"zone":{"$symbolic":"[pickZones()]","reason":"run-time"},"none":null}"#,
            #""properties":{"address":"10.0.0.9","zone":"1","none":5}"#
        )
        #expect(body["address"]?.string == "10.0.0.9" && body["zone"]?.string == "1")
        #expect(body["none"]?.integer == 5)
        #expect(body.member("$assumed")?.elements.compactMap(\.string) == ["properties.open"])
        #expect(diagnostic.severity == .note)
    }

    @Test("the flattened form and the REST form become one", arguments: [true, false])
    func forms(_ isFlatFirst: Bool) throws {
        let flat =
            #""location":"x","addressSpace":{"addressPrefixes":["10.0.0.0/8"]},"subnets":[{"name":"s","delegations":[]}]"#
        let nested =
            #""location":"x","properties":{"subnets":[{"name":"s","properties":{"addressPrefix":"10.1.0.0/16"}}]}"#
        let (body, diagnostic) = try isFlatFirst ? merged(flat, nested) : merged(nested, flat)
        #expect(body.member("addressSpace") == nil && body.member("location")?.string == "x")
        #expect(body.locate("properties.addressSpace.addressPrefixes[0]").value?.string == "10.0.0.0/8")
        let subnet = try #require(body["subnets"]?.elements.first)
        #expect(subnet["addressPrefix"]?.string == "10.1.0.0/16" && subnet["delegations"]?.text == "[]")
        #expect(diagnostic.severity == .note, "\(diagnostic.message)")
    }

    @Test("hostile bodies end")
    func hostile() throws {
        let deep = String(repeating: "{\"a\":", count: 5_000) + "1" + String(repeating: "}", count: 5_000)
        let (body, _) = try merged(
            "\"deep\":\(deep)",
            "\"deep\":\(deep),\"deep\":2,\"x\":[{\"name\":\"a\"},{\"name\":\"A\"}]"
        )
        #expect(body.member("deep")?.kind == .object && body.member("x")?.elements.count == 2)
    }
}

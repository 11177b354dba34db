import EstateSupport
import JSON
import Testing
import Topology

/// Bodies that nobody sane would send: nothing may trap, and nothing may run away.
@Suite struct HostileTests {
    private func ask(_ topology: Topology) {
        _ = topology.inventory
        _ = topology.danglingReferences
        _ = topology.hubs
        _ = topology.spokes
        for resource in topology.resources {
            _ = topology.children(of: resource.id)
            _ = topology.references(from: resource.id).map(\.path)
            _ = topology.references(to: resource.id)
            _ = topology.virtualNetworks(of: resource)
            _ = topology.occupants(of: resource.id)
        }
    }

    @Test func mutatedBodiesOfEveryKind() {
        var random = RandomSource(seed: 20)
        let noise = Array(#"{}[]":,0123456789.eE-+\/unltrueas $"#.utf8)
        var asked = 0
        for one in KindTests.cases {
            for _ in 0..<12 {
                var bytes = Array(one.text.utf8)
                for _ in 0..<Int.random(in: 1...6, using: &random) {
                    let at = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0..<3, using: &random) {
                    case 0: bytes[at] = noise.randomElement(using: &random) ?? 0
                    case 1: bytes.remove(at: at)
                    default: bytes.insert(noise.randomElement(using: &random) ?? 0, at: at)
                    }
                }
                guard let root = JSONDocument(name: "noise", bytes: bytes).root else { continue }
                ask(
                    Topology(resources: [
                        Resource(id: ResourceID(one.id), type: ResourceType(one.type), body: root)
                    ])
                )
                asked += 1
            }
        }
        #expect(asked > 1_000)
    }

    @Test func valuesOfEveryWrongType() {
        let wrong = [
            "null", "true", "-1e999", #""x""#, "[]", "[[[1]]]", "{}", #"{"id":{}}"#,
            #"["/subscriptions/s",5,null,{"id":7}]"#,
        ]
        for one in KindTests.cases {
            guard let root = JSONDocument(text: "{\(one.properties)}").root else { continue }
            for value in wrong {
                let members = (root.object?.all ?? []).map { "\"\($0.name)\":\(value)" }.joined(
                    separator: ","
                )
                let text =
                    #"{"id":"\#(one.id)","name":\#(value),"type":"\#(one.type)","tags":\#(value),"properties":{\#(members)}}"#
                guard let resource = Resource(json: text) else {
                    Issue.record("\(one) was not read")
                    continue
                }
                ask(Topology(resources: [resource]))
            }
        }
    }

    @Test func deepAndLong() throws {
        let deep = String(repeating: #"{"subnets":[{"name":"a","properties":"#, count: 50_000)
        let long = ResourceID(String(repeating: "/subscriptions/s/providers/A/b", count: 30_000))
        let root = try #require(JSONDocument(text: #"{"properties":\#(deep)"#).root)
        let topology = Topology(resources: [
            Resource(id: long, type: "Microsoft.Network/virtualNetworks", body: root),
            Resource(id: ResourceID("/subscriptions/s"), type: .subscription, body: root),
        ])
        #expect(topology.all(VirtualNetwork.self).count == 1)
        #expect(topology.references(from: long).isEmpty)
        #expect(topology.children(of: ResourceID("/subscriptions/s")).count >= 0)
    }
}

import EstateSupport
import JSON
import Testing
import Topology

/// Real answers of the service, and the same ones in the form of the Azure CLI.
@Suite struct CorpusTests {
    static let folders = ["az-exports", "az-lists", "az-recordings", "rest-examples"]

    @Test(arguments: folders) func bothFormsReadAlike(_ folder: String) throws {
        var compared = 0
        for document in Corpus.documents(in: folder) {
            for resource in Corpus.resources(in: document) {
                guard let kind = KindRegistry.kind(of: resource.type) else { continue }
                let flat = FlatForm.text(resource.body)
                var first = KindCase.members(resource.body.text, kind)
                var second = KindCase.members(flat, kind)
                // Some answers have another location inside `properties`.
                first["location"] = nil
                second["location"] = nil
                #expect(first == second, "\(document.name) \(resource.id)")
                compared += 1
            }
        }
        #expect(compared >= [11, 12, 200, 54][Self.folders.firstIndex(of: folder) ?? 0])
    }

    @Test func valuesOfRealResources() throws {
        let resources = Self.folders.flatMap(Corpus.documents(in:)).flatMap(Corpus.resources(in:))
        let estate = Topology(resources: resources)
        #expect(estate.all(NetworkSecurityGroup.self).allSatisfy { $0.defaultSecurityRules.count == 6 })
        for group in estate.all(NetworkSecurityGroup.self) {
            for rule in group.rules(.inbound) + group.rules(.outbound) {
                #expect(rule.priority.value != nil && rule.access.value != nil, "\(rule.id)")
                #expect(rule.networkProtocol.value != nil, "\(rule.id)")
            }
        }
        let addresses = estate.all(VirtualNetwork.self).flatMap(\.addressSpace)
        #expect(addresses.count > 30 && addresses.allSatisfy { $0.prefix != nil })
    }
}

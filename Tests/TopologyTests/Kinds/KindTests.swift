import EstateSupport
import Foundation
import JSON
import Testing
import Topology

@Suite struct KindTests {
    static let cases =
        NetworkKinds.cases + GatewayKinds.cases + HubKinds.cases + SecurityKinds.cases + DeliveryKinds.cases
        + ServiceKinds.cases + NameKinds.cases + GovernanceKinds.cases

    @Test(arguments: cases) func readsTheFormOfTheService(_ one: KindCase) {
        let members = KindCase.members(one.text, one.kind)
        for (name, value) in one.expected { #expect(members[name] == value, "\(one) \(name)") }
    }

    @Test(arguments: cases) func readsTheFlatFormAlike(_ one: KindCase) throws {
        let root = try #require(JSONDocument(text: one.text).root)
        let members = KindCase.members(FlatForm.text(root), one.kind)
        for (name, value) in one.expected { #expect(members[name] == value, "\(one) \(name)") }
    }

    @Test(arguments: cases) func keysCompareWithoutCase(_ one: KindCase) throws {
        // Names that are data, not keys, keep their case: only the members of the first two levels are changed.
        let text = one.text.replacing("\"properties\":", with: "\"Properties\":")
            .replacing("\"sku\":", with: "\"SKU\":")
        let members = KindCase.members(text, one.kind)
        for (name, value) in one.expected { #expect(members[name] == value, "\(one) \(name)") }
    }

    @Test func everyKindHasACase() {
        let known = Set(Self.cases.map { String(describing: $0.kind) })
        let all = Set(KindRegistry.kinds.map { String(describing: $0) })
        #expect(all.subtracting(known) == [])
        #expect(known.subtracting(all) == [])
    }

    @Test func everyFileOfTheFolderIsRegistered() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(
                path: "Sources/Topology/Resources"
            )
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".swift") && !$0.contains("+") }.map { String($0.dropLast(6)) }
        #expect(files.sorted() == KindRegistry.kinds.map { String(describing: $0) }.sorted())
    }

    @Test func everyTypeBelongsToOneKind() {
        let types = KindRegistry.kinds.flatMap { $0.types }.map { $0.text.lowercased() }
        #expect(types.count == Set(types).count)
    }

    @Test func everyKindHasANoun() {
        #expect(Set(KindRegistry.kinds.map { $0.types[0].noun }).count == KindRegistry.kinds.count)
        #expect(VirtualNetworkGateway.types[0].noun == "Virtual network gateway")
        #expect(ResourceType("Microsoft.Foo/barBazzes").noun == "Bar bazzes")
        #expect(ResourceType("microsoft.keyvault/VAULTS").category == .security)
    }
}

import Samples
import Testing

/// Every reference inside a sample leads to something of that sample, except those that are meant to dangle.
@Suite struct SampleReferenceTests {
    /// The ends of ids that lead outside on purpose: built-in policies, the tenant's root group, and in the
    /// drifted estate the peering whose other side is gone.
    private static let outside = [
        "policydefinitions/83a86a26-fd1f-447c-b59d-e51f44264114",
        "policydefinitions/e71308d3-144b-4262-b144-efdc3cc90517",
        "policydefinitions/94de2ad3-e0c1-4caf-ad78-5d47bbc83d3d",
        "managementgroups/8f2b6c1e-5d3a-4f7e-9b0c-2a61d4e7f310",
    ]
    private static let outsideDrifted = ["virtualnetworks/vnet-hub-legacy"]

    @Test(arguments: Sample.all.map(\.name))
    func referencesResolve(_ name: String) throws {
        let rows = try #require(Sample.named(name)).rows()
        var known: Set<String> = []
        var mentioned: Set<String> = []
        for row in rows {
            row.visit { member, value in
                if let id = value["id"]?.text, value["name"] != nil { known.insert(id.lowercased()) }
                guard let text = value.text?.lowercased() else { return }
                if text.hasPrefix("/subscriptions/") || text.hasPrefix("/providers/") {
                    mentioned.insert(text)
                }
            }
        }
        for id in known { known.formUnion(Self.scopes(above: id)) }
        let dangling = mentioned.filter { !known.contains(Self.tenantWide($0)) }
        let meant = Self.outside + (name == "drifted" ? Self.outsideDrifted : [])
        #expect(dangling.filter { id in !meant.contains { id.hasSuffix($0) } }.sorted() == [])
        if name == "drifted" { #expect(dangling.contains { $0.hasSuffix(Self.outsideDrifted[0]) }) }
    }

    /// The subscription and the resource group an id lies in.
    private static func scopes(above id: String) -> [String] {
        let segments = id.split(separator: "/")
        guard segments.first == "subscriptions", segments.count > 4 else { return [] }
        return ["/" + segments.prefix(4).joined(separator: "/")]
    }

    /// Assignments name a role below their subscription, role definitions lie in the tenant.
    private static func tenantWide(_ id: String) -> String {
        let segments = id.split(separator: "/")
        guard segments.count > 2, segments[segments.count - 2] == "roledefinitions" else { return id }
        return "/" + segments.suffix(4).joined(separator: "/")
    }
}

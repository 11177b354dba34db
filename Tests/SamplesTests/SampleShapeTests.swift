import Samples
import Testing

/// Each sample looks like an export: rows with ids, types as Resource Graph spells them, groups that fit.
@Suite(.serialized) struct SampleShapeTests {
    @Test(arguments: Sample.all.map(\.name))
    func rowsCarryWhatResourceGraphGives(_ name: String) throws {
        for row in try #require(Sample.named(name)).rows() {
            guard let id = row["id"]?.text else {
                // What the deployment status of a Network Manager configuration returns has no id.
                #expect(row["deploymentStatus"]?.text == "Deployed")
                continue
            }
            let type = try #require(row["type"]?.text, "\(id)")
            #expect(type == type.lowercased())
            #expect(row["properties"]?["id"] == nil && row["properties"] != nil, "\(id)")
            let segments = id.split(separator: "/").map(String.init)
            if type != "microsoft.resources/subscriptions" { #expect(row["name"]?.text == segments.last) }
            if let group = row["resourceGroup"]?.text {
                #expect(segments.count > 3 && group == segments[3].lowercased(), "\(id)")
            }
            if let subscription = row["subscriptionId"]?.text {
                #expect(subscription == segments[1], "\(id)")
            }
        }
    }

    @Test(arguments: Sample.all.map(\.name))
    func idsAreUnique(_ name: String) throws {
        let ids = try #require(Sample.named(name)).rows().compactMap { $0["id"]?.text?.lowercased() }
        #expect(ids.count > 10)
        #expect(Dictionary(grouping: ids) { $0 }.filter { $1.count > 1 }.keys.sorted() == [])
    }

    /// The sketch of the estate, which documentation and screens refer to.
    @Test func theReferenceHasTheAddressesOfItsDesign() throws {
        let expected = [
            "vnet-hub-we": ["10.0.0.0/22"], "vnet-workload": ["10.1.0.0/16"],
            "vnet-application": ["10.2.0.0/16"], "vnet-standalone": ["10.3.0.0/16"],
            "vnet-dev": ["10.4.0.0/16"], "vnet-shared-ne": ["10.101.0.0/24"],
            "vnet-lab": ["10.5.0.0/24", "fd20:5::/48"],
        ]
        var found: [String: [String]] = [:]
        for row in try #require(Sample.named("reference")).rows()
        where row["type"]?.text == "microsoft.network/virtualnetworks" {
            let prefixes = row["properties"]?["addressSpace"]?["addressPrefixes"]?.list
            found[row["name"]?.text ?? ""] = prefixes?.compactMap(\.text)
        }
        #expect(found == expected)
    }

    /// Drift changes an estate; it does not make another one.
    @Test func theDriftedEstateIsTheReferenceWithLosses() throws {
        let reference = try #require(Sample.named("reference")).rows().compactMap { $0["id"]?.text }
        let drifted = Set(try #require(Sample.named("drifted")).rows().compactMap { $0["id"]?.text })
        let lost = reference.filter { !drifted.contains($0) }.compactMap { $0.split(separator: "/").last }
        #expect(lost.sorted() == ["fl-vnet-standalone", "link-hub-we", "link-shared-ne", "m-dev"])
    }
}

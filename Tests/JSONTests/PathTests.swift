import JSON
import Testing

struct PathTests {
    private static let subnet = """
        {"id": "v", "properties": {"subnets": [
          {"name": "a", "properties": {"addressPrefix": "10.0.0.0/24"}}]}}
        """
    private static let flattened = #"{"id": "v", "Subnets": [{"name": "a", "addressPrefix": "10.0.0.0/24"}]}"#

    @Test(arguments: [
        (subnet, "subnets[0].addressPrefix", "properties.subnets[0].properties.addressPrefix"),
        (flattened, "subnets[0].addressPrefix", "Subnets[0].addressPrefix"),
        (subnet, "id", "id"),
    ])
    func followsBothShapes(text: String, asked: String, spelled: String) throws {
        let place = try #require(JSONDocument(text: text).root).locate(asked)
        #expect(place.path == spelled)
        #expect(place.value != nil)
    }

    @Test func whatIsMissingPointsAtTheDeepestParent() throws {
        let place = try #require(JSONDocument(text: Self.subnet).root).locate("subnets[0].routeTable.id")
        #expect(place.value == nil)
        #expect(place.path == "properties.subnets[0].properties.routeTable.id")
        #expect(place.nearest.position.line == 2)
    }

    @Test(arguments: ["", ".", "[", "subnets[9]", "subnets[x].y", "id.more", "subnets[99999999999999999999]"])
    func strangePathsLeadNowhereQuietly(path: String) throws {
        let root = try #require(JSONDocument(text: Self.subnet).root)
        let place = root.locate(path)
        #expect(place.value == nil || place.value?.offset == root.offset)
    }
}

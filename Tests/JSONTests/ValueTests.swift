import JSON
import Testing

@Suite("Values and paths") struct ValueTests {
    private func root(_ text: String) throws -> JSONValue { try #require(JSONDocument(text: text).root) }

    @Test("text is decoded")
    func decoding() throws {
        let values = try root(#"["a\n\t\"\\\/b", "\u00e9\uD83D\uDE00", "\ud83dx", "plain", "\uZZ", ""]"#)
            .elements
        #expect(values.map(\.string) == ["a\n\t\"\\/b", "é😀", "\u{FFFD}x", "plain", "\u{FFFD}ZZ", ""])
    }

    @Test("numbers and booleans, also those in strings")
    func scalars() throws {
        let values = try root(#"[12, "12", 1.5, 1e999, "inf", 9223372036854775808, -3, "x", true, "False"]"#)
            .elements
        #expect(values.map(\.integer) == [12, 12, nil, nil, nil, nil, -3, nil, nil, nil])
        #expect(
            values.map(\.number) == [12, 12, 1.5, nil, nil, 9_223_372_036_854_775_808, -3, nil, nil, nil]
        )
        #expect(values.map(\.bool) == [nil, nil, nil, nil, nil, nil, nil, nil, true, false])
    }

    static let rest = """
        {"Name": "v", "tags": {"a.b": "t"},
         "properties": {"subnets": [
           {"name": "s", "properties": {"networkSecurityGroup": {"id": "/n"}}}
         ], "mode": null}}
        """

    @Test(
        "paths lead through properties and come back as the document spells them",
        arguments: [
            (
                "subnets[0].networkSecurityGroup.id",
                "properties.subnets[0].properties.networkSecurityGroup.id"
            ),
            ("properties.subnets[0].properties.networkSecurityGroup.id", nil),
            ("SUBNETS[0].NAME", "properties.subnets[0].name"), ("name", "Name"), ("mode", "properties.mode"),
            ("tags[\"a.b\"]", "tags[\"a.b\"]"), ("properties.subnets", "properties.subnets"), ("", ""),
        ]
    )
    func present(_ path: String, _ spelled: String?) throws {
        let location = try root(Self.rest).locate(path)
        #expect(location.value != nil)
        #expect(location.path == spelled ?? path)
    }

    @Test(
        "an absent value is where it should stand",
        arguments: [
            ("subnets[0].routeTable.id", "properties.subnets[0].properties.routeTable.id", 3, 32),
            ("subnets[4].name", "properties.subnets[4].name", 2, 28),
            ("encryption.enabled", "properties.encryption.enabled", 2, 16),
            ("tags.owner", "tags.owner", 1, 23), ("subnets[-1]", "properties.subnets[-1]", 2, 28),
            ("subnets[99999999999999999999]", "properties.subnets[\"[99999999999999999999]\"]", 2, 28),
        ]
    )
    func absent(_ path: String, _ spelled: String, _ line: Int, _ column: Int) throws {
        let location = try root(Self.rest).locate(path)
        #expect(location.value == nil)
        #expect(location.path == spelled)
        #expect(location.position == SourcePosition(file: "inline", line: line, column: column))
    }

    @Test("one path fits the flattened form")
    func flattened() throws {
        let location = try root(#"{"subnets": [{"name": "s", "addressPrefix": "10.0.0.0/24"}]}"#)
            .locate("properties.subnets[0].properties.addressPrefix")
        #expect(location.value?.string == "10.0.0.0/24")
        #expect(location.path == "subnets[0].addressPrefix")
    }

    @Test("a document made from a part stands where the part stands")
    func derived() throws {
        let place = SourcePosition(file: "export.json", line: 7, column: 3)
        let document = JSONDocument(text: "{\n\"a\":\n1}", from: place)
        #expect(document.root?.member("a")?.position == place)
    }

    @Test("lines of a value")
    func lines() throws {
        let value = try root(#"{"a":[1,"two",{}],"b":{"c":null},"long":"0123456789"}"#)
        let lines = JSONLines(of: value, longest: 6).map {
            String(repeating: " ", count: $0.depth) + $0.name + $0.text
        }
        #expect(
            lines == [
                "{", " \"a\": [", "  1,", "  \"two\",", "  {}", " ],", " \"b\": {", "  \"c\": null", " },",
                " \"long\": \"01234…", "}",
            ]
        )
        #expect(Array(JSONLines(of: value))[3].offset == 8)
    }

    @Test(
        "broken values have lines, too, and an end",
        arguments: ["{\"a\":", "{\"a\"", "[1,", "{]", "[}", "{,", "x"]
    )
    func brokenLines(_ text: String) throws {
        #expect(Array(JSONLines(of: try root(text)).prefix(20)).count < 20)
    }
}

import JSON
import Testing

struct JSONWriterTests {
    private func write(pretty: Bool) -> String {
        var writer = JSONWriter(pretty: pretty)
        writer.object {
            $0.member("a", "x\"\\\n\u{1}\u{7F}é")
            $0.member("n", nil as Int?)
            $0.object("o") { _ in }
            $0.objects("list", [1, 2]) { $0.member("i", $1) }
            $0.strings("s", ["p", "q"])
            $0.member("b", true)
        }
        return writer.text
    }

    @Test func onOneLine() {
        let expected =
            #"{"a":"x\"\\\n\u0001\u007fé","n":null,"o":{},"list":[{"i":1},{"i":2}],"s":["p","q"],"b":true}"#
        #expect(write(pretty: false) == expected)
    }

    @Test func indented() {
        let lines = write(pretty: true).split(separator: "\n")
        #expect(lines.first == "{" && lines.last == "}")
        #expect(lines.contains(#"  "o": {},"#))
        #expect(lines.contains(#"      "i": 1"#))
    }

    @Test func readsBack() throws {
        let root = try #require(JSONDocument(text: write(pretty: true)).root)
        #expect(root.member("a")?.string == "x\"\\\n\u{1}\u{7F}é")
        #expect(root.member("list")?.elements.count == 2)
        #expect(root.member("n")?.isNull == true)
    }
}

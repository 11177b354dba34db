import JSON
import Testing
import Topology

@Suite struct SettingTests {
    private func fields(_ text: String) throws -> JSONObject {
        try #require(JSONDocument(text: text).root).fields
    }

    @Test func absentUnknownAndSetStayApart() throws {
        let fields = try fields(
            #"{"a":true,"b":"yes","c":null,"d":{"$symbolic":"[reference('x')]"},"e":"False"}"#
        )
        #expect(fields.flag("A") == .set(true))
        #expect(fields.flag("e") == .set(false))
        #expect(fields.flag("c") == .absent)
        #expect(fields.flag("missing") == .absent)
        #expect(fields.flag("b").reason == #"b should be true or false, the input has "yes""#)
        #expect(fields.flag("d").reason == "only Azure knows [reference('x')]")
    }

    @Test func whatIsInsideAnUnknownObjectIsUnknown() throws {
        let fields = try fields(
            #"{"sku":{"$symbolic":"[variables('sku')]"},"subnet":{"$symbolic":"[s]"},"nsg":{"id":null},"rt":{"id":5}}"#
        )
        #expect(fields.inner("sku").text("name").reason == "only Azure knows [variables('sku')]")
        #expect(fields.link("subnet").reason == "only Azure knows [s]")
        #expect(fields.link("nsg") == .absent)
        #expect(fields.link("rt").reason != nil)
        #expect(fields.inner("missing").text("name") == .absent)
    }

    @Test(arguments: [
        ("7", 7), ("7.0", 7), (#""7""#, 7), ("-0", 0),
    ])
    func wholeNumbers(_ text: String, _ number: Int) throws {
        #expect(try fields(#"{"n":\#(text)}"#).number("n") == .set(number))
    }

    @Test(arguments: ["7.5", "1e400", "-1e400", "9223372036854775808", #""x""#, "[]", "true"])
    func otherNumbersAreUnknown(_ text: String) throws {
        #expect(try fields(#"{"n":\#(text)}"#).number("n").reason != nil)
    }

    @Test func choices() throws {
        let fields = try fields(#"{"a":"INBOUND","b":"sideways"}"#)
        #expect(fields.choice("a", of: SecurityRule.Direction.self) == .set(.inbound))
        #expect(
            fields.choice("b", of: SecurityRule.Direction.self).reason?.contains("one of inbound, outbound")
                == true
        )
    }

    @Test func listsTakeSingularAndPlural() throws {
        let fields = try fields(#"{"p":"10.0.0.0/8","ps":["10.1.0.0/16",5,null,"bad/99"],"e":""}"#)
        #expect(fields.addresses("p", "ps", "e").map(\.text) == ["10.0.0.0/8", "10.1.0.0/16", "5", "bad/99"])
        #expect(fields.addresses("p", "ps", "e").prefixes.count == 2)
    }

    @Test func words() {
        #expect(Setting.set("Deny").is("Allow", "deny") && !Setting<String>.absent.is("deny"))
    }
}

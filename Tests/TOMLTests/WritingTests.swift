import TOML
import Testing

@Suite struct WritingTests {
    @Test func whatIsQuotedIsReadBackExactly() {
        let all = String(String.UnicodeScalarView((0...0x2100).compactMap(Unicode.Scalar.init)))
        for text in ["", "plain", "\"\"\" '''", "\\u0041", "a\r\nb", "e\u{301}", "🚀", all] {
            let document = TOMLDocument("\(TOML.key(text)) = \(TOML.quoted(text))")
            #expect(document.problems.isEmpty)
            let entry = document.root.entries.first
            #expect(entry?.key.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
            #expect(entry?.value.string?.unicodeScalars.elementsEqual(text.unicodeScalars) == true)
        }
    }

    @Test func nothingThatStirsATerminalIsWritten() {
        #expect(TOML.quoted("a\u{1B}[31m\u{9B}\n\"\\") == #""a\u001B[31m\u009B\n\"\\""#)
    }

    @Test func aKeyHasQuotesOnlyWhereItNeedsThem() {
        #expect(TOML.key("a-b_1") == "a-b_1")
        #expect(TOML.key("a.b") == "\"a.b\"")
        #expect(TOML.key("") == "\"\"")
    }

    @Test func theNearestWordIsFound() {
        let words = ["control", "reason", "owner"]
        #expect(NearestWord.to("resaon", among: words) == "reason")
        #expect(NearestWord.to("team", among: words) == nil)
        #expect(NearestWord.to("x", among: []) == nil)
    }
}

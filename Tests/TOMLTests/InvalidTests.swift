import TOML
import Testing

/// Texts with one thing wrong, and where it is.
@Suite struct InvalidTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let line: Int
        let column: Int
        let message: String

        init(_ text: String, _ line: Int, _ column: Int, _ message: String) {
            self.text = text
            self.line = line
            self.column = column
            self.message = message
        }

        var testDescription: String { text.debugDescription }
    }

    private static let lines: [Example] = [
        Example("a", 1, 2, "expected = after a key, found the end of the file"),
        Example("a =", 1, 4, "expected a value, found the end of the file"),
        Example("a = \nb = 1", 1, 5, "expected a value, found the end of the line"),
        Example("= 1", 1, 1, "expected a key, found \"=\""),
        Example("a = 1 b = 2", 1, 7, "expected the end of the line, found \"b\""),
        Example("a.. = 1", 1, 3, "expected a key, found \".\""),
        Example("é = 1", 1, 1, "expected a key, found \"é\""),
        Example("a b = 1", 1, 3, "expected = after a key, found \"b\""),
        Example("\"\"\"a\"\"\" = 1", 1, 3, "expected = after a key, found \"\"\""),
        Example("a = 1\rb = 2", 1, 6, "expected the end of the line, found the character U+D"),
        Example("a = 1 # \u{1}", 1, 9, "expected a character of a comment, found the character U+1"),
        Example("[=]", 1, 2, "expected a key, found \"=\""),
        Example("[]", 1, 2, "expected a key, found \"]\""),
        Example("[a]]", 1, 4, "expected the end of the line, found \"]\""),
        Example("[[a]", 1, 5, "expected ]] after a key, found the end of the file"),
        Example("[[a] ]", 1, 5, "expected ]] after a key, found a blank"),
        Example("[ [a]]", 1, 3, "expected a key, found \"[\""),
        Example("[a\n]", 1, 3, "expected ] after a key, found the end of the line"),
    ]

    private static let values: [Example] = [
        Example("a = \"x", 1, 5, "a text is not closed with \""),
        Example("a = 'x\n'", 1, 5, "a text is not closed with '"),
        Example("a = \"\"\"x\ny\"\"", 1, 5, "a text is not closed with \"\"\""),
        Example("a = \"\\q\"", 1, 7, "expected one of b t n f r u U \" \\ after \\, found \"q\""),
        Example("a = \"\\u12g4\"", 1, 10, "expected 4 hexadecimal digits, found \"g\""),
        Example("a = \"\\ud800\"", 1, 6, "there is no character U+D800"),
        Example("a = \"\\UFFFFFFFF\"", 1, 6, "there is no character U+FFFFFFFF"),
        Example("a = \"x\u{7F}\"", 1, 7, "expected a character of a text, found the character U+7F"),
        Example("a = '''\n\r'''", 2, 1, "expected a character of a text, found the character U+D"),
        Example("a = yes", 1, 5, "yes is no value; a text stands in quotes"),
        Example("a = True", 1, 5, "True is no value; a text stands in quotes"),
        Example("a = 9223372036854775808", 1, 5, "9223372036854775808 does not fit into 64 bits"),
        Example("a = -9223372036854775809", 1, 5, "-9223372036854775809 does not fit into 64 bits"),
        Example("a = 0xFFFFFFFFFFFFFFFF", 1, 5, "0xFFFFFFFFFFFFFFFF does not fit into 64 bits"),
        Example("a = 1e999", 1, 5, "1e999 does not fit into 64 bits"),
        Example("a = [1, 2", 1, 5, "an array is not closed with ]"),
        Example("a = [1 2]", 1, 8, "expected a comma or ], found \"2\""),
        Example("a = [,]", 1, 6, "expected a value, found \",\""),
        Example("a = [1,,2]", 1, 8, "expected a value, found \",\""),
        Example("a = {b = 1,}", 1, 12, "expected a key, found \"}\""),
        Example("a = {b = 1\n}", 1, 11, "expected a comma or } on the same line, found the end of the line"),
        Example("a = {b = 1, b = 2}", 1, 13, "b is set a second time"),
        Example("a = {b = {c = 1}, b.d = 2}", 1, 19, "b is set to a value already and cannot be a table"),
    ]

    private static let tables: [Example] = [
        Example("a = 1\n'a' = 2", 2, 1, "a is set a second time"),
        Example("\"x y\" = 1\n\"x y\" = 2", 2, 1, "\"x y\" is set a second time"),
        Example("a = 1\na.b = 2", 2, 1, "a is set to a value already and cannot be a table"),
        Example("[a]\n[a]", 2, 2, "[a] is there already"),
        Example("a = 1\n[a]", 2, 2, "a is set to a value already and cannot be a table"),
        Example("[a]\nb = 1\n[a.b]", 3, 4, "b is set to a value already and cannot be a table"),
        Example("a = []\n[[a]]", 2, 3, "a is set to a value already and cannot be a table"),
        Example("[[a]]\n[a]", 2, 2, "expected [[a]], as there are several"),
        Example("[a]\n[[a]]", 2, 3, "a is one table already and cannot be several"),
        Example("a = {}\n[a.b]", 2, 2, "a is set to a value already and cannot be a table"),
        Example("a = {}\na.b = 1", 2, 1, "a is set to a value already and cannot be a table"),
        Example("[a]\nb.c = 1\n[a.b]", 3, 4, "[a.b] is there already"),
        Example(
            "[a.b.c]\nz = 9\n[a]\nb.c.t = 1",
            4,
            3,
            "c has a header of its own; keys with dots cannot add to it"
        ),
        Example("[[a.b]]\n[a]\nb.y = 2", 3, 1, "b has a header of its own; keys with dots cannot add to it"),
        Example(
            "[a.b]\n[a]\nb.x = 1\n[a.b]",
            3,
            1,
            "b has a header of its own; keys with dots cannot add to it"
        ),
    ]

    @Test(arguments: lines + values + tables)
    func isToldWithItsPlace(_ example: Example) {
        let problem = TOMLDocument(example.text).problems.first
        #expect(problem?.message == example.message)
        #expect(problem?.position == TOMLPosition(line: example.line, column: example.column))
    }

    @Test(arguments: [
        "01", "+01", "-", "+", "1_", "_1", "1__0", "0x", "0xG", "+0x1", "-0b1", "0b2", "0o8", "0X1", "1.",
        ".5", "1.e5",
        "1e", "1e+", "1_.5", "1._5", "1e1.5", "1.2.3", "infinity", "Nan", "+true", "0_1", "0x_1", "--1", "1a",
    ])
    func isNoNumber(value: String) { expectRefused(value) }

    @Test(arguments: [
        "1979-13-01", "1979-00-01", "1979-02-29", "1900-02-29", "1979-04-31", "1979-05-00", "1979-5-27",
        "79-05-27",
        "1979-05-27T", "1979-05-27T24:00:00", "1979-05-27T23:60:00", "1979-05-27T23:59:61",
        "1979-05-27T07:32",
        "1979-05-27T07:32:00+24:00", "1979-05-27T07:32:00+01:60", "1979-05-27T07:32:00+1", "07:32", "7:32:00",
        "07:32:00.",
        "07:32:00Z", "1979-05-27  07:32:00", "1979-05-27 07:32", "1979-05-27X07:32:00", "10:00:00:00",
    ])
    func isNoTime(value: String) { expectRefused(value) }

    private func expectRefused(_ value: String) {
        let document = TOMLDocument("a = \(value)\nb = 1")
        #expect(document.problems.map(\.position.line) == [1])
        #expect(document.root.shown == "{b: 1}")
    }

    @Test(arguments: [
        ("a = \n[b\nc = 1\n[d]\ne = 2\n=\nf = 3", [1, 2, 6], "{d: {e: 2, f: 3}}"),
        ("a = [1,\n\n[t]\nb = 1", [3], "{t: {b: 1}}"), ("a = [\n x,\n 2,\n]\nb = 1", [2], "{b: 1}"),
        ("a = '''\nb = 1\n[t]\nc = 2", [1], "{b: 1, t: {c: 2}}"),
        ("a = '''\n\u{1}\nb = 1'''\nc = 2", [2], "{c: 2}"),
        ("[t]\na = 1\n[t]\na = 2\nb = 3", [3, 4], "{t: {a: 1, b: 3}}"),
        ("a = {\n b = 1\n}\nc = 1", [1, 3], "{b: 1, c: 1}"),
    ])
    func whatIsBrokenCostsLittleElse(text: String, lines: [Int], shown: String) {
        let document = TOMLDocument(text)
        #expect(document.problems.map(\.position.line) == lines)
        #expect(document.root.shown == shown)
    }
}

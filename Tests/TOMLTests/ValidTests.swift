import TOML
import Testing

/// What the language says about each of its parts, one example each.
@Suite struct ValidTests {
    @Test(arguments: [
        ("", "{}"), ("\u{FEFF}a = 1", "{a: 1}"), ("# only a comment", "{}"),
        ("a = 1\r\nb = 2\r\n", "{a: 1, b: 2}"),
        ("\t a\t=\t1\t# one", "{a: 1}"), ("1234 = 1", "{1234: 1}"), ("bare_key-1 = 1", "{bare_key-1: 1}"),
        (
            "\"127.0.0.1\" = 1\n'quoted \"x\"' = 2\nʎ = 3".replacing("ʎ", with: "\"ʎ\""),
            "{127.0.0.1: 1, quoted \"x\": 2, ʎ: 3}"
        ),
        ("\"\" = 1", "{: 1}"), ("a.b.c = 1\na.b.d = 2\na.'x y' = 3", "{a: {b: {c: 1, d: 2}, x y: 3}}"),
        ("a . b = 1", "{a: {b: 1}}"), ("3.14 = 1", "{3: {14: 1}}"), ("true = false", "{true: false}"),
        // Composed and not: two keys.
        ("\"\\u00e9\" = 1\n\"e\\u0301\" = 2", "{\u{E9}: 1, e\u{301}: 2}"),
    ])
    func keys(text: String, shown: String) { expect(text, shown) }

    @Test(arguments: [
        (#""plain""#, "‹plain›"), (#""""#, "‹›"), ("''", "‹›"),
        (#""\b\t\n\f\r\"\\\u00E9\U0001F680""#, "‹\u{8}\t\n\u{C}\r\"\\é🚀›"), (#"'C:\dir\n'"#, #"‹C:\dir\n›"#),
        ("\"\"\"\nRoses\nViolets\"\"\"", "‹Roses\nViolets›"), ("\"\"\"\r\na\"\"\"", "‹a›"),
        ("\"\"\"\nThe quick \\\n\n\n   brown \\  \n  fox\\\n  \"\"\"", "‹The quick brown fox›"),
        ("\"\"\"two \"\" three \"\"\\\" end\"\"\"\"\"", "‹two \"\" three \"\"\" end\"\"›"),
        ("\"\"\"\"\"\"", "‹›"),
        ("'''\nI [dw]on't\n # no \\comment\n'''", "‹I [dw]on't\n # no \\comment\n›"),
        ("''''one' two'''''", "‹'one' two''›"),
        ("\"tab\there\" # \"comment\"", "‹tab\there›"),
    ])
    func texts(value: String, shown: String) { expect("k = \(value)", "{k: \(shown)}") }

    @Test(arguments: [
        ("+99", "99"), ("0", "0"), ("-0", "0"), ("1_000", "1000"), ("1_2_3", "123"),
        ("0xDEAD_beef", "3735928559"),
        ("0o755", "493"), ("0b1101_0110", "214"), ("0x00", "0"),
        ("9223372036854775807", "9223372036854775807"),
        ("-9223372036854775808", "-9223372036854775808"), ("3.14", "3.14f"), ("-0.01", "-0.01f"),
        ("+1.0", "1.0f"),
        ("5e+22", "5e+22f"), ("1e06", "1000000.0f"), ("-2E-2", "-0.02f"), ("6.626e-34", "6.626e-34f"),
        ("224_617.445_991", "224617.445991f"), ("-0.0", "-0.0f"), ("inf", "inff"), ("+inf", "inff"),
        ("-inf", "-inff"),
        ("nan", "nanf"), ("-nan", "nanf"), ("1e-400", "0.0f"), ("true", "true"), ("false", "false"),
    ])
    func numbers(value: String, shown: String) { expect("k = \(value)", "{k: \(shown)}") }

    @Test(arguments: [
        ("1979-05-27T07:32:00Z", "offsetDateTime"), ("1979-05-27T00:32:00.999999-07:00", "offsetDateTime"),
        ("1979-05-27 07:32:00z", "offsetDateTime"), ("1979-05-27t07:32:00", "localDateTime"),
        ("1979-05-27 00:32:00.5", "localDateTime"), ("2000-02-29", "localDate"), ("07:32:00", "localTime"),
        ("00:32:00.999999", "localTime"), ("1990-12-31T23:59:60Z", "offsetDateTime"),
    ])
    func times(value: String, kind: String) { expect("k = \(value) # then", "{k: \(kind) \(value)}") }

    @Test(arguments: [
        ("k = []", "{k: []}"), ("k = [ 1, 2, 3 ]", "{k: [1, 2, 3]}"),
        ("k = [1, 'a', [2.0, []]]", "{k: [1, ‹a›, [2.0f, []]]}"),
        ("k = [\n # first\n 1, # one\n\n 2,\r\n # last\n]\nj = 1", "{k: [1, 2], j: 1}"),
        ("k = [\"]\", '#']", "{k: [‹]›, ‹#›]}"),
        ("k = [{a = 1}, {b.c = [\n2]}]", "{k: [{a: 1}, {b: {c: [2]}}]}"),
        ("k = {}", "{k: {}}"), ("k = { a = 1, b.c = 2, b.d = 3 }", "{k: {a: 1, b: {c: 2, d: 3}}}"),
        ("k = [1979-05-27 #7:\n]", "{k: [localDate 1979-05-27]}"),
        ("k = [1979-05-27, 07:32:00]", "{k: [localDate 1979-05-27, localTime 07:32:00]}"),
        ("k={a='''x\ny''',b=1}", "{k: {a: ‹x\ny›, b: 1}}"),
    ])
    func arraysAndInlineTables(text: String, shown: String) { expect(text, shown) }

    @Test(arguments: [
        ("[t]\na = 1\n[u]", "{t: {a: 1}, u: {}}"), ("[ a . 'b.c' ]\nd = 1", "{a: {b.c: {d: 1}}}"),
        ("[a.b.c]\nx=1\n[a]\ny=2\n[a.b]\nz=3", "{a: {b: {c: {x: 1}, z: 3}, y: 2}}"),
        (
            "[fruit]\napple.color = 1\napple.taste.sweet = true\n[fruit.apple.texture]\nsmooth = true",
            "{fruit: {apple: {color: 1, taste: {sweet: true}, texture: {smooth: true}}}}"
        ),
        ("[[p]]\nn = 1\n[[p]]\n[[p]]\nn = 3", "{p: [{n: 1}, {}, {n: 3}]}"),
        (
            "[[f]]\nn='apple'\n[f.p]\nc='red'\n[[f.v]]\nn=1\n[[f.v]]\nn=2\n[[f]]\n[[f.v]]\nn=3",
            "{f: [{n: ‹apple›, p: {c: ‹red›}, v: [{n: 1}, {n: 2}]}, {v: [{n: 3}]}]}"
        ),
        ("[a.b.c]\n[a]\nb.x = 1", "{a: {b: {c: {}, x: 1}}}"),
        ("a.b = 1\n[a.c]\nd = 2", "{a: {b: 1, c: {d: 2}}}"),
    ])
    func tables(text: String, shown: String) { expect(text, shown) }

    @Test func everythingKnowsItsPlace() throws {
        let document = TOMLDocument("a = 'é' # x\n\n# about t\n[t]\nk = [1,\n  { b.c = 2 }]\n[[u.v]]\n\n")
        #expect(document.problems.isEmpty)
        func place(_ value: TOMLValue?) -> [Int?] { [value?.position.line, value?.position.column] }
        #expect(place(document.root["a"]) == [1, 5])
        let table = try #require(document.root["t"])
        #expect(place(table) == [4, 1])
        let values = try #require(table.table?["k"]?.array)
        #expect(place(table.table?["k"]) == [5, 5])
        #expect(place(values[0]) == [5, 6] && place(values[1]) == [6, 3])
        let inner = try #require(values[1].table?["b"])
        #expect(place(inner) == [6, 5] && place(inner.table?["c"]) == [6, 11])
        #expect(inner.table?.entries.first?.position == TOMLPosition(line: 6, column: 7))
        #expect(place(document.root["u"]?.table?["v"]?.array?.first) == [7, 1])
        #expect(document.headers.map(\.description) == ["[t]", "[[u.v]]"])
        #expect(document.headers.map(\.leadLine) == [2, 7])
        #expect(document.tailLine == 8)
    }

    private func expect(_ text: String, _ shown: String) {
        let document = TOMLDocument(text)
        #expect(document.problems == [])
        #expect(
            document.root.shown.unicodeScalars.elementsEqual(shown.unicodeScalars),
            "\(document.root.shown)"
        )
    }
}

import Testing

@testable import Canvas

@Suite struct TextTests {
    /// A text, what of it may reach a terminal, and how many columns that takes.
    static let table: [(text: String, safe: String, columns: Int)] = [
        ("", "", 0),
        ("vnet-hub", "vnet-hub", 8),
        ("résumé", "résumé", 6),
        ("e\u{301}te\u{301}", "e\u{301}te\u{301}", 3),
        ("日本", "日本", 4),
        ("ｗｉｄｅ", "ｗｉｄｅ", 8),
        ("한국", "한국", 4),
        ("한", "한", 2),
        ("👩", "👩", 2),
        ("👩\u{200D}💻", "👩", 2),
        ("👍🏽", "👍", 2),
        ("❤\u{FE0F}", "❤", 1),
        ("1\u{FE0F}\u{20E3}", "1", 1),
        ("🇩🇪", "D", 1),
        ("क्ष", "क\u{94D}", 1),
        ("a\u{1B}[31mb", "a·[31mb", 7),
        ("a\nb", "a·b", 3),
        ("a\r\nb", "a·b", 3),
        ("a\tb", "a·b", 3),
        ("a\u{7F}b\u{9B}c", "a·b·c", 5),
        ("x\u{202E}txt.exe", "x·txt.exe", 9),
        ("x\u{2066}y\u{2069}", "x·y·", 4),
        ("a\u{200B}b", "a·b", 3),
        ("a\u{FEFF}b", "a·b", 3),
        ("a\u{AD}b", "a·b", 3),
        ("a\u{A0}b", "a b", 3),
        ("a\u{3000}b", "a b", 3),
        ("\u{301}", "·", 1),
        ("\u{E000}", "·", 1),
        ("\u{2028}\u{2029}", "··", 2),
        ("\u{1160}", "·", 1),
        ("\u{E0041}", "·", 1),
        ("\0", "·", 1),
    ]

    @Test(arguments: table)
    func safeFormAndColumns(row: (text: String, safe: String, columns: Int)) {
        #expect(Array(row.text.sanitised.unicodeScalars) == Array(row.safe.unicodeScalars))
        #expect(row.text.columns == row.columns)
    }

    @Test func aClusterKeepsNoMoreMarksThanACellHolds() {
        let zalgo = "a" + String(repeating: "\u{301}", count: 40)
        let safe = zalgo.sanitised
        #expect(safe.unicodeScalars.count <= 5)
        #expect(safe.columns == 1)
    }

    /// Every scalar there is, as a text of its own, is one or two columns and nothing that steers a terminal.
    @Test func everyScalarHasACellForm() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let form = Character(scalar).cellForm
            let first = form.character.unicodeScalars[form.character.unicodeScalars.startIndex]
            let isSteering = first.value < 0x20 || (first.value >= 0x7F && first.value < 0xA0)
            let isFormat = first.properties.generalCategory == .format
            if isSteering || isFormat || !(1...2).contains(form.columns) { Issue.record("U+\(value)") }
        }
    }

    @Test(arguments: [
        ("vnet-hub-westeurope", 10, "vnet-hub-…", "vnet-…rope"),
        ("vnet-hub", 8, "vnet-hub", "vnet-hub"),
        ("vnet-hub", 1, "…", "…"),
        ("vnet-hub", 0, "", ""),
        ("vnet-hub", -3, "", ""),
        ("日本語名前", 6, "日本…", "日…前"),
        ("日本語名前", 7, "日本語…", "日…前"),
        ("a\nb\nc", 4, "a·b…", "a·…c"),
    ])
    func truncated(text: String, columns: Int, end: String, middle: String) {
        #expect(text.truncated(to: columns) == end)
        #expect(text.truncated(to: columns, at: .middle) == middle)
    }

    @Test func padded() {
        #expect("ab".padded(to: 5) == "ab   ")
        #expect("ab".padded(to: 5, .trailing) == "   ab")
        #expect("ab".padded(to: 5, .center) == " ab  ")
        #expect("日本".padded(to: 3) == "日…")
        #expect("日本語".padded(to: 4) == "日… ")
    }

    @Test(arguments: [
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("the quick brown fox", 9, ["the quick", "brown fox"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("a abcdefghij", 4, ["a", "abcd", "efgh", "ij"]),
        ("日本語名前", 5, ["日本", "語名", "前"]),
        ("one\n\ntwo", 10, ["one", "", "two"]),
        ("", 10, [""]),
        ("abc", 0, ["a", "b", "c"]),
    ])
    func wrapped(text: String, columns: Int, lines: [String]) {
        #expect(text.wrapped(to: columns) == lines)
    }

    @Test func wrappedLinesKeepStylesAndIndent() {
        let line: StyledLine = [Span("Evidence ", .strong), Span("dhGroup is DHGroup2", .muted)]
        let wrapped = line.wrapped(to: 16, indent: 2)
        #expect(wrapped.map(\.text) == ["Evidence dhGroup", "  is DHGroup2"])
        #expect(wrapped[0].spans.map(\.style.role) == [.strong, .muted])
    }

    @Test("Wrapped lines keep every letter, keep to the width, and cut only words that are too long")
    func wrappingLosesNothing() {
        var chance = Chance(7)
        for _ in 0..<2_000 {
            let columns = Int.random(in: 2...40, using: &chance)
            let indent = Int.random(in: 0...20, using: &chance)
            let words = (0..<Int.random(in: 1...9, using: &chance)).map { _ in
                String((0..<Int.random(in: 1...50, using: &chance)).map { _ in Self.letter(&chance) })
            }
            let spans = words.map { Span($0 + " ", Bool.random(using: &chance) ? .text : .accent) }
            let lines = StyledLine(spans).wrapped(to: columns, indent: indent)
            let room = columns - max(0, min(indent, columns - 8))
            let message: Comment = "\(words) in \(columns) with \(indent)"
            #expect(lines.map(\.text).joined().filter { $0 != " " } == words.joined(), message)
            for (row, line) in lines.enumerated() {
                #expect(line.columns <= columns, message)
                let start = line.text.prefix { $0 == " " }.count
                #expect(row == 0 || lines.count == 1 || start == columns - room, message)
            }
            for word in words where word.columns <= room {
                #expect(lines.contains { $0.text.contains(word) }, message)
            }
        }
    }

    private static func letter(_ chance: inout Chance) -> Character {
        ["a", "b", ".", "/", "日", "é"].randomElement(using: &chance) ?? "a"
    }

    @Test func aLongWordBeginsAnewOnTheNarrowerLine() {
        let lines = StyledLine("  has  properties.httpListeners").wrapped(to: 26, indent: 6)
        #expect(lines.map(\.text) == ["  has", "      properties.httpListe", "      ners"])
    }
}

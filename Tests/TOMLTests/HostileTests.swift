import TOML
import Testing

/// Whatever the bytes are, the reader ends and points into them.
@Suite struct HostileTests {
    private static let seeds = [
        "a.b = [1, 'x', {c = 0xF, d = \"\\u00e9\"}]\n", "[[t.u]] # x\nk = \"\"\"\na\\\n  b\"\"\"\n",
        "[t]\r\nd = 1979-05-27 07:32:00.5+01:00\n", "'k' = '''\n'x'''''\n[a.\"b\"]\nn = -1_0.5e+3\n",
        "é = [\n # c\n 1,\n]\n",
    ]
    private static let tokens = [
        "[", "]", "[[", "]]", "{", "}", "=", ",", ".", "\n", "\r\n", "\"", "'", "\"\"\"", "'''", "\\", "\\u",
        "#", " ", "a",
        "0", "1e", "-", ":", "_", "\u{0}", "\u{1B}", "\u{FEFF}", "🚀", "é", "9999999999999999999", "[t]\n",
        "a=1\n",
    ]

    @Test(arguments: 0..<10)
    func brokenBytesDoNoHarm(seed: Int) throws {
        var chance = Chance(UInt64(seed))
        for _ in 0..<10_000 {
            var bytes: [UInt8] = []
            if Bool.random(using: &chance) {
                bytes = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &chance)].utf8)
                for _ in 0..<Int.random(in: 1...4, using: &chance) {
                    let place = Int.random(in: 0..<bytes.count, using: &chance)
                    switch Int.random(in: 0...2, using: &chance) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &chance)
                    case 1: if bytes.count > 1 { bytes.remove(at: place) }
                    default: bytes.insert(contentsOf: token(&chance), at: place)
                    }
                }
            } else {
                for _ in 0..<Int.random(in: 0...16, using: &chance) { bytes += token(&chance) }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            try expectPlaces(TOMLDocument(text), in: text)
        }
    }

    private func token(_ chance: inout Chance) -> [UInt8] {
        Array(Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &chance)].utf8)
    }

    private func expectPlaces(_ document: TOMLDocument, in text: String) throws {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map(\.count)
        var last = 1
        for problem in document.problems {
            let (line, column) = (problem.position.line, problem.position.column)
            try #require(line >= last && line <= lines.count && column >= 1, "\(text.debugDescription)")
            try #require(column <= lines[line - 1] + 1, "\(text.debugDescription)")
            try #require(problem.message.unicodeScalars.allSatisfy { $0 >= " " }, "\(text.debugDescription)")
            last = line
        }
        try #require(document.tailLine >= 1 && document.tailLine <= lines.count + 1)
    }

    /// A reader that goes back, or copies what it has, would take minutes for these.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "[", "{", "a=[\n", "[[a]]\n", "a.", "a={a=", "\"\"\"", "a='''\n", "a=\"\"\"\\\n", "'''", "a=[#\n",
            "1", "a=[1,\n",
            "\\", "[a]\n", "[a.a]\n", "a=1\n", " ", "\n", "a=[[\n", "\"",
        ]
    )
    func muchOfOneThingTakesNoTime(piece: String) {
        let count = 100_000 / piece.utf8.count
        let repeated = String(repeating: piece, count: count)
        for text in [repeated, "a = " + repeated, "a = [" + repeated, "a = '''" + repeated] {
            #expect(TOMLDocument(text).problems.count <= count + 1)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func manyKeysTakeNoTime() {
        let count = 10_000
        let keys = (0..<count).map { "k\($0) = \($0)\n" }.joined()
        let tables = (0..<count).map { "[t\($0).u]\nd.e = 1\n" }.joined()
        let document = TOMLDocument(keys + tables)
        #expect(document.problems.isEmpty)
        #expect(document.root.entries.count == 2 * count)
    }

    @Test(arguments: [
        ("a = " + String(repeating: "[", count: 63) + String(repeating: "]", count: 63), true),
        ("a = " + String(repeating: "[", count: 65) + String(repeating: "]", count: 65), false),
        (String(repeating: "a.", count: 63) + "a = 1", true),
        (String(repeating: "a.", count: 64) + "a = 1", false),
        ("[" + String(repeating: "a.", count: 62) + "a]\nb = []", true),
        ("[" + String(repeating: "a.", count: 63) + "a]\nb = []", false),
        ("[" + String(repeating: "a.", count: 64) + "a]\nb = 1", false),
        ("a = " + String(repeating: "{a.a=", count: 40) + "1" + String(repeating: "}", count: 40), false),
        ("[[" + String(repeating: "a.", count: 63) + "a]]", false),
    ])
    func nestingIsBounded(text: String, isRead: Bool) {
        let problems = TOMLDocument(text).problems
        #expect(problems.map(\.message) == (isRead ? [] : ["nested deeper than 64 levels"]))
    }
}

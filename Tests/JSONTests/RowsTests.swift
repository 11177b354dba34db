import JSON
import Testing

@Suite("Rows in pieces") struct RowsTests {
    /// More than one piece of rows, each with brackets, quotes and escapes in its strings.
    private static func rows(_ count: Int) -> [String] {
        (0..<count).map { #"{"id":"/r/\#($0)","note":"} ] \" \\","list":[{"a":[\#($0)]}]}"# }
    }

    private func ids(_ rows: JSONRows) -> (ids: [String], faults: [JSONFault]) {
        var ids: [String] = []
        var faults: [JSONFault] = []
        for piece in 0..<rows.pieces {
            faults +=
                rows.read(piece: piece, lenient: false) { row in
                    ids.append(row.object?["id"]?.string ?? "?")
                }.faults
        }
        return (ids, faults)
    }

    private func outline(_ text: String) throws -> JSONOutline {
        guard case .one(let outline) = JSONDocument(text: text).content(lenient: false) else {
            throw Missing()
        }
        return outline
    }

    private struct Missing: Error {}

    @Test("an array and a member that is one give every row once, in order")
    func arrays() throws {
        let text = Self.rows(20_000)
        let expected = (0..<20_000).map { "/r/\($0)" }
        let plain = try outline("[" + text.joined(separator: ",\n") + "]")
        let own = try #require(plain.rows(of: plain.value))
        #expect(own.pieces > 3)
        #expect(ids(own).ids == expected)
        let wrapped = try outline(
            "{\"count\":2,\"data\":[" + text.joined(separator: ",") + "],\"next\":null}"
        )
        let data = try #require(wrapped.object?["data"])
        let inner = try #require(wrapped.rows(of: data))
        #expect(ids(inner).ids == expected)
        #expect(ids(inner).faults.isEmpty)
        #expect(wrapped.object?["next"]?.isNull == true)
        #expect(wrapped.hasUnreadArrays)
    }

    @Test("lines stand on their own: a broken one costs itself alone")
    func lines() throws {
        var text = Self.rows(20_000)
        text[5] = #"{"id":"/r/5","open":["#
        text[15_000] = #"{"id":"/r/15000" "x"}"#
        let document = JSONDocument(text: text.joined(separator: "\n"))
        guard case .several(let rows) = document.content(lenient: false) else { throw Missing() }
        let (found, faults) = ids(rows)
        let lost = Set(["/r/5", "/r/15000"])
        #expect(found == (0..<20_000).map { "/r/\($0)" }.filter { !lost.contains($0) })
        // The array left open in line 6 takes line 7 for its element; line 8 is what does not fit.
        #expect(faults.map { document.position(at: $0.offset).line } == [8, 15_001])
    }

    @Test("what was read before the end of a cut-off file is there", arguments: ["", ",", ",{\"id\":\"/r/x"])
    func cutOff(_ end: String) throws {
        let outline = try outline("{\"data\":[" + Self.rows(10_000).joined(separator: ",") + end)
        let data = try #require(outline.object?["data"])
        let rows = try #require(outline.rows(of: data))
        let (found, faults) = ids(rows)
        #expect(found.count == 10_000)
        #expect(faults.count == 1)
    }

    @Test("a file that ends behind a long array misses its closing bracket")
    func missingBracket() throws {
        let outline = try outline("{\"data\":[" + Self.rows(10_000).joined(separator: ",") + "]")
        #expect(outline.fault?.message.hasPrefix("the input ends where ',' or '}' should follow") == true)
    }

    @Test("broken in the middle: the fault has its place, and everything before it is read")
    func middle() throws {
        var text = Self.rows(10_000)
        text[7_000] = #"{"id":"/r/7000","a":[1}"#
        let outline = try outline("[" + text.joined(separator: ",\n") + "]")
        let rows = try #require(outline.rows(of: outline.value))
        var before: [String] = []
        var fault: JSONFault?
        for piece in 0..<rows.pieces where fault == nil {
            fault =
                rows.read(piece: piece, lenient: false) { before.append($0.object?["id"]?.string ?? "?") }
                .faults.first
        }
        #expect(before.count == 7_000)
        let place = outline.value.document.position(at: try #require(fault).offset)
        #expect(place == SourcePosition(file: "inline", line: 7_001, column: 23))
    }

    @Test("positions are exact far into a file of one line and of many")
    func positions() throws {
        let one = JSONDocument(text: "[" + String(repeating: "1,", count: 200_000) + "2]")
        #expect(one.position(at: 400_001) == SourcePosition(file: "inline", line: 1, column: 400_002))
        let many = JSONDocument(text: String(repeating: "12345678\n", count: 50_000))
        #expect(many.position(at: 9 * 40_000) == SourcePosition(file: "inline", line: 40_001, column: 1))
        #expect(many.position(at: 9 * 40_000 - 1) == SourcePosition(file: "inline", line: 40_000, column: 9))
        #expect(many.position(at: 9 * 7_281 + 7) == SourcePosition(file: "inline", line: 7_282, column: 8))
        #expect(many.position(at: .max).line == 50_001)
        #expect(JSONDocument(text: "").position(at: 5) == SourcePosition(file: "inline", line: 1, column: 1))
    }
}

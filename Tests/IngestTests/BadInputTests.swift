import Foundation
import Ingest
import JSON
import Testing
import Topology

@Suite("Bad input") struct BadInputTests {
    static let row = FormatTests.rowV

    @Test("what is before the end of a cut-off file is used")
    func cutOff() throws {
        let reading = try Reading.of("{\"data\":[\(Self.row),\n\(Self.row.dropLast(3))")
        #expect(reading.ids == [FormatTests.v])
        #expect(reading.isIncomplete)
        #expect(
            reading.told == [
                "error 2:145 the input ends where a value should follow, in the object that begins in line 2; "
                    + "it may have been cut off; what follows in this file was not read"
            ]
        )
    }

    @Test(
        "a broken document is told at its place",
        arguments: [
            (#"{"id":"/subscriptions/s","properties":{"#, "error 1:40 the input ends where"),
            ("hello there", "error 1:1 expected a value, found 'hello'"),
            ("[1,]x", "error 1:5 expected a value, found 'x'"),
            ("{\"a\":NaN}", "error 1:6 expected a value, found 'NaN'"),
            (String(repeating: "[", count: 1_000_000), "error 1:1002 nested deeper than 1000 levels"),
            (String(repeating: "{\"a\":", count: 1_000_000), "error 1:5006 nested deeper than 1000 levels"),
        ]
    )
    func broken(_ text: String, _ expected: String) throws {
        let error = try #require(refusal(text))
        #expect(error.reason == .broken)
        #expect(error.told.count == 1)
        #expect(error.told.first?.hasPrefix(expected) == true, "\(error.told)")
    }

    @Test("lists inside lists have an end, too")
    func nestedLists() throws {
        let text = String(repeating: "[", count: 500) + Self.row + String(repeating: "]", count: 500)
        #expect(refusal(text)?.left == ["1:8 lists inside lists, deeper than 6 levels"])
    }

    @Test("of JSON lines only the broken one is lost")
    func lines() throws {
        let text = "\(Self.row)\n{\"id\": \"/x\", oops}\n\(FormatTests.rowN)"
        let reading = try Reading.of(text)
        #expect(reading.ids == [FormatTests.v, FormatTests.n])
        #expect(reading.told == ["error 2:14 expected a name in double quotes, found 'oops'"])
    }

    @Test(
        "what is not text is told by what it is, with what to do",
        arguments: [
            ([0x1F, 0x8B, 8, 0], "compressed with gzip; unpack it with gunzip first"),
            (
                [0xFF, 0xFE, 0x5B, 0, 0x5D, 0],
                "UTF-16 text; convert it first, for example with iconv -f UTF-16 -t UTF-8"
            ),
            ([0x5B, 0, 0x5D, 0], "binary data or UTF-16 text; bulkhead reads JSON in UTF-8"),
            ([], "an empty file"),
            ([0x20, 0x0A], "an empty file"),
        ] as [([UInt8], String)]
    )
    func signatures(_ bytes: [UInt8], _ reason: String) throws {
        let error = try #require(refusal([.bytes(name: "f", bytes)]))
        #expect(error.reason == .nothingKnown)
        #expect(error.notUnderstood.map(\.reason) == [reason])
    }

    @Test("broken UTF-8, half surrogates and names that stand twice are told, and the row is used")
    func remarks() throws {
        var bytes = Array("[{\"id\":\"\(FormatTests.v)\",\"type\":\"t/t\",\"a\":\"".utf8)
        bytes += [0xC3, 0x28] + Array(#"","b":"\ud800","A":1}]"#.utf8)
        let reading = try Reader.read([.bytes(name: "f", bytes)])
        #expect(reading.resources.count == 1)
        #expect(reading.diagnostics.map(\.severity) == [.warning, .note, .note])
    }

    @Test("millions of rows that are nothing cost little and are counted")
    func manyRows() throws {
        let text = "[" + String(repeating: "{},", count: 300_000) + Self.row + "]"
        let reading = try Reading.of(text)
        #expect(reading.resources.count == 1)
        #expect(reading.notUnderstood.count == 1_001)
        #expect(reading.notUnderstood.last?.reason == "and 299000 more values of this file")
    }

    @Test("a name of a million characters")
    func longName() throws {
        let name = String(repeating: "x", count: 1_000_000)
        let reading = try Reading.of(
            "[{\"id\":\"\(FormatTests.v)\(name)\",\"type\":\"t/t\",\"\(name)\":\"\(name)\"}]"
        )
        #expect(reading.resources.first?.id.text.utf8.count == FormatTests.v.utf8.count + 1_000_000)
    }

    @Test("an input that is not there, a directory in place of bytes, a device")
    func unreadable() throws {
        let error = try #require(refusal([.path("/no/such/file.json")]))
        #expect(error.reason == .unreadable)
        #expect(error.told == ["error 0:0 /no/such/file.json: cannot be read: No such file or directory"])
        #expect(refusal([.path("/dev/zero")])?.reason == .unreadable)
        #expect(refusal([])?.reason == .nothingKnown)
    }

    @Test("a missing file costs only itself")
    func oneMissing() throws {
        let reading = try Reader.read([.path("/no/such/file.json"), .bytes(name: "a", Array(Self.row.utf8))])
        #expect(reading.resources.count == 1)
        #expect(reading.isIncomplete)
    }

    @Test("a reading can be given up")
    func cancelled() throws {
        #expect(throws: IngestError.self) {
            try Reader.read([.bytes(name: "a", Array(Self.row.utf8))], isCancelled: { true })
        }
    }
}

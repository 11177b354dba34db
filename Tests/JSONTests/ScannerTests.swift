import JSON
import Testing

@Suite("Reading strictly") struct ScannerTests {
    struct Broken: CustomTestStringConvertible, Sendable {
        let text: String
        let line: Int
        let column: Int
        let message: String
        var testDescription: String { text }
    }

    static let broken = [
        Broken(
            text: "{\"a\":1,}",
            line: 1,
            column: 8,
            message: "expected a name in double quotes, found '}'"
        ),
        Broken(text: "[1,2,]", line: 1, column: 6, message: "expected a value, found ']'"),
        Broken(text: "{\"a\" 1}", line: 1, column: 6, message: "expected ':' behind the name, found '1'"),
        Broken(
            text: "{\n \"a\": 1\n \"b\": 2\n}",
            line: 3,
            column: 2,
            message: "expected ',' or '}', found '\"'"
        ),
        Broken(text: "[1 2]", line: 1, column: 4, message: "expected ',' or ']', found '2'"),
        Broken(text: "{\"a\":NaN}", line: 1, column: 6, message: "expected a value, found 'NaN'"),
        Broken(text: "[-Infinity]", line: 1, column: 2, message: "expected a number, found '-Infinity'"),
        Broken(text: "[007]", line: 1, column: 2, message: "a number must not begin with 0, as '007' does"),
        Broken(
            text: "[1.]",
            line: 1,
            column: 4,
            message: "expected a digit behind the decimal point, found ']'"
        ),
        Broken(text: "[1e]", line: 1, column: 4, message: "expected a digit of the exponent, found ']'"),
        Broken(text: "[trueish]", line: 1, column: 2, message: "expected a value, found 'trueish'"),
        Broken(
            text: "{\"a\":\n[1,",
            line: 2,
            column: 4,
            message: "the input ends where a value should follow, in the array that begins in line 2; "
                + "it may have been cut off"
        ),
        Broken(
            text: "{\"a\":\"b",
            line: 1,
            column: 6,
            message: "the string that begins here has no closing quote"
        ),
        Broken(
            text: "[\"\\x\"]",
            line: 1,
            column: 3,
            message: #"expected one of \" \\ \/ \b \f \n \r \t \u, found 'x'"#
        ),
        Broken(
            text: "[\"\\u12\"]",
            line: 1,
            column: 3,
            message: "expected four hexadecimal digits behind \\u"
        ),
        Broken(text: "[1, // one\n2]", line: 1, column: 5, message: "a comment, which JSON does not have"),
        Broken(text: "{'a':1}", line: 1, column: 2, message: "expected a name in double quotes, found '''"),
        Broken(text: "[1}", line: 1, column: 3, message: "expected ',' or ']', found '}'"),
    ]

    @Test("a fault is told at its line and column", arguments: broken)
    func faults(_ broken: Broken) throws {
        let document = JSONDocument(text: broken.text)
        let fault = try #require(firstFault(document, lenient: false))
        #expect(fault.message == broken.message)
        #expect(
            document.position(at: fault.offset)
                == SourcePosition(file: "inline", line: broken.line, column: broken.column)
        )
    }

    @Test(
        "sound JSON has no fault",
        arguments: [
            "{}", "[]", "[[],{}]", "{\"a\":{\"b\":[1,-2.5e+3,true,false,null,\"x\\n\\u00e9\"]}}",
            " [ 1 , 2 ] \n",
            "{\"\":\"\"}", "[0,-0,0.5,10]", "\"only text\"", "\u{FEFF}[1]", "[\"ünï\u{1F600}\"]",
        ]
    )
    func sound(_ text: String) { #expect(firstFault(JSONDocument(text: text), lenient: false) == nil) }

    @Test(
        "the dialect of templates is accepted where asked for",
        arguments: [
            "{\"a\":1,}", "[1,2,]", "[1, // one\n2]", "/* a */ {\"a\": /* b */ [1] } // c",
            "[\"two\nlines\"]",
        ]
    )
    func lenient(_ text: String) {
        #expect(firstFault(JSONDocument(text: text), lenient: true) == nil)
        #expect(firstFault(JSONDocument(text: text), lenient: false) != nil)
    }

    @Test("a million brackets are a fault, not a crash", arguments: ["[", "{\"a\":", "[{\"a\":"])
    func nesting(_ bracket: String) throws {
        let document = JSONDocument(text: String(repeating: bracket, count: 1_000_000))
        let fault = try #require(firstFault(document, lenient: true))
        #expect(fault.message.hasPrefix("nested deeper than 1000 levels"))
        // The lazy readers stay total on it, too.
        #expect(document.root?.elements.count == (bracket == "{\"a\":" ? 0 : 1))
        #expect(document.root?.range.count == document.bytes.count)
        #expect(Array(JSONLines(of: try #require(document.root)).prefix(10_000)).count > 1_000)
    }

    @Test("a thousand levels are accepted, one more is not")
    func depth() {
        func nested(_ levels: Int) -> JSONDocument {
            JSONDocument(text: String(repeating: "[", count: levels) + String(repeating: "]", count: levels))
        }
        #expect(firstFault(nested(1_000), lenient: false) == nil)
        #expect(firstFault(nested(1_001), lenient: false) != nil)
    }

    @Test("an object with more members than can be kept is a fault")
    func members() throws {
        let document = JSONDocument(text: "{" + String(repeating: "\"a\":1,", count: 1 << 20) + "\"b\":2}")
        let fault = try #require(firstFault(document, lenient: false))
        #expect(fault.message.hasPrefix("more than 1048576 members"))
        #expect(fault.offset == 6 * (1 << 20) + 1)
    }

    @Test("names that stand twice, broken UTF-8 and half surrogates are remarks")
    func remarks() {
        var bytes = Array(#"[{"a":1,"b":{"a":2},"A":3},"\ud83d","#.utf8)
        bytes += [0x22, 0xC3, 0x28, 0x22, 0x5D]
        let document = JSONDocument(name: "f", bytes: bytes)
        var remarks: [JSONRemark] = []
        for row in pieces(of: document) { remarks += row.remarks }
        #expect(remarks.map(\.kind) == [.duplicateName, .loneSurrogate, .brokenUTF8])
        #expect(remarks.map { document.position(at: $0.offset).column } == [21, 29, 38])
        #expect(document.root?.elements[0].member("a")?.integer == 1)
        #expect(document.root?.elements[1].string == "\u{FFFD}")
        #expect(document.root?.elements[2].string == "\u{FFFD}(")
    }

    @Test("of many names, too, those that stand twice are found")
    func manyNames() {
        let names = (0..<200).map { "\"name\($0)\":0" } + ["\"NAME7\":1"]
        let document = JSONDocument(text: "[{" + names.joined(separator: ",") + "}]")
        let remarks = pieces(of: document).flatMap(\.remarks)
        #expect(remarks.map(\.kind) == [.duplicateName])
    }
}

/// What reading every row of a document says.
func pieces(of document: JSONDocument, lenient: Bool = false) -> [JSONRows.Outcome] {
    let rows: JSONRows?
    switch document.content(lenient: lenient) {
    case .nothing: rows = nil
    case .one(let outline): rows = outline.rows(of: outline.value)
    case .several(let several): rows = several
    }
    guard let rows else { return [] }
    return (0..<rows.pieces).map { rows.read(piece: $0, lenient: lenient) { _ in } }
}

/// The first place where a document is not JSON.
func firstFault(_ document: JSONDocument, lenient: Bool) -> JSONFault? {
    guard let root = document.root else { return nil }
    if let fault = document.fault(of: root, lenient: lenient) { return fault }
    if case .one(let outline) = document.content(lenient: lenient), let fault = outline.fault { return fault }
    return pieces(of: document, lenient: lenient).flatMap(\.faults).first
}

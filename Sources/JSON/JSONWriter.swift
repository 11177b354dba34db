/// Writes JSON as it is told, in order, with two spaces a level or on one line.
///
/// ```swift
/// var writer = JSONWriter()
/// writer.object {
///     $0.member("schema", "bulkhead.findings/1")
///     $0.objects("findings", findings) { $0.member("control", $1.control.id) }
/// }
/// ```
package struct JSONWriter: Sendable {
    private var bytes: [UInt8] = []
    private let pretty: Bool
    private var depth = 0
    /// Whether the next value follows another one at its level.
    private var follows = false
    /// Whether a name was written whose value comes next.
    private var named = false

    package init(pretty: Bool = true) { self.pretty = pretty }

    /// What was written.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: Containers

    /// An object; `body` writes its members.
    package mutating func object(_ body: (inout JSONWriter) -> Void) { nest("{", "}", body) }

    /// An array; `body` writes its values.
    package mutating func array(_ body: (inout JSONWriter) -> Void) { nest("[", "]", body) }

    /// A member that is an object.
    package mutating func object(_ name: String, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        object(body)
    }

    /// A member that is an array of objects, one for each element.
    package mutating func objects<Element>(
        _ name: String,
        _ elements: some Sequence<Element>,
        _ body: (inout JSONWriter, Element) -> Void
    ) {
        self.name(name)
        array { writer in
            for element in elements { writer.object { body(&$0, element) } }
        }
    }

    /// A member that is an array of strings.
    package mutating func strings(_ name: String, _ elements: some Sequence<String>) {
        self.name(name)
        array { writer in for element in elements { writer.value(element) } }
    }

    // MARK: Members

    /// The name of the member whose value is written next.
    package mutating func name(_ name: String) {
        separate()
        quote(name)
        bytes += pretty ? [0x3A, 0x20] : [0x3A]
        named = true
    }

    /// A string member; null where it is nil.
    package mutating func member(_ name: String, _ value: String?) {
        self.name(name)
        self.value(value)
    }

    /// A whole-number member; null where it is nil.
    package mutating func member(_ name: String, _ value: Int?) {
        self.name(name)
        raw(value.map { String($0) } ?? "null")
    }

    /// A boolean member.
    package mutating func member(_ name: String, _ value: Bool) {
        self.name(name)
        raw(value ? "true" : "false")
    }

    // MARK: Values

    /// A string, or null.
    package mutating func value(_ value: String?) {
        guard let value else { return raw("null") }
        separate()
        quote(value)
    }

    /// Text that is JSON already, for example a value of an input as it stands there.
    package mutating func raw(_ json: String) {
        separate()
        bytes += json.utf8
    }

    // MARK: Bytes

    private mutating func nest(
        _ open: Unicode.Scalar,
        _ close: Unicode.Scalar,
        _ body: (inout JSONWriter) -> Void
    ) {
        separate()
        bytes.append(UInt8(ascii: open))
        depth += 1
        follows = false
        body(&self)
        depth -= 1
        if follows { breakLine() }
        follows = true
        bytes.append(UInt8(ascii: close))
    }

    /// What stands between this and what was written before.
    private mutating func separate() {
        if named {
            named = false
            return
        }
        if follows { bytes.append(UInt8(ascii: ",")) }
        if depth > 0 { breakLine() }
        follows = true
    }

    private mutating func breakLine() {
        guard pretty else { return }
        bytes.append(0x0A)
        bytes += repeatElement(0x20, count: 2 * depth)
    }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += Array(#"\""#.utf8)
            case UInt8(ascii: "\\"): bytes += Array(#"\\"#.utf8)
            case 0x0A: bytes += Array(#"\n"#.utf8)
            case 0x0D: bytes += Array(#"\r"#.utf8)
            case 0x09: bytes += Array(#"\t"#.utf8)
            case 0..<0x20, 0x7F:
                let digits = Array(String(byte, radix: 16).utf8)
                bytes += Array(#"\u00"#.utf8) + (digits.count == 1 ? [0x30] : []) + digits
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

import JSON

/// Writes generated values as JSON and notes what each part was made from.
struct GeneratedWriter {
    private(set) var bytes: [UInt8] = []
    private var origins = JSONOrigins()

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Writes a value behind what was written before; `origin` is what an object or array was made from as a whole.
    ///
    /// - Returns: The offset of its first byte.
    @discardableResult
    mutating func write(_ value: GeneratedValue, madeFrom origin: JSONValue? = nil) -> Int {
        let start = bytes.count
        if let origin = value.origin ?? origin { origins.note(start, madeFrom: origin) }
        switch value {
        case .copied(let value): bytes += value.document.bytes[value.range]
        case .text(let text, _): quote(text)
        case .literal(let text, _): bytes += text.utf8
        case .symbolic(let name, let reason, _):
            bytes += #"{"$symbolic":"#.utf8
            quote(name)
            bytes += #","reason":"#.utf8
            quote(reason)
            bytes.append(UInt8(ascii: "}"))
        case .array(let items):
            bytes.append(UInt8(ascii: "["))
            for (index, item) in items.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(item)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let object):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in object.members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                // The name stands where its value stands.
                if let origin = member.value.origin { origins.note(bytes.count, madeFrom: origin) }
                quote(member.name)
                bytes.append(UInt8(ascii: ":"))
                write(member.value)
            }
            bytes.append(UInt8(ascii: "}"))
        }
        return start
    }

    /// Separates two values of a document.
    mutating func breakLine() { bytes.append(0x0A) }

    /// What was written, as a document that leads to what it was made from.
    func document(named name: String) -> JSONDocument {
        JSONDocument(name: name, bytes: bytes, origins: origins)
    }

    private mutating func quote(_ text: String) {
        var writer = JSONWriter(pretty: false)
        writer.value(text)
        bytes += writer.text.utf8
    }
}

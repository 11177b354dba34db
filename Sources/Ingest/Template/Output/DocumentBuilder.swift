import JSON

/// Writes evaluated values as one JSON document that knows where its parts come from.
struct DocumentBuilder {
    /// The most bytes of one document.
    static let limit = 1 << 28

    private(set) var bytes: [UInt8] = []
    private let documents: [JSONDocument]
    private var origins = JSONOrigins()

    init(documents: [JSONDocument]) {
        self.documents = documents
        bytes.append(UInt8(ascii: "["))
    }

    /// Writes a value as the next one of the document; answers its offset, nil where the document is full.
    mutating func add(_ value: TemplateValue, origin: Origin?) -> Int? {
        guard bytes.count < Self.limit else { return nil }
        if bytes.count > 1 { bytes += ",\n".utf8 }
        let offset = bytes.count
        write(value, origin)
        return offset
    }

    /// The document with everything written.
    func document(name: String) -> JSONDocument {
        JSONDocument(name: name, bytes: bytes + "]".utf8, origins: origins)
    }

    private mutating func write(_ value: TemplateValue, _ origin: Origin?) {
        if let origin { note(origin) }
        switch value {
        case .object(let object):
            // Where the object was written is nearer than where it is used.
            if let own = object.origin, own != origin {
                note(own)
            }
            bytes.append(UInt8(ascii: "{"))
            for (number, member) in object.members.enumerated() {
                if number > 0 { bytes.append(UInt8(ascii: ",")) }
                TemplateValue.quote(member.name, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                write(member.value, member.origin)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let array):
            bytes.append(UInt8(ascii: "["))
            for (number, element) in array.elements.enumerated() {
                if number > 0 { bytes.append(UInt8(ascii: ",")) }
                write(element, nil)
            }
            bytes.append(UInt8(ascii: "]"))
        default: value.write(into: &bytes)
        }
    }

    private mutating func note(_ origin: Origin) {
        guard documents.indices.contains(Int(origin.document)) else { return }
        let document = documents[Int(origin.document)]
        origins.note(bytes.count, madeFrom: JSONValue(document: document, offset: Int(origin.offset)))
    }
}

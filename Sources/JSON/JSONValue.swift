/// A cursor to one value of a document: nothing is copied or decoded until it is asked for.
///
/// Keys compare without case, as Azure's do. Broken input yields nil, never a trap.
package struct JSONValue: Sendable {
    package let document: JSONDocument
    /// The offset of the value's first byte.
    package let offset: Int

    package init(document: JSONDocument, offset: Int) {
        self.document = document
        self.offset = offset
    }

    package enum Kind: Sendable { case null, bool, number, string, array, object, broken }

    package var kind: Kind {
        guard offset < document.bytes.count else { return .broken }
        switch document.bytes[offset] {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: return .broken
        }
    }

    package var isNull: Bool { kind == .null }

    /// The bytes the value takes in the document.
    package var range: Range<Int> {
        offset..<document.bytes.withUnsafeBufferPointer { ByteCursor.skipValue($0, from: offset) }
    }

    /// The value as it stands in the document.
    package var text: String { String(decoding: document.bytes[range], as: UTF8.self) }

    package var position: SourcePosition { document.position(at: offset) }

    /// The decoded text of a string; nil for any other kind.
    package var string: String? {
        kind == .string ? document.bytes.withUnsafeBufferPointer { ByteCursor.string($0, at: offset) } : nil
    }

    /// A boolean, or the words "true" and "false" in a string as some exports write them.
    package var bool: Bool? {
        switch kind {
        case .bool: document.bytes[offset] == UInt8(ascii: "t")
        case .string:
            switch string?.lowercased() {
            case "true": true
            case "false": false
            default: nil
            }
        default: nil
        }
    }

    /// A finite number, or a string that holds one.
    package var number: Double? {
        let number: Double? =
            switch kind {
            case .number: Double(text)
            case .string: string.flatMap(Double.init)
            default: nil
            }
        return number?.isFinite == true ? number : nil
    }

    /// A whole number, or a string that holds one.
    package var integer: Int? { number.flatMap(Int.init(exactly:)) }

    /// The values of an array; empty for any other kind.
    package var elements: [JSONValue] {
        guard kind == .array else { return [] }
        return document.bytes.withUnsafeBufferPointer { ByteCursor.elements($0, at: offset) }
            .map { JSONValue(document: document, offset: $0) }
    }

    /// The object with its members found, for several look-ups; nil for any other kind.
    package var object: JSONObject? {
        guard kind == .object else { return nil }
        return JSONObject(
            document: document,
            members: document.bytes.withUnsafeBufferPointer { ByteCursor.members($0, at: offset) }
        )
    }

    /// The member of that name of an object itself.
    package func member(_ name: String) -> JSONValue? {
        guard kind == .object else { return nil }
        var name = name
        return name.withUTF8 { wanted in
            document.bytes.withUnsafeBufferPointer { ByteCursor.find($0, at: offset, wanted) }
        }.map { JSONValue(document: document, offset: $0) }
    }

    /// The ARM fields of an object: those of its `properties`, then its own.
    ///
    /// So the REST form and the flattened form of the Azure CLI read alike. Empty for any other kind.
    package var fields: JSONObject {
        guard let own = object else { return JSONObject(document: document, members: []) }
        guard let properties = own["properties"]?.object else { return own }
        return JSONObject(document: document, members: properties.members + own.members)
    }

    /// The ARM field of that name (see ``fields``).
    package subscript(_ name: String) -> JSONValue? {
        member("properties")?.member(name) ?? member(name)
    }
}

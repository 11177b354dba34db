/// The members of one object, found once; the first of two members with one name wins.
package struct JSONObject: Sendable {
    package let document: JSONDocument
    package let members: [Member]

    /// Where one member stands.
    package struct Member: Sendable {
        /// The bytes of the name, without its quotes.
        package let name: Range<Int>
        /// The offset of the value's first byte.
        package let value: Int
    }

    /// The value of that name, compared without case; nil where it is missing, while JSON null is a value.
    package subscript(_ name: String) -> JSONValue? {
        var name = name
        return name.withUTF8 { wanted in
            document.bytes.withUnsafeBufferPointer { bytes in
                members.first { ByteCursor.equalIgnoringCase(bytes, $0.name, wanted) }
            }
        }.map { JSONValue(document: document, offset: $0.value) }
    }

    /// The members in the order of the document.
    package var all: [(name: String, value: JSONValue)] {
        members.map { (name(of: $0), JSONValue(document: document, offset: $0.value)) }
    }

    /// The decoded name of a member.
    package func name(of member: Member) -> String {
        document.bytes.withUnsafeBufferPointer { ByteCursor.decode($0, member.name) }
    }
}

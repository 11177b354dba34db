/// The bytes of one JSON input, kept whole so that every value can be read lazily and located exactly.
///
/// A class because the bytes are a resource shared by all cursors into them; it never changes.
package final class JSONDocument: Sendable {
    /// The file as the user named it, `-` for standard input.
    package let name: String
    package let bytes: [UInt8]

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// A document from text, for examples and tests.
    package convenience init(name: String = "inline", text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The outermost value, or nil where there is none.
    package var root: JSONValue? {
        let start = bytes.withUnsafeBufferPointer { ByteCursor.skipBlank($0, from: 0) }
        return start < bytes.count ? JSONValue(document: self, offset: start) : nil
    }

    /// The line and column of a byte offset. O(offset).
    package func position(at offset: Int) -> SourcePosition {
        var line = 1
        var start = 0
        for index in 0..<min(offset, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
            line += 1
            start = index + 1
        }
        return SourcePosition(file: name, line: line, column: offset - start + 1)
    }
}

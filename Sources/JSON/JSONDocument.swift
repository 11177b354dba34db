/// The bytes of one JSON input, kept whole so that every value can be read lazily and located exactly.
///
/// A class because the bytes are a resource shared by all cursors into them; it never changes.
package final class JSONDocument: Sendable {
    /// The file as the user named it, `-` for standard input.
    package let name: String
    package let bytes: [UInt8]
    private let lines: LineTable
    private let origin: SourcePosition?

    /// Takes the bytes over; O(bytes) for the table of lines.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        lines = LineTable(bytes)
        origin = nil
    }

    /// A document that was made from a part of another one; everything in it stands where that part stands.
    package init(text: String, from origin: SourcePosition) {
        name = origin.file
        bytes = Array(text.utf8)
        lines = LineTable(bytes)
        self.origin = origin
    }

    /// A document from text, for examples and tests.
    package convenience init(name: String = "inline", text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The first value, or nil where there is none.
    package var root: JSONValue? {
        let start = bytes.withUnsafeBufferPointer { ByteCursor.skipBlank($0, from: contentStart) }
        return start < bytes.count ? JSONValue(document: self, offset: start) : nil
    }

    /// The offset behind a byte order mark of UTF-8.
    var contentStart: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

    /// The line and column of a byte offset; O(4 KiB), whatever the size of the document.
    package func position(at offset: Int) -> SourcePosition {
        if let origin { return origin }
        let (line, column) = lines.position(of: offset, in: bytes)
        return SourcePosition(file: name, line: line, column: column)
    }
}

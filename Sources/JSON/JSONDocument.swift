/// The bytes of one JSON input, kept whole so that every value can be read lazily and located exactly.
///
/// A class because the bytes are a resource shared by all cursors into them; it never changes.
package final class JSONDocument: Sendable {
    /// The file as the user named it, `-` for standard input.
    package let name: String
    package let bytes: [UInt8]
    private let lines: LineTable
    private let origin: SourcePosition?
    private let origins: JSONOrigins

    /// Takes the bytes over; O(bytes) for the table of lines.
    package init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
        lines = LineTable(bytes)
        origin = nil
        origins = JSONOrigins()
    }

    /// A document that was generated from others, such as the resources that a template describes.
    ///
    /// `origins` says where its parts were made from; a part without an origin stands in the document itself.
    package init(name: String, bytes: [UInt8], origins: JSONOrigins) {
        self.name = name
        self.bytes = bytes
        lines = LineTable(bytes)
        origin = nil
        self.origins = origins
    }

    /// A document that was made from a part of another one; everything in it stands where that part stands.
    package init(text: String, from origin: SourcePosition) {
        name = origin.file
        bytes = Array(text.utf8)
        lines = LineTable(bytes)
        self.origin = origin
        origins = JSONOrigins()
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

    /// The line and column of a byte offset, or of what was generated from; O(4 KiB), whatever the size.
    package func position(at offset: Int) -> SourcePosition {
        if let origin { return origin }
        if let value = origins.value(at: offset) { return value.position }
        let (line, column) = lines.position(of: offset, in: bytes)
        return SourcePosition(file: name, line: line, column: column)
    }
}

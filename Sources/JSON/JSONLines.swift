/// The lines of a value laid out for reading, made one by one as they are asked for.
///
/// Nothing is recursive and no line is longer than the limit, so any value can be shown.
package struct JSONLines: Sequence, IteratorProtocol, Sendable {
    private let document: JSONDocument
    private let longest: Int
    private var index: Int
    private var open: [UInt8] = []
    private var isDone = false

    /// - Parameters:
    ///   - value: What to lay out.
    ///   - longest: The most bytes of one string; the rest of a longer one is replaced by `…`.
    package init(of value: JSONValue, longest: Int = 2_000) {
        document = value.document
        index = value.offset
        self.longest = Swift.max(1, longest)
    }

    package mutating func next() -> JSONLine? {
        guard !isDone else { return nil }
        let document = document
        return document.bytes.withUnsafeBufferPointer { line($0) }
    }

    private mutating func line(_ bytes: UnsafeBufferPointer<UInt8>) -> JSONLine? {
        index = ByteCursor.skipBlank(bytes, from: index)
        guard index < bytes.count else {
            isDone = true
            return nil
        }
        if let closing = open.last, bytes[index] == closing {
            open.removeLast()
            let offset = index
            index += 1
            return finish(bytes, name: "", text: String(UnicodeScalar(closing)), offset: offset)
        }
        var name = ""
        if open.last == UInt8(ascii: "}") {
            let end = ByteCursor.skipString(bytes, from: index)
            name = excerpt(bytes, index..<end) + ": "
            index = ByteCursor.skipBlank(bytes, from: end)
            if index < bytes.count, bytes[index] == UInt8(ascii: ":") { index += 1 }
            index = ByteCursor.skipBlank(bytes, from: index)
        }
        let offset = index
        guard offset < bytes.count else {
            isDone = true
            return nil
        }
        let bracket = bytes[offset]
        if bracket == UInt8(ascii: "{") || bracket == UInt8(ascii: "[") {
            let closing: UInt8 = bracket + 2
            index = ByteCursor.skipBlank(bytes, from: offset + 1)
            if index < bytes.count, bytes[index] == closing {
                index += 1
                return finish(
                    bytes,
                    name: name,
                    text: bracket == UInt8(ascii: "{") ? "{}" : "[]",
                    offset: offset
                )
            }
            let depth = open.count
            open.append(closing)
            return JSONLine(depth: depth, name: name, text: String(UnicodeScalar(bracket)), offset: offset)
        }
        index = Swift.max(ByteCursor.skipValue(bytes, from: offset), offset + 1)
        return finish(bytes, name: name, text: excerpt(bytes, offset..<index), offset: offset)
    }

    /// Steps over the comma behind a value and makes the value's last line.
    private mutating func finish(
        _ bytes: UnsafeBufferPointer<UInt8>,
        name: String,
        text: String,
        offset: Int
    ) -> JSONLine {
        let depth = open.count
        guard depth > 0 else {
            isDone = true
            return JSONLine(depth: 0, name: name, text: text, offset: offset)
        }
        index = ByteCursor.skipBlank(bytes, from: index)
        var comma = ""
        if index < bytes.count, bytes[index] == UInt8(ascii: ",") {
            comma = ","
            index += 1
        }
        return JSONLine(depth: depth, name: name, text: text + comma, offset: offset)
    }

    private func excerpt(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        guard range.count > longest else { return String(decoding: bytes[range], as: UTF8.self) }
        return String(decoding: bytes[range.prefix(longest)], as: UTF8.self) + "…"
    }
}

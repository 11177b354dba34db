/// The coarse structure of a document's only value, found in one pass.
///
/// Everything is read strictly except long arrays, which are cut for reading in parallel.
package struct JSONOutline: Sendable {
    package let value: JSONValue
    /// The members of an object; nil for any other kind.
    package let object: JSONObject?
    /// The value itself where it is an array, and arrays that are its members.
    private let arrays: [(offset: Int, rows: JSONRows)]
    /// Whether there are long arrays that nobody has read strictly yet.
    package let hasUnreadArrays: Bool
    /// Where the structure is broken; faults inside long arrays show when those are read.
    package let fault: JSONFault?
    package let remarks: [JSONRemark]
    /// The offset behind the value.
    package let end: Int

    /// The elements of the value itself or of a member that is an array.
    package func rows(of value: JSONValue) -> JSONRows? {
        arrays.first { $0.offset == value.offset }?.rows
    }

    init(of document: JSONDocument, at start: Int, lenient: Bool) {
        self = document.bytes.withUnsafeBufferPointer { bytes in
            var builder = Builder(document: document, scanner: JSONScanner(bytes: bytes, lenient: lenient))
            do throws(JSONFault) {
                builder.end = try builder.read(at: start)
            } catch {
                builder.fault = error
                builder.end = bytes.count
            }
            return JSONOutline(start: start, builder)
        }
    }

    private init(start: Int, _ builder: Builder) {
        value = JSONValue(document: builder.document, offset: start)
        object =
            value.kind == .object ? JSONObject(document: builder.document, members: builder.members) : nil
        arrays = builder.arrays
        hasUnreadArrays = builder.arrays.contains { !$0.rows.isSmall }
        fault = builder.fault
        remarks = builder.scanner.remarks
        end = builder.end
    }

    private struct Builder {
        let document: JSONDocument
        var scanner: JSONScanner
        var members: [JSONObject.Member] = []
        var arrays: [(offset: Int, rows: JSONRows)] = []
        var fault: JSONFault?
        var end = 0

        init(document: JSONDocument, scanner: JSONScanner) {
            self.document = document
            self.scanner = scanner
        }

        mutating func read(at start: Int) throws(JSONFault) -> Int {
            guard scanner.bytes[start] == UInt8(ascii: "{") else { return try value(at: start) }
            var index = try blank(from: start + 1, expecting: "a name or '}'")
            if scanner.bytes[index] == UInt8(ascii: "}") { return index + 1 }
            while true {
                guard scanner.bytes[index] == UInt8(ascii: "\"") else {
                    throw scanner.unexpected(index, "a name in double quotes")
                }
                let nameEnd = try scanner.string(at: index)
                let colon = try blank(from: nameEnd, expecting: "':'")
                guard scanner.bytes[colon] == UInt8(ascii: ":") else {
                    throw scanner.unexpected(colon, "':' behind the name")
                }
                let value = try blank(from: colon + 1, expecting: "a value")
                members.append(JSONObject.Member(name: index + 1..<nameEnd - 1, value: value))
                let end = try self.value(at: value)
                // An array that is cut off says so itself when it is read.
                if arrays.last?.rows.isClosed == false { return end }
                index = try blank(from: end, expecting: "',' or '}'")
                if scanner.bytes[index] == UInt8(ascii: ",") {
                    index = try blank(from: index + 1, expecting: "a name")
                    guard scanner.lenient, scanner.bytes[index] == UInt8(ascii: "}") else { continue }
                }
                guard scanner.bytes[index] == UInt8(ascii: "}") else {
                    throw scanner.unexpected(index, "',' or '}'")
                }
                return index + 1
            }
        }

        private mutating func value(at start: Int) throws(JSONFault) -> Int {
            if scanner.bytes[start] == UInt8(ascii: "[") {
                let (rows, end) = JSONRows.elements(of: document, at: start)
                arrays.append((start, rows))
                if !rows.isSmall { return end }
            }
            var ignored: [JSONObject.Member] = []
            return try scanner.value(at: start, members: &ignored)
        }

        private func blank(from start: Int, expecting expected: String) throws(JSONFault) -> Int {
            let index = try scanner.blank(from: start)
            guard index < scanner.bytes.count else { throw scanner.cutOff(expected) }
            return index
        }
    }
}

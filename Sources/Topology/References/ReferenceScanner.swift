import JSON

/// Finds the resource ids in a body without decoding anything else.
enum ReferenceScanner {
    /// The offsets of the strings, values and member names alike, that begin as an ARM id does.
    static func offsets(in value: JSONValue) -> [Int] {
        let range = value.range
        return value.document.bytes.withUnsafeBufferPointer { bytes in
            var found: [Int] = []
            var index = range.lowerBound
            while index < range.upperBound {
                guard bytes[index] == UInt8(ascii: "\"") else {
                    index += 1
                    continue
                }
                if beginsAsID(bytes, index + 1, range.upperBound) { found.append(index) }
                index += 1
                while index < range.upperBound, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                index += 1
            }
            return found
        }
    }

    private static let beginnings: [[UInt8]] = [Array("/subscriptions/".utf8), Array("/providers/".utf8)]

    private static func beginsAsID(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard start < end, bytes[start] == UInt8(ascii: "/") else { return false }
        return beginnings.contains { beginning in
            guard end - start > beginning.count else { return false }
            return beginning.indices.allSatisfy { bytes[start + $0] | 0x20 == beginning[$0] | 0x20 }
        }
    }
}

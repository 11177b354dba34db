extension ByteCursor {
    /// The offsets of an array's values.
    static func elements(_ bytes: Bytes, at start: Int) -> [Int] {
        var offsets: [Int] = []
        var index = skipBlank(bytes, from: start + 1)
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
            offsets.append(index)
            let next = skipBlank(bytes, from: skipValue(bytes, from: index))
            guard next < bytes.count, bytes[next] == UInt8(ascii: ",") else { break }
            index = skipBlank(bytes, from: next + 1)
        }
        return offsets
    }

    /// Where the names and values of an object stand.
    static func members(_ bytes: Bytes, at start: Int) -> [JSONObject.Member] {
        var members: [JSONObject.Member] = []
        walk(bytes, at: start) { member in
            members.append(member)
            return true
        }
        return members
    }

    /// The offset of the first value of that name in an object.
    static func find(_ bytes: Bytes, at start: Int, _ wanted: Bytes) -> Int? {
        var found: Int?
        walk(bytes, at: start) { member in
            guard equalIgnoringCase(bytes, member.name, wanted) else { return true }
            found = member.value
            return false
        }
        return found
    }

    /// Visits the members of an object until the visitor answers false.
    @inline(__always)
    private static func walk(_ bytes: Bytes, at start: Int, _ visit: (JSONObject.Member) -> Bool) {
        var index = skipBlank(bytes, from: start + 1)
        while index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
            let end = skipString(bytes, from: index)
            let colon = skipBlank(bytes, from: end)
            guard end - 1 > index, colon < bytes.count, bytes[colon] == UInt8(ascii: ":") else { return }
            let value = skipBlank(bytes, from: colon + 1)
            guard value < bytes.count, visit(JSONObject.Member(name: index + 1..<end - 1, value: value))
            else {
                return
            }
            let next = skipBlank(bytes, from: skipValue(bytes, from: value))
            guard next < bytes.count, bytes[next] == UInt8(ascii: ",") else { return }
            index = skipBlank(bytes, from: next + 1)
        }
    }

    /// Compares a name of the document with a wanted one; ASCII letters are equal in both cases.
    @inline(__always)
    static func equalIgnoringCase(_ bytes: Bytes, _ range: Range<Int>, _ wanted: Bytes) -> Bool {
        guard range.count == wanted.count else { return false }
        for step in 0..<wanted.count where fold(bytes[range.lowerBound + step]) != fold(wanted[step]) {
            return false
        }
        return true
    }

    @inline(__always)
    static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

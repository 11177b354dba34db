/// Reads values strictly, byte for byte, without recursion: what it accepts, the lazy cursors read safely.
struct JSONScanner {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// The deepest nesting accepted; far more than any Azure answer has.
    static let depthLimit = 1_000
    /// The most members accepted in a row itself; their places are all kept.
    static let memberLimit = 1 << 20
    /// The most remarks kept.
    static let remarkLimit = 100

    let bytes: Bytes
    /// Whether comments and commas before a closing bracket are accepted, as ARM templates have them.
    let lenient: Bool
    var remarks: [JSONRemark] = []
    private var open: [Int] = []
    private var names = NameLedger()

    init(bytes: Bytes, lenient: Bool) {
        self.bytes = bytes
        self.lenient = lenient
        open.reserveCapacity(64)
    }

    /// Reads one value.
    ///
    /// - Parameters:
    ///   - start: The offset of its first byte.
    ///   - members: Takes the members of the value itself where it is an object.
    /// - Returns: The offset behind the value.
    /// - Throws: Where the bytes stop being JSON.
    mutating func value(
        at start: Int,
        members: inout [JSONObject.Member]
    ) throws(JSONFault) -> Int {
        var index = start
        open.removeAll(keepingCapacity: true)
        names.removeAll()
        var inObject = false
        while true {
            guard index < bytes.count else { throw cutOff("a value") }
            switch bytes[index] {
            case UInt8(ascii: "\""): index = try string(at: index)
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard open.count < Self.depthLimit else {
                    throw JSONFault(
                        offset: index,
                        message: "nested deeper than \(Self.depthLimit) levels, which no Azure answer is"
                    )
                }
                inObject = bytes[index] == UInt8(ascii: "{")
                open.append(index)
                index = try blank(from: index + 1)
                guard index < bytes.count else { throw cutOff("a value or a closing bracket") }
                if inObject { names.open() }
                if bytes[index] != (inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    if inObject { index = try name(at: index, members: &members) }
                    continue
                }
                inObject = close(inObject)
                index += 1
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): index = try number(at: index)
            case UInt8(ascii: "t"): index = try literal("true", at: index)
            case UInt8(ascii: "f"): index = try literal("false", at: index)
            case UInt8(ascii: "n"): index = try literal("null", at: index)
            default: throw unexpected(index, "a value")
            }
            // A value ended in front of `index`: on to the next one.
            var isNext = false
            while !isNext {
                guard !open.isEmpty else { return index }
                index = try blank(from: index)
                guard index < bytes.count else { throw cutOff(inObject ? "',' or '}'" : "',' or ']'") }
                let closing = inObject ? UInt8(ascii: "}") : UInt8(ascii: "]")
                var byte = bytes[index]
                if byte == UInt8(ascii: ",") {
                    index = try blank(from: index + 1)
                    guard index < bytes.count else { throw cutOff(inObject ? "a name" : "a value") }
                    byte = bytes[index]
                    if byte != closing || !lenient {
                        if inObject { index = try name(at: index, members: &members) }
                        isNext = true
                        continue
                    }
                }
                guard byte == closing else { throw unexpected(index, inObject ? "',' or '}'" : "',' or ']'") }
                inObject = close(inObject)
                index += 1
            }
        }
    }

    /// Closes the innermost container; tells whether the one around it is an object.
    private mutating func close(_ isObject: Bool) -> Bool {
        if isObject {
            for offset in names.close(bytes) { remark(offset, .duplicateName) }
        }
        open.removeLast()
        return open.last.map { bytes[$0] == UInt8(ascii: "{") } ?? false
    }

    /// Reads a name and its colon; answers the offset of the value.
    private mutating func name(
        at start: Int,
        members: inout [JSONObject.Member]
    ) throws(JSONFault) -> Int {
        guard bytes[start] == UInt8(ascii: "\"") else { throw unexpected(start, "a name in double quotes") }
        let end = try string(at: start)
        var index = try blank(from: end)
        guard index < bytes.count else { throw cutOff("':'") }
        guard bytes[index] == UInt8(ascii: ":") else { throw unexpected(index, "':' behind the name") }
        index = try blank(from: index + 1)
        names.add(bytes, start + 1..<end - 1)
        if open.count == 1 {
            guard members.count < Self.memberLimit else {
                throw JSONFault(
                    offset: start,
                    message: "more than \(Self.memberLimit) members in one object, which no Azure answer has"
                )
            }
            members.append(JSONObject.Member(name: start + 1..<end - 1, value: index))
        }
        return index
    }

    func blank(from start: Int) throws(JSONFault) -> Int {
        let index = ByteCursor.skipBlank(bytes, from: start)
        guard !lenient, index > start else { return index }
        // Without leniency a comment is a fault: find it, if there is one.
        for offset in start..<index where bytes[offset] == UInt8(ascii: "/") {
            throw JSONFault(offset: offset, message: "a comment, which JSON does not have")
        }
        return index
    }

    mutating func remark(_ offset: Int, _ kind: JSONRemark.Kind) {
        if remarks.count < Self.remarkLimit { remarks.append(JSONRemark(offset: offset, kind: kind)) }
    }

    /// The fault of input that ends too early; names the container that is still open.
    func cutOff(_ expected: String) -> JSONFault {
        var message = "the input ends where \(expected) should follow"
        if let innermost = open.last {
            let before = bytes[..<innermost].count { $0 == 0x0A }
            message += bytes[innermost] == UInt8(ascii: "{") ? ", in the object" : ", in the array"
            message += " that begins in line \(before + 1); it may have been cut off"
        }
        return JSONFault(offset: bytes.count, message: message)
    }

    func unexpected(_ offset: Int, _ expected: String) -> JSONFault {
        JSONFault(
            offset: offset,
            message: "expected \(expected), found \(JSONFault.describe(bytes, at: offset))"
        )
    }
}

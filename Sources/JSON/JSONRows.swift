/// A long run of values, cut into pieces that can be read independently and at the same time.
///
/// Either the elements of one array, or values one after another (JSON lines). Finding the cuts is one fast pass
/// that trusts the bytes; reading a piece is strict.
package struct JSONRows: Sendable {
    package let document: JSONDocument
    /// Where each piece begins.
    private let cuts: [Int]
    /// Where the run ends: at the closing bracket, or at the end of the bytes where it is missing.
    private let end: Int
    /// Whether the values stand one after another, each on its own, instead of in an array.
    package let isLines: Bool
    let isClosed: Bool

    /// About how many bytes a piece has.
    static let pieceSize = 1 << 18

    /// The most broken lines told of one piece, and the most bytes that may be read in vain before it is given up.
    private static let faultLimit = 100
    private static let wasteLimit = 1 << 26

    /// What reading one piece had to say besides its rows.
    package struct Outcome: Sendable {
        /// Where the piece is broken; several only where lines stand on their own.
        package var faults: [JSONFault] = []
        package var remarks: [JSONRemark] = []
    }

    package var pieces: Int { cuts.count }

    /// How many bytes a piece takes.
    package func size(of piece: Int) -> Int { limit(of: piece) - cuts[piece] }

    private func limit(of piece: Int) -> Int { piece + 1 < cuts.count ? cuts[piece + 1] : end }

    /// The first value, unread; nil where there is none.
    package var first: JSONValue? { cuts.first.map { JSONValue(document: document, offset: $0) } }

    /// Whether one piece holds everything and nothing is missing at its end.
    var isSmall: Bool { isClosed && cuts.count <= 1 }

    /// The elements of the array that begins at an offset, and the offset behind it.
    static func elements(of document: JSONDocument, at start: Int) -> (rows: JSONRows, end: Int) {
        document.bytes.withUnsafeBufferPointer { bytes in
            var cuts: [Int] = []
            var index = ByteCursor.skipBlank(bytes, from: start + 1)
            while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
                if index - (cuts.last ?? -pieceSize) >= pieceSize { cuts.append(index) }
                let next = ByteCursor.skipBlank(bytes, from: ByteCursor.skipValue(bytes, from: index))
                guard next < bytes.count, bytes[next] == UInt8(ascii: ",") else {
                    index = next
                    break
                }
                index = ByteCursor.skipBlank(bytes, from: next + 1)
            }
            let isClosed = index < bytes.count && bytes[index] == UInt8(ascii: "]")
            if !isClosed, cuts.isEmpty { cuts.append(index) }
            let end = isClosed ? index : bytes.count
            let rows = JSONRows(document: document, cuts: cuts, end: end, isLines: false, isClosed: isClosed)
            return (rows, isClosed ? index + 1 : end)
        }
    }

    /// All values of a document that has several.
    static func lines(of document: JSONDocument) -> JSONRows {
        document.bytes.withUnsafeBufferPointer { bytes in
            var cuts: [Int] = []
            var index = ByteCursor.skipBlank(bytes, from: document.contentStart)
            while index < bytes.count {
                if index - (cuts.last ?? -pieceSize) >= pieceSize { cuts.append(index) }
                let next = ByteCursor.skipBlank(bytes, from: ByteCursor.skipValue(bytes, from: index))
                guard next > index else { break }
                index = next
            }
            return JSONRows(document: document, cuts: cuts, end: bytes.count, isLines: true, isClosed: true)
        }
    }

    /// Reads one piece strictly.
    ///
    /// A fault ends the piece, and in an array what follows it cannot be trusted; where lines stand on their own the
    /// next line goes on.
    ///
    /// - Parameters:
    ///   - piece: Its number, below ``pieces``.
    ///   - lenient: Whether comments and trailing commas are accepted.
    ///   - row: Called for every value, in order.
    /// - Returns: What there is to say about the piece.
    package func read(piece: Int, lenient: Bool, row: (JSONRow) -> Void) -> Outcome {
        let limit = limit(of: piece)
        return document.bytes.withUnsafeBufferPointer { bytes in
            var scanner = JSONScanner(bytes: bytes, lenient: lenient)
            var outcome = Outcome()
            var index = cuts[piece]
            var wasted = 0
            while index < limit || !isClosed && piece == cuts.count - 1 {
                do throws(JSONFault) {
                    index = try next(&scanner, at: index, before: limit, row)
                } catch {
                    outcome.faults.append(error)
                    wasted += error.offset - index
                    guard isLines, outcome.faults.count < Self.faultLimit, wasted < Self.wasteLimit,
                        let next = Self.nextLine(bytes, from: index + 1, before: limit)
                    else { break }
                    index = next
                }
            }
            outcome.remarks = scanner.remarks
            return outcome
        }
    }

    /// Reads one value and what separates it from the next; answers the offset of that.
    private func next(
        _ scanner: inout JSONScanner,
        at start: Int,
        before limit: Int,
        _ row: (JSONRow) -> Void
    ) throws(JSONFault) -> Int {
        let row = row
        let read = try scanner.row(of: document, at: start)
        row(read)
        var index = try scanner.blank(from: read.end)
        guard !isLines else { return index }
        guard index < scanner.bytes.count else { throw scanner.cutOff("',' or ']'") }
        guard index != limit else { return index }
        guard scanner.bytes[index] == UInt8(ascii: ",") else { throw scanner.unexpected(index, "',' or ']'") }
        let comma = index
        index = try scanner.blank(from: index + 1)
        if index == end, isClosed, !scanner.lenient {
            throw scanner.unexpected(comma, "a value behind the comma")
        }
        return index
    }

    /// The next line that begins with a bracket.
    private static func nextLine(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        before limit: Int
    ) -> Int? {
        var index = start
        while index < limit {
            let isStart = index > 0 && bytes[index - 1] == 0x0A
            if isStart, bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "[") {
                return index
            }
            index += 1
        }
        return nil
    }
}

extension JSONValue {
    /// The elements of an array, cut into pieces; nil for any other kind.
    package var rows: JSONRows? { kind == .array ? JSONRows.elements(of: document, at: offset).rows : nil }
}

extension JSONScanner {
    /// Reads one value with its members.
    mutating func row(of document: JSONDocument, at start: Int) throws(JSONFault) -> JSONRow {
        var members: [JSONObject.Member] = []
        let end = try value(at: start, members: &members)
        let isObject = bytes[start] == UInt8(ascii: "{")
        return JSONRow(
            value: JSONValue(document: document, offset: start),
            object: isObject ? JSONObject(document: document, members: members) : nil,
            end: end
        )
    }
}

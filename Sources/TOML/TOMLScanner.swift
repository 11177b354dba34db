/// A place in a text that moves forward, and tells what it stands on.
///
/// Every function stops at the end of the text at the latest. A copy is a bookmark.
struct TOMLScanner {
    let bytes: [UInt8]
    private(set) var index = 0
    private var line = 1
    private var lineStart = 0
    /// The arrays, inline tables and texts of several lines that are open here.
    var openings = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
        // A mark that editors put at the start of a file.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            index = 3
            lineStart = 3
        }
    }

    var position: TOMLPosition { TOMLPosition(line: line, column: index - lineStart + 1) }

    /// The first line of which nothing was read.
    var lineBehind: Int { index == lineStart ? line : line + 1 }

    var isAtEnd: Bool { index >= bytes.count }

    /// The byte that comes next; a part of a longer character is only known to be none of ASCII.
    var next: Unicode.Scalar? { next(0) }

    /// The byte so many places further.
    func next(_ distance: Int) -> Unicode.Scalar? {
        let place = index + distance
        return place < bytes.count ? Unicode.Scalar(bytes[place]) : nil
    }

    /// Moves over bytes that are no line feeds.
    mutating func advance(_ count: Int = 1) { index = min(index + count, bytes.count) }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        advance()
        return true
    }

    mutating func takeNewline() -> Bool {
        if next == "\r", next(1) == "\n" { advance() }
        guard take("\n") else { return false }
        line += 1
        lineStart = index
        return true
    }

    mutating func skipBlanks() { while next == " " || next == "\t" { advance() } }

    /// Moves over blanks, a comment, and the end of the line.
    mutating func finishLine() throws(TOMLProblem) {
        skipBlanks()
        try skipComment()
        guard isAtEnd || takeNewline() else { throw expected("the end of the line") }
    }

    /// Moves over blanks, comments and lines, as they may stand between the values of an array.
    mutating func skipBlanksAndLines() throws(TOMLProblem) {
        repeat {
            skipBlanks()
            try skipComment()
        } while takeNewline()
    }

    private mutating func skipComment() throws(TOMLProblem) {
        guard take("#") else { return }
        while let scalar = next, !isAtNewline {
            guard Self.isText(scalar) else { throw expected("a character of a comment") }
            advance()
        }
    }

    mutating func skipLine() {
        while !isAtEnd, next != "\n" { advance() }
        _ = takeNewline()
    }

    mutating func returnToStartOfLine() { index = lineStart }

    var isAtNewline: Bool { next == "\n" || (next == "\r" && next(1) == "\n") }

    /// Whether a byte may stand in a text and in a comment.
    static func isText(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\t" || (scalar >= " " && scalar != "\u{7F}")
    }

    func expected(_ what: String) -> TOMLProblem {
        TOMLProblem(position: position, message: "expected \(what), found \(shown)")
    }

    /// What stands here, in a form that is safe to print.
    var shown: String {
        guard next != nil else { return "the end of the file" }
        if isAtNewline { return "the end of the line" }
        let scalar = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
            .unicodeScalars.first
        switch scalar {
        case nil, " ": return "a blank"
        case "\t": return "a tab"
        case let scalar?:
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
                return "the character U+" + String(scalar.value, radix: 16, uppercase: true)
            default: return "\"\(Character(scalar))\""
            }
        }
    }
}

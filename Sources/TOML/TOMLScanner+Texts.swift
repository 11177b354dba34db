extension TOMLScanner {
    /// Reads a text of one line or of several, standing on its quote.
    mutating func text() throws(TOMLProblem) -> String {
        let quote = next
        return next(1) == quote && next(2) == quote ? try linesText() : try lineText()
    }

    /// Reads a text that ends on its line, standing on its quote.
    mutating func lineText() throws(TOMLProblem) -> String {
        let start = position
        let quote = next
        advance()
        var text: [UInt8] = []
        var problem: TOMLProblem?
        while let scalar = next, !isAtNewline {
            if scalar == quote {
                advance()
                if let problem { throw problem }
                return String(decoding: text, as: UTF8.self)
            }
            takeCharacter(of: quote, into: &text, &problem)
        }
        throw unclosed(start, String(quote.map(Character.init) ?? "\""))
    }

    /// Reads a text between three quotes, standing on the first of them.
    private mutating func linesText() throws(TOMLProblem) -> String {
        let start = position
        guard let quote = next else { throw expected("a text") }
        advance(3)
        _ = takeNewline()
        let beginning = self
        var text: [UInt8] = []
        var problem: TOMLProblem?
        while let scalar = next {
            if scalar == quote {
                var run = 1
                while run < 5, next(run) == quote { run += 1 }
                advance(run)
                // One or two quotes may stand in the text, also right before the three that end it.
                text.append(contentsOf: repeatElement(UInt8(ascii: quote), count: run < 3 ? run : run - 3))
                if run < 3 { continue }
                if let problem { throw problem }
                return String(decoding: text, as: UTF8.self)
            }
            let from = index
            if takeNewline() {
                text += bytes[from..<index]
            } else if quote != "\"" || !skipFold() {
                takeCharacter(of: quote, into: &text, &problem)
            }
        }
        // Only the first line is taken for a part of it.
        self = beginning
        openings += 1
        throw unclosed(start, String(repeating: Character(quote), count: 3))
    }

    private func unclosed(_ start: TOMLPosition, _ quotes: String) -> TOMLProblem {
        TOMLProblem(position: start, message: "a text is not closed with \(quotes)")
    }

    /// Moves over a backslash at the end of a line, and all blanks and lines behind it.
    private mutating func skipFold() -> Bool {
        guard next == "\\" else { return false }
        var probe = self
        probe.advance()
        probe.skipBlanks()
        guard probe.takeNewline() else { return false }
        repeat { probe.skipBlanks() } while probe.takeNewline()
        self = probe
        return true
    }

    /// Moves over one byte, or one escape; the first problem is kept, so that the end of the text is found.
    private mutating func takeCharacter(
        of quote: Unicode.Scalar?,
        into text: inout [UInt8],
        _ problem: inout TOMLProblem?
    ) {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\\"), quote == "\"" {
            let start = position
            advance()
            do throws(TOMLProblem) {
                text.append(contentsOf: String(try escaped(from: start)).utf8)
            } catch {
                problem = problem ?? error
            }
            return
        }
        if !Self.isText(Unicode.Scalar(byte)) { problem = problem ?? expected("a character of a text") }
        text.append(byte)
        advance()
    }

    /// Reads what follows a backslash.
    private mutating func escaped(from start: TOMLPosition) throws(TOMLProblem) -> Unicode.Scalar {
        let letter = next
        let plain: Unicode.Scalar? =
            switch letter {
            case "b": "\u{8}"
            case "t": "\t"
            case "n": "\n"
            case "f": "\u{C}"
            case "r": "\r"
            case "\"": "\""
            case "\\": "\\"
            default: nil
            }
        if let plain {
            advance()
            return plain
        }
        guard letter == "u" || letter == "U" else {
            throw expected("one of b t n f r u U \" \\ after \\")
        }
        advance()
        let length = letter == "u" ? 4 : 8
        var value: UInt32 = 0
        for _ in 0..<length {
            guard let digit = next.flatMap(Self.hexadecimalDigit) else {
                throw expected("\(length) hexadecimal digits")
            }
            // Eight digits of four bits each are all that fit.
            value = value << 4 | digit
            advance()
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw TOMLProblem(
                position: start,
                message: "there is no character U+" + String(value, radix: 16, uppercase: true)
            )
        }
        return scalar
    }

    private static func hexadecimalDigit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "0"..."9": scalar.value - 0x30
        case "A"..."F": scalar.value - 0x37
        case "a"..."f": scalar.value - 0x57
        default: nil
        }
    }
}

extension TOMLScanner {
    /// Reads a value that stands so deep in tables and arrays.
    mutating func value(depth: Int) throws(TOMLProblem) -> TOMLValue {
        let start = position
        guard depth <= TOML.deepest else {
            throw TOMLProblem(position: start, message: "nested deeper than \(TOML.deepest) levels")
        }
        let content: TOMLValue.Content =
            switch next {
            case "[": .array(try array(depth: depth))
            case "{": .table(try inlineTable(depth: depth))
            case "\"", "'": .string(try text())
            default: try word()
            }
        return TOMLValue(content, at: start)
    }

    private mutating func array(depth: Int) throws(TOMLProblem) -> [TOMLValue] {
        let start = position
        openings += 1
        advance()
        var values: [TOMLValue] = []
        while true {
            try skipBlanksAndLines()
            if isAtEnd { break }
            if take("]") {
                openings -= 1
                return values
            }
            values.append(try value(depth: depth + 1))
            try skipBlanksAndLines()
            if isAtEnd { break }
            guard take(",") || next == "]" else { throw expected("a comma or ]") }
        }
        throw TOMLProblem(position: start, message: "an array is not closed with ]")
    }

    private mutating func inlineTable(depth: Int) throws(TOMLProblem) -> TOMLTable {
        openings += 1
        advance()
        var builder = TOMLBuilder(depth: depth)
        skipBlanks()
        if !take("}") {
            repeat {
                let (path, value) = try keyAndValue(depth: depth)
                try builder.set(path, to: value)
                skipBlanks()
            } while take(",")
            guard take("}") else { throw expected("a comma or } on the same line") }
        }
        openings -= 1
        return builder.table()
    }

    /// Reads a number, a date, a time or a boolean.
    private mutating func word() throws(TOMLProblem) -> TOMLValue.Content {
        let start = position
        let first = index
        takeWord()
        // Between a date and a time may stand a blank.
        if next == " ", let digit = next(1), "0"..."9" ~= digit, TOMLDateTime(written(from: first)) != nil {
            advance()
            takeWord()
        }
        let text = written(from: first)
        switch text {
        case "": throw expected("a value")
        case "true": return .boolean(true)
        case "false": return .boolean(false)
        default: break
        }
        if let time = TOMLDateTime(text) { return .dateTime(time) }
        switch TOMLNumber.read(text) {
        case .number(let number): return number
        case .tooLarge:
            throw TOMLProblem(position: start, message: "\(TOML.short(text)) does not fit into 64 bits")
        case .none:
            let isLikeNumber = text.unicodeScalars.contains { "0"..."9" ~= $0 }
            let hint =
                isLikeNumber
                ? "is neither a number nor a date or time" : "is no value; a text stands in quotes"
            throw TOMLProblem(position: start, message: "\(TOML.short(text)) \(hint)")
        }
    }

    private func written(from first: Int) -> String { String(decoding: bytes[first..<index], as: UTF8.self) }

    private mutating func takeWord() {
        while let scalar = next, Self.isBareKey(scalar) || scalar == "+" || scalar == "." || scalar == ":" {
            advance()
        }
    }
}

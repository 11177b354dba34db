extension TOMLScanner {
    static func isBareKey(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "-", "_": true
        default: false
        }
    }

    /// Reads `[table]` or `[[table]]`, standing on the bracket; comments above it begin on a line.
    mutating func header(leadLine: Int) throws(TOMLProblem) -> (TOMLHeader, TOMLPath) {
        let start = position
        advance()
        let isElement = take("[")
        let path = try path()
        guard take("]"), !isElement || take("]") else {
            throw expected("\(isElement ? "]]" : "]") after a key")
        }
        return (TOMLHeader(path: path.texts, isElement: isElement, position: start, leadLine: leadLine), path)
    }

    /// Reads `key = value` in a table so deep.
    mutating func keyAndValue(depth: Int) throws(TOMLProblem) -> (TOMLPath, TOMLValue) {
        let path = try path()
        guard take("=") else { throw expected("= after a key") }
        skipBlanks()
        return (path, try value(depth: depth + 1 + path.parents.count))
    }

    /// Whether a header or a key with a value seems to begin here.
    var isAtExpression: Bool {
        var probe = self
        probe.skipBlanks()
        if probe.next == "[" {
            return (try? probe.header(leadLine: 1)) != nil && (try? probe.finishLine()) != nil
        }
        return (try? probe.path()) != nil && probe.next == "="
    }

    /// Reads keys joined by dots, with the blanks around them.
    private mutating func path() throws(TOMLProblem) -> TOMLPath {
        var path = TOMLPath(last: try key())
        while take(".") {
            path.parents.append(path.last)
            path.last = try key()
        }
        return path
    }

    private mutating func key() throws(TOMLProblem) -> TOMLKey {
        skipBlanks()
        defer { skipBlanks() }
        let start = position
        if next == "\"" || next == "'" { return TOMLKey(text: try lineText(), position: start) }
        let first = index
        while let scalar = next, Self.isBareKey(scalar) { advance() }
        guard index > first else { throw expected("a key") }
        return TOMLKey(text: String(decoding: bytes[first..<index], as: UTF8.self), position: start)
    }
}

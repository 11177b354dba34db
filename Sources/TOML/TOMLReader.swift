/// Reads a text line by line, and goes on behind what is broken.
struct TOMLReader {
    private var scanner: TOMLScanner
    private(set) var builder = TOMLBuilder()
    private(set) var headers: [TOMLHeader] = []
    private(set) var problems: [TOMLProblem] = []
    /// The line behind the last key or header.
    private(set) var freeLine = 1
    /// Where keys go; nil below a header that could not be read.
    private var table: Int? = TOMLBuilder.root

    init(_ text: String) { scanner = TOMLScanner(text) }

    mutating func read() {
        while !scanner.isAtEnd {
            let line = scanner.position.line
            do throws(TOMLProblem) {
                try readExpression()
            } catch {
                problems.append(error)
                recover(from: line)
                freeLine = scanner.lineBehind
            }
        }
    }

    private mutating func readExpression() throws(TOMLProblem) {
        scanner.skipBlanks()
        switch scanner.next {
        case nil, "\n", "\r", "#": try scanner.finishLine()
        case "[":
            try readHeader()
            freeLine = scanner.lineBehind
        default:
            try readKeyAndValue()
            freeLine = scanner.lineBehind
        }
    }

    private mutating func readHeader() throws(TOMLProblem) {
        table = nil
        let (header, path) = try scanner.header(leadLine: freeLine)
        try scanner.finishLine()
        headers.append(header)
        do throws(TOMLProblem) {
            table = try builder.open(header, path)
        } catch {
            problems.append(error)
            // What stands below a header that is there twice can still be told apart.
            table = builder.table(at: path)
        }
    }

    private mutating func readKeyAndValue() throws(TOMLProblem) {
        let depth = table.map(builder.depth) ?? 0
        let (path, value) = try scanner.keyAndValue(depth: depth)
        try scanner.finishLine()
        guard let table else { return }
        do throws(TOMLProblem) {
            try builder.set(path, to: value, in: table)
        } catch {
            problems.append(error)
        }
    }

    /// Goes to the next line; out of an array or text that is broken, to the next one that looks like a new start.
    private mutating func recover(from line: Int) {
        guard scanner.openings > 0 else { return scanner.skipLine() }
        scanner.openings = 0
        if scanner.position.line == line { scanner.skipLine() } else { scanner.returnToStartOfLine() }
        while !scanner.isAtEnd, !scanner.isAtExpression { scanner.skipLine() }
    }
}

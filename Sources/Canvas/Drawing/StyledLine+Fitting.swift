extension StyledLine {
    /// The line made safe and cut to a number of columns, with `…` at the end where something was left out.
    package func truncated(to columns: Int) -> StyledLine {
        guard columns > 0 else { return StyledLine() }
        if self.columns <= columns { return self }
        var left = columns - 1
        var line = StyledLine()
        for span in spans {
            let (text, used, isWhole) = span.text.fitting(left)
            line.append(text, span.style)
            left -= used
            if !isWhole { break }
        }
        line.append(String(Glyph.ellipsis.character), line.spans.last?.style ?? Style())
        return line
    }

    /// The line in lines of at most a number of columns, broken at blanks, and inside words that are too long.
    ///
    /// Lines after the first begin `indent` columns further right, as far as that leaves room for text.
    package func wrapped(to columns: Int, indent: Int = 0) -> [StyledLine] {
        let columns = max(1, columns)
        if self.columns <= columns { return [self] }
        let indent = max(0, min(indent, columns - 8))
        var breaker = LineBreaker(columns: columns, indent: indent)
        for span in spans {
            for character in span.text { breaker.take(character, span.style) }
        }
        return breaker.finished()
    }
}

/// Gathers characters into lines of a width.
private struct LineBreaker {
    let columns: Int
    let indent: Int
    private var lines: [StyledLine] = []
    /// The line being filled, up to the end of the last whole word in it.
    private var settled = StyledLine()
    private var settledColumns = 0
    /// What follows that: a word that may yet grow.
    private var word: [Letter] = []
    private var wordColumns = 0

    private struct Letter {
        let character: Character
        let columns: Int
        let style: Style
    }

    init(columns: Int, indent: Int) {
        self.columns = columns
        self.indent = indent
    }

    mutating func take(_ character: Character, _ style: Style) {
        let form = character.cellForm
        if form.character == " " {
            settle(word.count)
            // A blank at the end of a full line is the break itself.
            if settledColumns < columns {
                Self.add(" ", style, to: &settled)
                settledColumns += 1
            }
            return
        }
        word.append(Letter(character: form.character, columns: form.columns, style: style))
        wordColumns += form.columns
        if settledColumns + wordColumns > columns, settledColumns > margin { breakLine() }
        // The next line may be narrower than the one the word began on.
        while settledColumns + wordColumns > columns, word.count > 1 { breakWord() }
    }

    mutating func finished() -> [StyledLine] {
        settle(word.count)
        if settledColumns > margin || lines.isEmpty { lines.append(settled) }
        return lines
    }

    private var margin: Int { lines.isEmpty ? 0 : indent }

    /// So many letters of the waiting word belong to this line.
    private mutating func settle(_ count: Int) {
        for letter in word.prefix(count) {
            Self.add(String(letter.character), letter.style, to: &settled)
            settledColumns += letter.columns
            wordColumns -= letter.columns
        }
        word.removeFirst(min(count, word.count))
    }

    /// Ends the line before the waiting word, without the blanks there.
    private mutating func breakLine() {
        while let last = settled.spans.last, last.text.last == " " {
            settled.spans[settled.spans.count - 1].text.removeLast()
            if settled.spans.last?.text.isEmpty == true { settled.spans.removeLast() }
        }
        start()
    }

    /// Ends the line inside a word that is longer than a line: as many letters as fit, and one at least.
    private mutating func breakWord() {
        var room = columns - settledColumns
        let fitting = word.prefix { letter in
            room -= letter.columns
            return room >= 0
        }
        settle(max(1, fitting.count))
        start()
    }

    private mutating func start() {
        lines.append(settled)
        settled = indent > 0 ? StyledLine(String(repeating: " ", count: indent)) : StyledLine()
        settledColumns = indent
    }

    private static func add(_ text: String, _ style: Style, to line: inout StyledLine) {
        if line.spans.last?.style == style {
            line.spans[line.spans.count - 1].text += text
        } else {
            line.append(text, style)
        }
    }
}

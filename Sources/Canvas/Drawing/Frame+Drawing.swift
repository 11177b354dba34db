extension Frame {
    /// The rectangle of the whole frame.
    package var bounds: Rect { Rect(size) }

    /// Writes text on one row, made safe, and answers how many columns it took up to the clip's right edge.
    ///
    /// Nothing outside the clip changes; a wide character cut at an edge becomes a blank.
    @discardableResult
    package mutating func write(
        _ text: String,
        at point: Point,
        style: Style = Style(),
        clip: Rect? = nil
    ) -> Int {
        let clip = clip.map(bounds.intersection) ?? bounds
        let start = point.column.coordinate
        var column = start
        let end = clip.endColumn
        guard point.row >= clip.row, point.row < clip.endRow, column < end else { return 0 }
        if text.isPlain {
            let count = text.utf8.count
            let visible = max(start, clip.column)..<max(start, clip.column, min(end, start + count))
            put(ascii: text.utf8.dropFirst(visible.lowerBound - start), style, visible, point.row)
            return min(count, end - start)
        }
        for character in text {
            if column >= end { break }
            let form = character.cellForm
            if column >= clip.column, column + form.columns <= end {
                put(form.character, columns: form.columns, style, column, point.row)
            } else {
                for cut in max(
                    column,
                    clip.column
                )..<max(column, clip.column, min(column + form.columns, end)) {
                    put(" ", columns: 1, style, cut, point.row)
                }
            }
            column += form.columns
        }
        return min(column, end) - start
    }

    /// Writes a piece of text on one row as `write` does with a whole one.
    @discardableResult
    package mutating func write(
        _ text: Substring,
        at point: Point,
        style: Style = Style(),
        clip: Rect? = nil
    ) -> Int {
        write(String(text), at: point, style: style, clip: clip)
    }

    /// Writes a styled line on one row, on its own surfaces or on one given.
    @discardableResult
    package mutating func write(
        _ line: StyledLine,
        at point: Point,
        on surface: Surface? = nil,
        clip: Rect? = nil
    ) -> Int {
        let start = point.column.coordinate
        var point = Point(column: start, row: point.row)
        for span in line.spans {
            var style = span.style
            if let surface { style.surface = surface }
            point.column += write(span.text, at: point, style: style, clip: clip)
        }
        return point.column - start
    }

    /// Writes a styled line into the first row of a rectangle, cut with `…` and aligned.
    package mutating func write(
        _ line: StyledLine,
        in rect: Rect,
        _ alignment: Alignment = .leading,
        on surface: Surface? = nil
    ) {
        guard !rect.isEmpty else { return }
        let line = line.truncated(to: rect.columns)
        let blanks = alignment == .leading ? 0 : rect.columns - line.columns
        let shift = alignment == .center ? blanks / 2 : blanks
        write(line, at: Point(column: rect.column + shift, row: rect.row), on: surface, clip: rect)
    }

    /// Fills a rectangle with one character of one column.
    package mutating func fill(_ rect: Rect, with character: Character = " ", style: Style = Style()) {
        let area = bounds.intersection(rect)
        let form = character.cellForm
        let filling = form.columns == 1 ? form.character : " "
        for row in area.row..<area.endRow {
            put(repeated: filling, style, area.column..<area.endColumn, row)
        }
    }

    /// Puts everything in a rectangle on another surface and leaves characters and roles.
    package mutating func restyle(_ rect: Rect, on surface: Surface) {
        let area = bounds.intersection(rect)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn {
                var style = self[column, row].style
                style.surface = surface
                self[column, row] = Cell(nil, style)
            }
        }
    }

    /// Draws a horizontal line; give its weight, or dotted.
    package mutating func horizontalLine(
        at point: Point,
        columns: Int,
        weight: LineWeight = .light,
        style: Style = Style(.border),
        clip: Rect? = nil
    ) {
        let glyph = LineGlyph(right: weight, left: weight)
        let line = Rect(column: point.column, row: point.row, columns: columns, rows: 1)
        fill(clip.map(line.intersection) ?? line, with: glyph.character, style: style)
    }

    /// Draws a vertical line.
    package mutating func verticalLine(
        at point: Point,
        rows: Int,
        weight: LineWeight = .light,
        style: Style = Style(.border),
        clip: Rect? = nil
    ) {
        let glyph = LineGlyph(up: weight, down: weight)
        let line = Rect(column: point.column, row: point.row, columns: 1, rows: rows)
        fill(clip.map(line.intersection) ?? line, with: glyph.character, style: style)
    }

    /// The same picture in ASCII alone, column for column.
    ///
    /// What bulkhead draws has its own form, and a letter loses its marks; any other character becomes one `?` a
    /// column.
    package func inASCII() -> Frame {
        var frame = Frame(size: size)
        frame.cursor = cursor
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let cell = self[column, row]
                frame.put(cell.character.map(Self.ascii) ?? "?", columns: 1, cell.style, column, row)
            }
        }
        return frame
    }

    private static func ascii(_ character: Character) -> Character {
        if let form = Glyph.ascii(of: character) { return form }
        guard let base = character.unicodeScalars.first, base.isASCII else { return "?" }
        return Character(base)
    }
}

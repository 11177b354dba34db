/// A part of a stacked bar: how many, in which role, and the character that stands for it without colour.
package struct GaugePart: Hashable, Sendable {
    package let count: Int
    package let role: Role
    package let letter: Character

    package init(_ count: Int, _ role: Role, letter: Character) {
        self.count = max(0, count)
        self.role = role
        self.letter = letter
    }
}

extension Frame {
    /// Draws a vertical scrollbar in the first column of a rectangle; nothing where everything is visible.
    ///
    /// Only the thumb is drawn: a track would double the border beside it.
    package mutating func scrollbar(in rect: Rect, offset: Int, visible: Int, total: Int, style: Style) {
        guard rect.rows > 0, rect.columns > 0, total > visible, visible > 0 else { return }
        let length = max(1, Int(Double(rect.rows) * Double(visible) / Double(total)))
        let travel = Double(rect.rows - length)
        let share = Double(min(max(0, offset), total - visible)) / Double(total - visible)
        let start = rect.row + Int(travel * share + 0.5)
        let thumb = Rect(column: rect.column, row: start, columns: 1, rows: length)
        fill(thumb.intersection(rect), with: Glyph.rightHalf.character, style: style)
    }

    /// Draws a bar filled to a share of 0 to 1, in eighths of a column.
    package mutating func progressBar(in rect: Rect, share: Double, style: Style = Style(.accent)) {
        guard !rect.isEmpty else { return }
        let share = share.isFinite ? min(max(0, share), 1) : 0
        let eighths = Int(share * Double(rect.columns * 8))
        let parts: [Glyph] = [.one, .two, .three, .half, .five, .six, .seven]
        for column in 0..<rect.columns {
            let filled = eighths - column * 8
            let glyph: Glyph = filled >= 8 ? .full : filled > 0 ? parts[filled - 1] : .light
            let cell = Rect(column: rect.column + column, row: rect.row, columns: 1, rows: 1)
            let quiet = Style(.border, on: style.surface)
            fill(cell, with: glyph.character, style: filled > 0 ? style : quiet)
        }
    }

    /// Draws a stacked bar of parts, each filled with its letter; a part that is not empty has a column at least.
    package mutating func gauge(_ parts: [GaugePart], in rect: Rect, on surface: Surface = .base) {
        guard !rect.isEmpty else { return }
        let parts = parts.filter { $0.count > 0 }
        let total = parts.reduce(0.0) { $0 + Double($1.count) }
        var column = rect.column
        var seen = 0.0
        for (index, part) in parts.enumerated() {
            seen += Double(part.count)
            let ideal = rect.column + Int(Double(rect.columns) * seen / total + 0.5)
            // Leave a column to each of the parts that follow.
            let last = rect.endColumn - (parts.count - 1 - index)
            let end = max(column, min(max(ideal, column + 1), max(last, column + 1), rect.endColumn))
            let bar = Rect(column: column, row: rect.row, columns: end - column, rows: 1)
            fill(bar, with: part.letter, style: Style(part.role, on: surface, .bold))
            column = end
        }
        if parts.isEmpty {
            fill(rect.top(1).0, with: Glyph.light.character, style: Style(.border, on: surface))
        }
    }

    /// Writes a short text as a badge, in reverse so that it stands out without colour; answers its rectangle.
    @discardableResult
    package mutating func badge(_ text: String, at point: Point, role: Role, clip: Rect? = nil) -> Rect {
        let style = Style(role, on: .base, [.bold, .reverse])
        let used = write(" \(text) ", at: point, style: style, clip: clip)
        return Rect(column: point.column, row: point.row, columns: used, rows: 1)
    }
}

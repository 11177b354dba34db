/// The lines of a box.
package enum BoxLines: Hashable, Sendable { case single, rounded, heavy, double }

extension Frame {
    /// Draws the border of a rectangle, with a title at the left and a caption at the right of its upper edge.
    ///
    /// Nothing is drawn where fewer than two columns or rows are given.
    package mutating func box(
        _ rect: Rect,
        lines: BoxLines = .single,
        style: Style = Style(.border),
        title: StyledLine = StyledLine(),
        caption: StyledLine = StyledLine()
    ) {
        guard rect.columns >= 2, rect.rows >= 2 else { return }
        let weight: LineWeight =
            switch lines {
            case .single, .rounded: .light
            case .heavy: .heavy
            case .double: .double
            }
        let right = rect.endColumn - 1
        let bottom = rect.endRow - 1
        let inner = rect.inset()
        for row in [rect.row, bottom] {
            let start = Point(column: inner.column, row: row)
            horizontalLine(at: start, columns: inner.columns, weight: weight, style: style)
        }
        for column in [rect.column, right] {
            let start = Point(column: column, row: inner.row)
            verticalLine(at: start, rows: inner.rows, weight: weight, style: style)
        }
        let corners: [Character] =
            lines == .rounded
            ? ["╭", "╮", "╰", "╯"]
            : [
                LineGlyph(right: weight, down: weight).character,
                LineGlyph(down: weight, left: weight).character,
                LineGlyph(up: weight, right: weight).character,
                LineGlyph(up: weight, left: weight).character,
            ]
        put(corners[0], columns: 1, style, rect.column, rect.row)
        put(corners[1], columns: 1, style, right, rect.row)
        put(corners[2], columns: 1, style, rect.column, bottom)
        put(corners[3], columns: 1, style, right, bottom)
        inscribe(title, caption, in: rect, on: style.surface)
    }

    /// Writes title and caption into an upper edge; the caption gives way first.
    private mutating func inscribe(
        _ title: StyledLine,
        _ caption: StyledLine,
        in rect: Rect,
        on surface: Surface
    ) {
        // A corner, a piece of line and a blank on either side.
        var free = Rect(column: rect.column + 2, row: rect.row, columns: rect.columns - 4, rows: 1)
        if title.columns > 0, free.columns >= 3 {
            let text = title.truncated(to: free.columns - 2)
            let used = write(
                [Span(" ")] + text + [Span(" ")],
                at: Point(column: free.column, row: free.row),
                on: surface,
                clip: free
            )
            free = free.left(used + 1).rest
        }
        let width = caption.columns + 2
        guard caption.columns > 0, width <= free.columns else { return }
        write(
            [Span(" ")] + caption + [Span(" ")],
            at: Point(column: free.endColumn - width, row: free.row),
            on: surface,
            clip: free
        )
    }
}

/// Lines of styled text, wrapped or not, of which a part is shown.
package struct Paragraph: Hashable, Sendable {
    package var lines: [StyledLine]
    package var wraps: Bool
    /// How much further right the lines after a break begin.
    package var indent: Int
    /// The first row shown, after wrapping.
    package var offset: Int
    /// How many columns are scrolled away, where nothing is wrapped.
    package var columnOffset: Int

    package init(
        _ lines: [StyledLine],
        wraps: Bool = true,
        indent: Int = 0,
        offset: Int = 0,
        columnOffset: Int = 0
    ) {
        self.lines = lines
        self.wraps = wraps
        self.indent = indent
        self.offset = offset
        self.columnOffset = columnOffset
    }

    /// The rows as they are drawn in so many columns.
    package func rows(columns: Int) -> [StyledLine] {
        guard wraps else { return lines }
        return lines.flatMap { $0.wrapped(to: columns, indent: indent) }
    }

    /// Draws the visible rows, and a scrollbar where there are more; answers which part is shown.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame) -> Viewport {
        var rows = rows(columns: rect.columns)
        var area = rect
        if rows.count > rect.rows, rect.columns > 8 {
            area = rect.left(rect.columns - 1).0
            rows = self.rows(columns: area.columns)
        }
        let viewport = Viewport(count: rows.count, visible: rect.rows, offset: offset)
        let shift = wraps ? 0 : max(0, columnOffset.coordinate)
        for row in viewport.rows {
            let place = Point(column: area.column - shift, row: area.row + row - viewport.offset)
            frame.write(rows[row], at: place, clip: area)
        }
        if area != rect {
            frame.scrollbar(
                in: rect.right(1).0,
                offset: viewport.offset,
                visible: viewport.visible,
                total: rows.count,
                style: Style(.border)
            )
        }
        return viewport
    }
}

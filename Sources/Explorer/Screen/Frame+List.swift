import Canvas

extension Frame {
    /// Draws the rows of a list that a rectangle has room for, cut with `…`, and a scrollbar beside them.
    ///
    /// The selected row stands on `selection`; nil shows none.
    mutating func drawList(
        _ count: Int,
        _ cursor: ListCursor,
        selection: Surface?,
        in rect: Rect,
        line: (Int) -> StyledLine
    ) {
        let viewport = Viewport(count: count, visible: rect.rows, offset: cursor.top)
        let edge = viewport.isScrolling ? (rect.columns > 20 ? 2 : 1) : 0
        for row in viewport.rows {
            let place = rect.top(row - viewport.offset).rest.top(1).0
            let surface = row == cursor.row ? selection : nil
            if let surface { fill(place, style: Style(.text, on: surface)) }
            write(line(row), in: place.left(place.columns - edge).0, on: surface)
        }
        guard viewport.isScrolling else { return }
        scrollbar(
            in: rect.right(1).0,
            offset: viewport.offset,
            visible: viewport.visible,
            total: viewport.count,
            style: Style(.border)
        )
    }
}

extension Table {
    /// Where a drawn table has what, for the mouse.
    package struct Places: Hashable, Sendable {
        /// The rows shown and the rectangle they fill, one screen row each.
        package let rows: Range<Int>
        package let body: Rect
        /// The titles, by column of the table.
        package let titles: [Int: Rect]

        /// The row of the table at a place on the screen.
        package func row(at point: Point) -> Int? {
            guard body.contains(point) else { return nil }
            let row = rows.lowerBound + point.row - body.row
            return rows.contains(row) ? row : nil
        }
    }

    /// Draws header, visible rows and scrollbar.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame) -> Places {
        guard !rect.isEmpty else { return Places(rows: 0..<0, body: rect, titles: [:]) }
        let (header, body) = rect.top(showsHeader ? 1 : 0)
        let viewport = Viewport(count: count, visible: body.rows, offset: offset)
        let hasScrollbar = viewport.isScrolling && rect.columns > 8
        // Two columns for pointer and mark, and one for the scrollbar.
        let gutter = rect.columns > 12 ? 2 : 0
        let area = rect.left(gutter).rest
        // Text that ends at the right edge keeps away from the scrollbar.
        let edge = hasScrollbar ? (rect.columns > 20 ? 2 : 1) : 0
        let columns = placedColumns(in: area.left(area.columns - edge).0)

        var titles: [Int: Rect] = [:]
        if showsHeader {
            frame.fill(header, style: Style(.muted, on: .bar))
            for (index, place) in columns {
                let rect = place.top(1).0
                titles[index] = rect
                frame.write(
                    title(of: index, columns: rect.columns),
                    in: rect,
                    self.columns[index].alignment,
                    on: .bar
                )
            }
        }
        for row in viewport.rows {
            let line = body.top(row - viewport.offset).rest.top(1).0
            draw(row: row, in: line, gutter: gutter, columns, of: &frame)
        }
        if hasScrollbar {
            frame.scrollbar(
                in: body.right(1).0,
                offset: viewport.offset,
                visible: viewport.visible,
                total: count,
                style: Style(.border)
            )
        }
        return Places(rows: viewport.rows, body: body, titles: titles)
    }

    /// The title of a column, with the direction where the rows are sorted by it.
    private func title(of column: Int, columns width: Int) -> StyledLine {
        guard let order, order.column == column else {
            return StyledLine(columns[column].title, .muted, .bold)
        }
        var title = StyledLine(columns[column].title.truncated(to: width - 1), .strong, .bold)
        title.append(String((order.ascending ? Glyph.headUp : .headDown).character), .accent)
        return title
    }

    private func draw(
        row: Int,
        in line: Rect,
        gutter: Int,
        _ columns: [(index: Int, rect: Rect)],
        of frame: inout Frame
    ) {
        let isSelected = row == selection
        let surface: Surface = isSelected ? (isFocused ? .selection : .selectionQuiet) : .base
        if isSelected { frame.fill(line, style: Style(.text, on: surface)) }
        if gutter > 0 {
            let glyph: Glyph? = isMarked(row) ? .marked : isSelected && isFocused ? .pointer : nil
            if let glyph {
                let mark = Span(String(glyph.character), .accent)
                frame.write([mark], in: line.left(1).0, on: surface)
            }
        }
        for (index, place) in columns {
            let rect = Rect(column: place.column, row: line.row, columns: place.columns, rows: 1)
            let content = cell(row, index)
            let alignment = self.columns[index].alignment
            if isSelected {
                frame.write(content, in: rect, alignment, on: surface)
            } else {
                frame.write(content, in: rect, alignment)
            }
        }
    }
}

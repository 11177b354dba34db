/// The visible rows of a tree, already flattened; only those on the screen are asked for.
package struct Tree {
    /// Whether there is more under a row.
    package enum Branch: Hashable, Sendable { case leaf, collapsed, expanded }

    /// A row as it is drawn.
    package struct Row: Hashable, Sendable {
        package var depth: Int
        package var branch: Branch
        package var label: StyledLine
        /// What stands at the right edge.
        package var badges: StyledLine

        package init(
            depth: Int,
            _ branch: Branch = .leaf,
            label: StyledLine,
            badges: StyledLine = StyledLine()
        ) {
            self.depth = max(0, depth)
            self.branch = branch
            self.label = label
            self.badges = badges
        }
    }

    /// Where a drawn tree has what, for the mouse.
    package struct Places: Hashable, Sendable {
        package let rows: Range<Int>
        package let body: Rect

        /// The row of the tree at a place on the screen.
        package func row(at point: Point) -> Int? {
            guard body.contains(point) else { return nil }
            let row = rows.lowerBound + point.row - body.row
            return rows.contains(row) ? row : nil
        }
    }

    package var count: Int
    package var selection: Int?
    package var offset: Int
    package var isFocused = true
    package var isMarked: (_ row: Int) -> Bool = { _ in false }
    package var row: (_ row: Int) -> Row

    package init(
        count: Int,
        selection: Int? = nil,
        offset: Int = 0,
        row: @escaping (_ row: Int) -> Row
    ) {
        self.count = count
        self.selection = selection
        self.offset = offset
        self.row = row
    }

    /// Draws the visible rows and a scrollbar.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame) -> Places {
        let viewport = Viewport(count: count, visible: rect.rows, offset: offset)
        let hasScrollbar = viewport.isScrolling && rect.columns > 8
        let area = rect.left(rect.columns - (hasScrollbar ? 1 : 0)).0
        for index in viewport.rows {
            draw(index, in: area.top(index - viewport.offset).rest.top(1).0, of: &frame)
        }
        if hasScrollbar {
            frame.scrollbar(
                in: rect.right(1).0,
                offset: viewport.offset,
                visible: viewport.visible,
                total: count,
                style: Style(.border)
            )
        }
        return Places(rows: viewport.rows, body: rect)
    }

    private func draw(_ index: Int, in line: Rect, of frame: inout Frame) {
        let row = row(index)
        let isSelected = index == selection
        let surface: Surface? = isSelected ? (isFocused ? .selection : .selectionQuiet) : nil
        if let surface { frame.fill(line, style: Style(.text, on: surface)) }

        // Deep rows stop moving right so that their names stay readable.
        let depth = min(row.depth, max(0, line.columns / 2 - 2) / 2)
        let guide = String(LineGlyph(up: .light, down: .light).character) + " "
        var text = StyledLine()
        // The first level hangs on the edge itself: a line there would double the border.
        if depth > 0 { text.append("  " + String(repeating: guide, count: depth - 1), .border) }
        switch row.branch {
        case .leaf: text.append(isMarked(index) ? "\(Glyph.marked.character) " : "  ", .accent)
        case .collapsed: text.append("\(Glyph.headRight.character) ", .accent)
        case .expanded: text.append("\(Glyph.headDown.character) ", .accent)
        }

        var room = line
        let badges = row.badges.columns
        if badges > 0, badges + 2 * depth + 8 <= line.columns {
            let (right, rest) = line.right(badges + 1)
            frame.write(row.badges, in: right.left(badges).0, on: surface)
            room = rest.left(rest.columns - 1).0
        }
        frame.write(text + row.label, in: room, on: surface)
    }
}

/// Which rows of a long list are on the screen.
package struct Viewport: Hashable, Sendable {
    /// How many rows there are.
    package let count: Int
    /// How many of them fit.
    package let visible: Int
    /// The first one shown.
    package let offset: Int

    /// The offset is kept as near to the one given as the list allows.
    package init(count: Int, visible: Int, offset: Int = 0) {
        self.count = max(0, count)
        self.visible = max(0, visible)
        self.offset = min(max(0, offset), max(0, self.count - self.visible))
    }

    /// The rows shown.
    package var rows: Range<Int> { offset..<offset + min(visible, count - offset) }

    /// Whether some rows are not shown.
    package var isScrolling: Bool { count > visible }

    /// The viewport moved as little as it takes to show a row with some rows around it.
    package func showing(_ row: Int, margin: Int = 0) -> Viewport {
        let margin = max(0, min(margin, (visible - 1) / 2))
        let row = min(max(0, row), max(0, count - 1))
        let lowest = row + margin - visible + 1
        let highest = row - margin
        return Viewport(count: count, visible: visible, offset: min(max(offset, lowest), highest))
    }
}

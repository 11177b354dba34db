/// A box in the middle of the screen that stands above everything else.
package struct Popup: Hashable, Sendable {
    package var title: StyledLine
    package var caption: StyledLine
    /// The size of what is inside; smaller where the screen is.
    package var content: Size

    package init(title: StyledLine, caption: StyledLine = StyledLine(), content: Size) {
        self.title = title
        self.caption = caption
        self.content = content
    }

    /// The whole box on a screen.
    package func place(in screen: Rect) -> Rect {
        screen.centered(Size(columns: content.columns + 4, rows: content.rows + 2))
    }

    /// Clears its place, draws the box and answers what is left inside.
    @discardableResult
    package func draw(in screen: Rect, of frame: inout Frame) -> Rect {
        let place = place(in: screen)
        frame.fill(place, style: Style(.text, on: .raised))
        frame.box(
            place,
            lines: .heavy,
            style: Style(.focus, on: .raised),
            title: title,
            caption: caption
        )
        guard place.columns > 4, place.rows > 2 else { return place }
        let inner = place.inset()
        return Rect(column: inner.column + 1, row: inner.row, columns: inner.columns - 2, rows: inner.rows)
    }
}

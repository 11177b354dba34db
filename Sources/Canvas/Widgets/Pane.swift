/// The frame around a part of the screen: border, title, caption, and whether keys go there.
package struct Pane: Hashable, Sendable {
    package var title: StyledLine
    package var caption: StyledLine
    package var isFocused: Bool

    package init(_ title: String, caption: String = "", isFocused: Bool = false) {
        self.init(
            title: StyledLine(title, .title, isFocused ? .bold : []),
            caption: caption.isEmpty ? StyledLine() : StyledLine(caption, .muted),
            isFocused: isFocused
        )
    }

    package init(title: StyledLine, caption: StyledLine = StyledLine(), isFocused: Bool = false) {
        self.title = title
        self.caption = caption
        self.isFocused = isFocused
    }

    /// What is left inside the border; everything where there is no room for one.
    package static func interior(of rect: Rect) -> Rect {
        rect.rows < 3 || rect.columns < 4 ? rect : rect.inset()
    }

    /// Draws the border and answers what is left inside it.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame) -> Rect {
        let interior = Self.interior(of: rect)
        guard interior != rect else { return rect }
        frame.box(
            rect,
            lines: isFocused ? .heavy : .rounded,
            style: Style(isFocused ? .focus : .border),
            title: title,
            caption: caption
        )
        return interior
    }
}

/// A key and what it does here.
package struct Hint: Hashable, Sendable {
    package let key: String
    package let what: String

    package init(_ key: String, _ what: String) {
        self.key = key
        self.what = what
    }
}

/// The line that says which keys do what, with a message at the right.
package struct HintLine: Hashable, Sendable {
    /// The most useful first: what does not fit is left out from the end.
    package var hints: [Hint]
    package var message: StyledLine

    package init(_ hints: [Hint], message: StyledLine = StyledLine()) {
        self.hints = hints
        self.message = message
    }

    /// Draws the line into the first row of a rectangle and answers where each hint that fits stands.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame) -> [Rect] {
        let bar = rect.top(1).0
        frame.fill(bar, style: Style(.muted, on: .bar))
        var rest = bar
        if !message.spans.isEmpty, bar.columns > 0 {
            let text = message.truncated(to: max(0, bar.columns - 2))
            let (right, left) = bar.right(text.columns + 1)
            frame.write(text, in: right, on: .bar)
            rest = left.left(left.columns - 1).0
        }
        var places: [Rect] = []
        for hint in hints {
            let line: StyledLine = [Span(" \(hint.key)", .key, .bold), Span(" \(hint.what) ", .muted)]
            guard line.columns <= rest.columns else { break }
            let (place, next) = rest.left(line.columns)
            frame.write(line, in: place, on: .bar)
            places.append(place)
            rest = next
        }
        return places
    }
}

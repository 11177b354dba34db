import Canvas

/// What stands where there is nothing to show: what is so, why, and the next key.
struct EmptyState {
    private let lines: [StyledLine]

    init(_ lines: [StyledLine]) { self.lines = lines }

    /// Draws it into the middle of a rectangle.
    func draw(in rect: Rect, on frame: inout Frame) {
        let wrapped = lines.flatMap { $0.wrapped(to: max(8, rect.columns - 2)) }
        let top = max(0, (rect.rows - wrapped.count) / 2)
        for (offset, line) in wrapped.enumerated() where top + offset < rect.rows {
            frame.write(line, in: rect.top(top + offset).rest, .center)
        }
    }
}

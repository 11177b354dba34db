import Canvas

/// A side of a rectangle.
enum ScreenEdge: Sendable, Hashable, CaseIterable {
    case left, top, right, bottom

    /// The head of an arrow that points over it.
    var glyph: Glyph {
        switch self {
        case .left: .headLeft
        case .top: .headUp
        case .right: .headRight
        case .bottom: .headDown
        }
    }

    /// The cell of the side in which to point over it: its middle, but beside the corner where a title stands.
    func pointer(of rect: Rect) -> Point {
        switch self {
        case .left: Point(column: rect.column, row: rect.row + rect.rows / 2)
        case .top: Point(column: rect.column + 1, row: rect.row)
        case .right: Point(column: rect.endColumn - 1, row: rect.row + rect.rows / 2)
        case .bottom: Point(column: rect.column + rect.columns / 2, row: rect.endRow - 1)
        }
    }
}

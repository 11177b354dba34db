/// One cell of the screen.
package struct Cell: Hashable, Sendable {
    /// What stands in it: one grapheme, already made safe for a terminal; empty in the second half of a wide one.
    package var character: Character?
    package var style: Style

    package init(_ character: Character?, _ style: Style = Style()) {
        self.character = character
        self.style = style
    }
}

/// A whole screen as cells with semantic roles: what views draw, tests read, and the terminal shows.
package struct Frame: Hashable, Sendable {
    package let size: Size
    /// Row by row.
    package private(set) var cells: [Cell]
    /// Where the terminal's cursor stands, or nil where it is hidden.
    package var cursor: Point?

    package init(size: Size, style: Style = Style()) {
        self.size = size
        cells = Array(repeating: Cell(" ", style), count: size.columns * size.rows)
    }

    package subscript(column: Int, row: Int) -> Cell {
        get { cells[row * size.columns + column] }
        set { cells[row * size.columns + column] = newValue }
    }

    /// The text of a row, without trailing blanks.
    package func text(row: Int) -> String {
        var line = ""
        for column in 0..<size.columns {
            if let character = self[column, row].character { line.append(character) }
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All rows as text.
    package var text: String { (0..<size.rows).map(text(row:)).joined(separator: "\n") }
}

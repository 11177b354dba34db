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

    /// The cell at a place; blank outside the frame.
    ///
    /// Setting keeps a row's columns: the other half of a wide character that is cut becomes a blank, a wide one
    /// takes the cell to its right too, and what may not stand on a terminal is replaced.
    package subscript(column: Int, row: Int) -> Cell {
        get { contains(column, row) ? cells[row * size.columns + column] : Cell(" ") }
        set {
            guard let character = newValue.character else { return restyle(column, row, newValue.style) }
            let form = character.cellForm
            put(form.character, columns: form.columns, newValue.style, column, row)
        }
    }

    /// Whether a place lies in the frame.
    package func contains(_ column: Int, _ row: Int) -> Bool {
        column >= 0 && column < size.columns && row >= 0 && row < size.rows
    }

    /// Gives a cell another style and leaves its character.
    private mutating func restyle(_ column: Int, _ row: Int, _ style: Style) {
        guard contains(column, row) else { return }
        cells[row * size.columns + column].style = style
    }

    /// Makes room from one cell up to another of a row: a wide character cut at either end loses its other half.
    private mutating func cut(_ row: Int, _ columns: Range<Int>) {
        let start = row * size.columns + columns.lowerBound
        let end = row * size.columns + columns.upperBound
        if columns.lowerBound > 0, cells[start].character == nil { cells[start - 1].character = " " }
        if columns.upperBound < size.columns, cells[end].character == nil { cells[end].character = " " }
    }

    /// Puts one narrow, safe character into a stretch of a row that lies in the frame.
    mutating func put(repeated character: Character, _ style: Style, _ columns: Range<Int>, _ row: Int) {
        guard !columns.isEmpty else { return }
        cut(row, columns)
        let cell = Cell(character, style)
        let start = row * size.columns
        for index in start + columns.lowerBound..<start + columns.upperBound { cells[index] = cell }
    }

    /// Puts printing ASCII into a stretch of a row that lies in the frame.
    mutating func put(ascii bytes: some Sequence<UInt8>, _ style: Style, _ columns: Range<Int>, _ row: Int) {
        guard !columns.isEmpty else { return }
        cut(row, columns)
        let start = row * size.columns
        for (byte, column) in zip(bytes, columns) {
            cells[start + column] = Cell(Character(Unicode.Scalar(byte)), style)
        }
    }

    /// Puts a character that is safe, with its columns known, into the frame.
    mutating func put(_ character: Character, columns: Int, _ style: Style, _ column: Int, _ row: Int) {
        guard contains(column, row) else { return }
        let index = row * size.columns + column
        let end = (row + 1) * size.columns
        if cells[index].character == nil, column > 0 { cells[index - 1].character = " " }
        guard columns == 2 else {
            cells[index] = Cell(character, style)
            if index + 1 < end, cells[index + 1].character == nil { cells[index + 1].character = " " }
            return
        }
        guard index + 1 < end else {
            cells[index] = Cell(" ", style)
            return
        }
        cells[index] = Cell(character, style)
        cells[index + 1] = Cell(nil, style)
        if index + 2 < end, cells[index + 2].character == nil { cells[index + 2].character = " " }
    }

    /// The text of a row, without trailing blanks.
    package func text(row: Int) -> String {
        guard row >= 0, row < size.rows else { return "" }
        var line = ""
        for column in 0..<size.columns {
            if let character = cells[row * size.columns + column].character { line.append(character) }
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All rows as text.
    package var text: String { (0..<size.rows).map(text(row:)).joined(separator: "\n") }
}

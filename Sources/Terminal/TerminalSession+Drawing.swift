import CNcurses
package import Canvas

extension TerminalSession {
    /// Shows a frame; only what differs from the last one is sent, and nothing if nothing does.
    ///
    /// A frame of another size than the screen's is cut, or stands at the top left.
    package mutating func draw(_ picture: Frame) {
        let frame = isASCII ? picture.inASCII() : picture
        let isNew = shown?.size != frame.size
        let rows = (0..<min(frame.size.rows, size.rows)).filter { isNew || differs(frame, row: $0) }
        if rows.isEmpty, !isNew, frame.cursor == shown?.cursor { return }
        if isNew { ncurses_erase() }
        var disputed: [Place] = []
        for row in rows { put(frame, row: row, disputed: &disputed) }
        if drawsAtOnce { device.send("\u{1B}[?2026h") }
        let cursor = frame.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
        setCursorVisible(cursor != nil)
        let end = cursor ?? Point(column: 0, row: 0)
        ncurses_show(Int32(end.row), Int32(end.column), cursor == nil)
        for place in disputed {
            place.put()
            ncurses_show(Int32(end.row), Int32(end.column), false)
            // The terminal may have moved further than ncurses believes.
            device.send("\u{1B}[\(end.row + 1);\(end.column + 1)H")
        }
        if drawsAtOnce { device.send("\u{1B}[?2026l") }
        shown = frame
    }

    /// Makes the next drawing send the whole screen, whatever stands on the terminal.
    package mutating func repaint() {
        ncurses_distrust()
        shown = nil
    }

    /// Changes how styles look; the next drawing shows all anew.
    package mutating func setTheme(_ theme: Theme) {
        self.theme = ResolvedTheme(theme, depth: depth)
        pens.removeAll()
        pairs.removeAll()
        repaint()
    }

    private func differs(_ frame: Frame, row: Int) -> Bool {
        guard let shown else { return true }
        let range = row * frame.size.columns..<(row + 1) * frame.size.columns
        return shown.cells[range] != frame.cells[range]
    }

    private mutating func setCursorVisible(_ visible: Bool) {
        guard visible == cursorIsHidden else { return }
        curs_set(visible ? 1 : 0)
        cursorIsHidden = !visible
    }

    /// Writes a row into the next screen; what terminals disagree about is left blank and listed.
    private mutating func put(_ frame: Frame, row: Int, disputed: inout [Place]) {
        let columns = min(frame.size.columns, size.columns)
        var cells: [cchar_t] = []
        cells.reserveCapacity(columns)
        var column = 0
        while column < columns {
            let cell = frame[column, row]
            let isWide = column + 1 < frame.size.columns && frame[column + 1, row].character == nil
            let isCut = isWide && column + 1 >= columns
            let pen = self.pen(cell.style)
            var text = CellText.blank
            if let character = cell.character, !isCut {
                text = CellText(character, columns: isWide ? 2 : 1, ascii: isASCII)
            }
            if text.isDisputed {
                disputed.append(Place(column: column, row: row, cell: pen.cell(text)))
                cells.append(pen.cell(.blank))
                if isWide { cells.append(pen.cell(.blank)) }
            } else {
                cells.append(pen.cell(text))
                if text.needsBlank { cells.append(pen.cell(.blank)) }
            }
            column += isWide && !isCut ? 2 : 1
        }
        ncurses_put(Int32(row), 0, cells, Int32(cells.count))
    }

    private mutating func pen(_ style: Style) -> Pen {
        if let pen = pens[style] { return pen }
        let pen = Pen(theme.look(of: style), pairs: &pairs)
        pens[style] = pen
        return pen
    }
}

/// A cell that is put by itself because terminals disagree about its width.
private struct Place {
    let column: Int
    let row: Int
    let cell: cchar_t

    func put() {
        var cell = cell
        ncurses_put(Int32(row), Int32(column), &cell, 1)
    }
}

extension Pen {
    func cell(_ text: CellText) -> cchar_t {
        var cell = cchar_t()
        text.scalars.span.withUnsafeBufferPointer { buffer in
            if let start = buffer.baseAddress {
                ncurses_fill_cell(&cell, start, text.count, attributes, pair)
            }
        }
        return cell
    }
}

/// Rows against columns, a short text where they cross; the names of both stay in sight while the rest scrolls.
///
/// Cells are wide where all columns fit so, with their names above; else as narrow as a letter needs, with numbers
/// above and the name of the selected column over them.
package struct Matrix {
    /// A row or column.
    package struct Title: Hashable, Sendable {
        package let number: Int
        package let name: String
        /// The first part of a long name, which stands above the rest where there is room.
        package let above: String

        package init(_ number: Int, _ name: String, above: String = "") {
            self.number = number
            self.name = name
            self.above = above
        }

        var whole: String { above.isEmpty ? name : "\(above)/\(name)" }
    }

    package var rows: [Title]
    package var columns: [Title]
    /// What stands where a row and a column cross; `columns` is the room there is.
    package var cell: (_ row: Int, _ column: Int, _ columns: Int) -> StyledLine
    package var selection: (row: Int, column: Int)
    /// The first row and column shown.
    package var offset: (row: Int, column: Int)
    package var isFocused = true

    package init(
        rows: [Title],
        columns: [Title],
        selection: (row: Int, column: Int) = (0, 0),
        offset: (row: Int, column: Int) = (0, 0),
        cell: @escaping (_ row: Int, _ column: Int, _ columns: Int) -> StyledLine
    ) {
        self.rows = rows
        self.columns = columns
        self.selection = selection
        self.offset = offset
        self.cell = cell
    }

    /// Where the parts of a matrix stand in a rectangle.
    package struct Places: Hashable, Sendable {
        /// The columns of the screen that names of rows take.
        package let names: Int
        /// The columns of the screen that a cell takes.
        package let cell: Int
        package let header: Int
        package let visibleRows: Int
        package let visibleColumns: Int
        /// Whether cells have room for the names of columns and for words.
        package let isWide: Bool
    }

    /// The width of a cell with a word in it.
    private static let word = 10

    /// Works out the places; depends on how many rows and columns there are and on their names alone.
    package static func places(rows: [Title], columns: [Title], in size: Size) -> Places {
        let digits = String(max(rows.last?.number ?? 0, columns.last?.number ?? 0)).count
        let longest = rows.reduce(0) { max($0, $1.whole.columns) } + digits + 2
        let share = size.columns * (size.columns < 60 ? 50 : 40) / 100
        // A column for the scrollbar. Names of rows give way where that makes room for words in the cells.
        let words = word * columns.count
        let isWide = size.columns - 1 - words >= min(longest, 24)
        let names =
            isWide
            ? min(longest, size.columns - 1 - words)
            : min(longest, max(min(10, size.columns), share))
        let room = max(1, size.columns - names - 1)
        let cell = isWide ? min(room / max(1, columns.count), 16) : min(room, max(3, digits + 1))
        let header = size.rows >= 5 ? 2 : size.rows >= 2 ? 1 : 0
        return Places(
            names: names,
            cell: cell,
            header: header,
            visibleRows: max(1, size.rows - header),
            visibleColumns: max(1, room / max(1, cell)),
            isWide: isWide
        )
    }

    /// The row and column at a point, counted from the upper left corner of the rectangle it is drawn in.
    package func hit(_ point: Point, in size: Size) -> (row: Int, column: Int)? {
        let places = Self.places(rows: rows, columns: columns, in: size)
        let row = offset.row + point.row - places.header
        guard point.row >= places.header, rows.indices.contains(row) else { return nil }
        guard point.column >= places.names else { return (row, selection.column) }
        let column = offset.column + (point.column - places.names) / places.cell
        return columns.indices.contains(column) ? (row, column) : nil
    }

    /// Draws headers, visible cells and scrollbar.
    package func draw(in rect: Rect, of frame: inout Frame) {
        guard !rect.isEmpty, !rows.isEmpty, !columns.isEmpty else { return }
        let places = Self.places(rows: rows, columns: columns, in: rect.size)
        let (header, body) = rect.top(places.header)
        let shownRows = Viewport(count: rows.count, visible: body.rows, offset: offset.row)
        let shownColumns = Viewport(
            count: columns.count,
            visible: places.visibleColumns,
            offset: offset.column
        )
        drawHeader(in: header, places, shownColumns.rows, of: &frame)
        for row in shownRows.rows {
            let line = body.top(row - shownRows.offset).rest.top(1).0
            draw(row, in: line, places, shownColumns.rows, of: &frame)
        }
        if shownRows.isScrolling {
            frame.scrollbar(
                in: body.right(1).0,
                offset: shownRows.offset,
                visible: shownRows.visible,
                total: shownRows.count,
                style: Style(.border)
            )
        }
    }

    private func drawHeader(
        in header: Rect,
        _ places: Places,
        _ shown: Range<Int>,
        of frame: inout Frame
    ) {
        guard !header.isEmpty else { return }
        frame.fill(header, style: Style(.muted, on: .bar))
        let (upper, lower) = header.top(header.rows - 1)
        let corner: StyledLine = [
            Span("from ", .muted), Span("\(Glyph.arrowDown.character)", .accent), Span("  to ", .muted),
            Span("\(Glyph.arrowRight.character)", .accent),
        ]
        frame.write(corner, in: lower.left(max(0, places.names - 1)).0, on: .bar)
        if !places.isWide, !upper.isEmpty, columns.indices.contains(selection.column) {
            // The name of the selected column ends above it, or begins where the columns do.
            let name: StyledLine = [
                Span("to ", .muted), Span(columns[selection.column].whole, .strong, .bold),
            ]
            let end = places.names + (selection.column - shown.lowerBound + 1) * places.cell
            let start = min(max(0, end - name.columns), max(0, upper.columns - name.columns))
            frame.write(name, in: upper.left(start).rest, on: .bar)
        }
        for column in shown {
            let start = places.names + (column - shown.lowerBound) * places.cell
            let isSelected = column == selection.column
            let surface: Surface = isSelected ? .selectionQuiet : .bar
            let role: Role = isSelected ? .strong : .muted
            let title = columns[column]
            let low = lower.left(start).rest.left(places.cell).0
            if isSelected { frame.fill(low, style: Style(role, on: surface)) }
            guard places.isWide else {
                let number = StyledLine(String(title.number), role, isSelected ? .bold : [])
                frame.write(number, in: low.left(low.columns - 1).0, .trailing, on: surface)
                continue
            }
            let room = places.cell - 1
            let inner = low.left(1).rest
            if upper.isEmpty {
                frame.write(StyledLine(title.name.truncated(to: room), role), in: inner, on: surface)
                continue
            }
            let high = upper.left(start).rest.left(places.cell).0
            if isSelected { frame.fill(high, style: Style(role, on: surface)) }
            let number: StyledLine = [
                Span("\(title.number) ", .accent), Span(title.above, role),
            ]
            frame.write(number, in: high.left(1).rest, on: surface)
            frame.write(
                StyledLine(title.name.truncated(to: room), role, isSelected ? .bold : []),
                in: inner,
                on: surface
            )
        }
    }

    private func draw(
        _ row: Int,
        in line: Rect,
        _ places: Places,
        _ shown: Range<Int>,
        of frame: inout Frame
    ) {
        let isSelected = row == selection.row
        let quiet: Surface = isSelected ? .selectionQuiet : .base
        let (name, cells) = line.left(places.names)
        if isSelected {
            let end = places.names + shown.count * places.cell
            frame.fill(line.left(end).0, style: Style(.text, on: quiet))
        }
        let title = rows[row]
        let digits = String(rows.last?.number ?? 0).count
        let number = String(title.number).padded(to: digits, .trailing)
        let room = max(0, places.names - digits - 2)
        frame.write(
            [
                Span(number, .accent), Span(" "),
                Span(
                    title.whole.truncated(to: room, at: .middle),
                    isSelected ? .strong : .text,
                    isSelected ? .bold : []
                ),
            ],
            in: name,
            on: quiet
        )
        for column in shown {
            let place = cells.left((column - shown.lowerBound) * places.cell).rest.left(places.cell).0
            var surface = quiet
            if isSelected, column == selection.column {
                surface = isFocused ? .selection : .selectionQuiet
                frame.fill(place, style: Style(.text, on: surface))
            }
            let text = cell(row, column, places.cell)
            // Where a cell begins with its mark of three columns, the selected one has it in brackets.
            let start = places.isWide ? 1 : place.columns - text.columns
            frame.write(text, in: place.left(start).rest, on: surface)
            guard isSelected, column == selection.column, place.columns - start >= 3 else { continue }
            for (bracket, offset) in [("[", 0), ("]", 2)] {
                let point = Point(column: place.column + start + offset, row: place.row)
                frame.write(bracket, at: point, style: Style(.accent, on: surface, .bold), clip: place)
            }
        }
    }
}

import Canvas

extension Screen {
    /// Draws the list of diagnostics, and below it the selected one in full.
    static func draw(_ list: DiagnosticList, _ place: OverlayLayout, on frame: inout Frame) {
        Menu(list.entries(rows: place.rows), selection: list.cursor.row, offset: list.cursor.top)
            .draw(in: place.items, of: &frame)
        let lines = list.detail(columns: place.detail.columns)
        // What to do stands last, and stays where the message is too long for its room.
        let room = place.detail.rows
        let shown = lines.count > room ? lines.prefix(max(0, room - 1)) + lines.suffix(1) : lines[...]
        for (row, line) in shown.enumerated() where row < room {
            let rect = Rect(
                column: place.detail.column,
                row: place.detail.row + row,
                columns: place.detail.columns,
                rows: 1
            )
            frame.write(line, in: rect, on: .raised)
        }
    }
}

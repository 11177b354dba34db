extension Frame {
    /// Copies another frame onto this one, its top left corner at a place; wide characters cut become blanks.
    package mutating func paste(_ other: Frame, at point: Point, clip: Rect? = nil) {
        let start = Point(column: point.column.coordinate, row: point.row.coordinate)
        let place = Rect(
            column: start.column,
            row: start.row,
            columns: other.size.columns,
            rows: other.size.rows
        )
        let clip = clip.map(bounds.intersection) ?? bounds
        let area = place.intersection(clip)
        for row in area.row..<area.endRow {
            for column in area.column..<area.endColumn {
                let cell = other[column - start.column, row - start.row]
                guard let character = cell.character else {
                    // The second half came with the first, unless that was cut away.
                    if column == area.column { put(" ", columns: 1, cell.style, column, row) }
                    continue
                }
                let isWide = other.isWide(column - start.column, row - start.row)
                if isWide, column + 1 >= area.endColumn {
                    put(" ", columns: 1, cell.style, column, row)
                } else {
                    put(character, columns: isWide ? 2 : 1, cell.style, column, row)
                }
            }
        }
    }

    /// Whether the character at a place takes the next cell too.
    private func isWide(_ column: Int, _ row: Int) -> Bool {
        column + 1 < size.columns && self[column + 1, row].character == nil
    }
}

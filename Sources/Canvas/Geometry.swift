/// No coordinate goes further than this in either direction, so that sums of a few never overflow.
private let limit = 1_000_000

extension Int {
    /// The number kept within the coordinates a canvas can have.
    var coordinate: Int { Swift.min(Swift.max(self, -limit), limit) }
}

/// A number of columns and rows of cells, never negative.
package struct Size: Hashable, Sendable {
    package let columns: Int
    package let rows: Int

    package init(columns: Int, rows: Int) {
        self.columns = max(0, columns.coordinate)
        self.rows = max(0, rows.coordinate)
    }
}

/// A cell's place; the origin is the top left.
package struct Point: Hashable, Sendable {
    package var column: Int
    package var row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }
}

/// A rectangle of cells; its size is never negative.
package struct Rect: Hashable, Sendable {
    package let column: Int
    package let row: Int
    package let columns: Int
    package let rows: Int

    package init(column: Int, row: Int, columns: Int, rows: Int) {
        self.column = column.coordinate
        self.row = row.coordinate
        self.columns = max(0, columns.coordinate)
        self.rows = max(0, rows.coordinate)
    }

    package init(_ size: Size) { self.init(column: 0, row: 0, columns: size.columns, rows: size.rows) }

    package var size: Size { Size(columns: columns, rows: rows) }
    package var endColumn: Int { column + columns }
    package var endRow: Int { row + rows }
    package var isEmpty: Bool { columns == 0 || rows == 0 }

    package func contains(_ point: Point) -> Bool {
        point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
    }

    /// The part of both.
    package func intersection(_ other: Rect) -> Rect {
        let left = max(column, other.column)
        let top = max(row, other.row)
        return Rect(
            column: left,
            row: top,
            columns: min(endColumn, other.endColumn) - left,
            rows: min(endRow, other.endRow) - top
        )
    }

    /// The rectangle without a margin on every side.
    package func inset(by margin: Int = 1) -> Rect {
        let margin = margin.coordinate
        return Rect(
            column: column + margin,
            row: row + margin,
            columns: columns - 2 * margin,
            rows: rows - 2 * margin
        )
    }

    /// The first rows, and the rest.
    package func top(_ count: Int) -> (Rect, rest: Rect) {
        let count = min(max(0, count), rows)
        return (
            Rect(column: column, row: row, columns: columns, rows: count),
            Rect(column: column, row: row + count, columns: columns, rows: rows - count)
        )
    }

    /// The last rows, and the rest.
    package func bottom(_ count: Int) -> (Rect, rest: Rect) {
        let (rest, last) = top(rows - min(max(0, count), rows))
        return (last, rest)
    }

    /// The first columns, and the rest.
    package func left(_ count: Int) -> (Rect, rest: Rect) {
        let count = min(max(0, count), columns)
        return (
            Rect(column: column, row: row, columns: count, rows: rows),
            Rect(column: column + count, row: row, columns: columns - count, rows: rows)
        )
    }

    /// The last columns, and the rest.
    package func right(_ count: Int) -> (Rect, rest: Rect) {
        let (rest, last) = left(columns - min(max(0, count), columns))
        return (last, rest)
    }
}

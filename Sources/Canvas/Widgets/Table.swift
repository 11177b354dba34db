/// Rows and columns, of which only what is visible is asked for.
package struct Table {
    /// A column and how it gives way when room is short.
    package struct Column: Hashable, Sendable {
        package var title: String
        /// The column is left out rather than drawn with fewer columns than this.
        package let minimum: Int
        /// As wide as it gets unless it stretches.
        package let ideal: Int
        /// 0 stays as long as anything; the highest number is left out first.
        package var priority: Int
        /// Whether it takes the room that no column wants.
        package var stretches: Bool
        package var alignment: Alignment

        package init(
            _ title: String,
            minimum: Int,
            ideal: Int,
            priority: Int = 0,
            stretches: Bool = false,
            alignment: Alignment = .leading
        ) {
            self.title = title
            self.minimum = max(1, minimum.coordinate)
            self.ideal = max(self.minimum, ideal.coordinate)
            self.priority = priority
            self.stretches = stretches
            self.alignment = alignment
        }
    }

    /// By which column the rows are sorted.
    package struct Order: Hashable, Sendable {
        package let column: Int
        package let ascending: Bool

        package init(column: Int, ascending: Bool) {
            self.column = column
            self.ascending = ascending
        }
    }

    package var columns: [Column]
    /// How many rows there are.
    package var count: Int
    package var selection: Int?
    /// The first row shown; the selection is brought into view by the one who moves it.
    package var offset = 0
    /// How many columns after the first are scrolled away.
    package var skippedColumns = 0
    package var order: Order?
    package var isFocused = true
    package var showsHeader = true
    /// Whether a row is marked.
    package var isMarked: (_ row: Int) -> Bool = { _ in false }
    /// What stands in a row and a column.
    package var cell: (_ row: Int, _ column: Int) -> StyledLine

    package init(
        columns: [Column],
        count: Int,
        selection: Int? = nil,
        offset: Int = 0,
        cell: @escaping (_ row: Int, _ column: Int) -> StyledLine
    ) {
        self.columns = columns
        self.count = count
        self.selection = selection
        self.offset = offset
        self.cell = cell
    }

    /// How many rows fit into a rectangle of a number of rows.
    package func visibleRows(in rows: Int) -> Int { max(0, rows - (showsHeader ? 1 : 0)) }
}

extension Table {
    /// Blank columns between two columns of the table.
    private static func gap(in width: Int) -> Int { width >= 72 ? 2 : 1 }

    /// The columns that fit into a number of screen columns, and how wide each is.
    ///
    /// Where room is short the least important ones are left out; scrolled sideways, the ones after the first follow
    /// in their order.
    func fittedColumns(in width: Int) -> [(index: Int, columns: Int)] {
        guard width > 0, !columns.isEmpty else { return [] }
        let gap = Self.gap(in: width)
        var shown = Array(columns.indices)
        if skippedColumns > 0 { shown.removeSubrange(1..<1 + min(skippedColumns, max(0, columns.count - 2))) }
        while shown.count > 1, needed(shown, gap) > width {
            // The first column says which row it is: it stays whatever its priority.
            let least =
                skippedColumns > 0
                ? shown.count - 1
                : shown.indices.dropFirst().max { left, right in
                    (columns[shown[left]].priority, left) < (columns[shown[right]].priority, right)
                }
            shown.remove(at: least ?? shown.count - 1)
        }
        return zip(shown, widths(of: shown, in: width)).map { (index: $0, columns: $1) }
    }

    private func needed(_ shown: [Int], _ gap: Int) -> Int {
        shown.reduce(gap * (shown.count - 1)) { $0 + columns[$1].minimum }
    }

    private func widths(of shown: [Int], in width: Int) -> [Int] {
        var widths = shown.map { columns[$0].minimum }
        var left = width - needed(shown, Self.gap(in: width))
        if left < 0 { widths[0] = max(0, widths[0] + left) }
        // From minimum to ideal, first come in the order of importance.
        for position in shown.indices.sorted(by: { columns[shown[$0]].priority < columns[shown[$1]].priority }
        )
        where left > 0 {
            let more = min(left, columns[shown[position]].ideal - widths[position])
            widths[position] += more
            left -= more
        }
        let stretching = shown.indices.filter { columns[shown[$0]].stretches }
        for (turn, position) in stretching.enumerated() where left > 0 {
            let more = left / (stretching.count - turn)
            widths[position] += more
            left -= more
        }
        return widths
    }

    /// Where the columns stand in a rectangle, in screen order.
    func placedColumns(in rect: Rect) -> [(index: Int, rect: Rect)] {
        var column = rect.column
        let gap = Self.gap(in: rect.columns)
        return fittedColumns(in: rect.columns).map { index, columns in
            defer { column += columns + gap }
            return (index, Rect(column: column, row: rect.row, columns: columns, rows: rect.rows))
        }
    }
}

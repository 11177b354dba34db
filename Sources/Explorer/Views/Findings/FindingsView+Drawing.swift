import Canvas
import Review
import Rules

extension FindingsView {
    func heading(of pane: PaneKind, _ context: Context) -> (title: StyledLine, caption: StyledLine) {
        let isFocused = context.isFocused(pane)
        if pane == .detail {
            let pieces = finding(context.estate)?.finding.evidence.count ?? 0
            let caption = isFocused && pieces > 1 ? "evidence \(evidence + 1) of \(pieces)" : ""
            return (
                StyledLine("Detail", .title, isFocused ? .bold : []),
                caption.isEmpty ? StyledLine() : StyledLine(caption, .muted)
            )
        }
        var caption = StyledLine()
        let marked = chosenMarks(context.estate).count
        if marked > 0 { caption.append("\(marked) marked  ", .accent) }
        if anchor != nil { caption.append("v ends the range  ", .accent) }
        caption.append("\(listed)", .strong)
        caption.append(" of \(context.estate.findings.count)", .muted)
        if !context.filter.isEmpty {
            caption.append(" filter \(context.filter.text.truncated(to: 24))", .accent)
        }
        if unlisted > 0 {
            caption.append("  A", .key, .bold)
            caption.append(" lists \(unlisted) more", .muted)
        }
        return (StyledLine("Findings", .title, isFocused ? .bold : []), caption)
    }

    func draw(_ pane: PaneKind, in rect: Rect, _ context: Context, on frame: inout Frame) {
        switch pane {
        case .detail: drawDetail(in: rect, context, on: &frame)
        default: drawTable(in: rect, context, on: &frame)
        }
    }

    private func drawTable(in rect: Rect, _ context: Context, on frame: inout Frame) {
        guard !rows.isEmpty else {
            EmptyState(reasons(context)).draw(in: rect, on: &frame)
            return
        }
        let table = table(context)
        let places = table.draw(in: rect, of: &frame)
        for row in places.rows {
            guard case .group(let name, let count, let isOpen) = rows[row] else { continue }
            let line = places.body.top(row - places.rows.lowerBound).rest.top(1).0
            let surface: Surface = row != cursor.row ? .base : table.isFocused ? .selection : .selectionQuiet
            let glyph = isOpen ? Glyph.headDown : .headRight
            frame.write(
                [
                    Span("\(glyph.character) ", .accent), Span(name, .strong, .bold),
                    Span("  \(count)", .muted),
                ],
                in: line.left(max(0, line.columns - 2)).0,
                on: surface
            )
        }
    }

    /// The table of what is listed.
    private func table(_ context: Context) -> Table {
        let estate = context.estate
        let columns = visibleColumns
        var table = Table(
            columns: columns.map(\.column),
            count: rows.count,
            selection: cursor.row,
            offset: cursor.top
        ) { row, column in
            guard case .finding(let index) = rows[row] else { return StyledLine() }
            return columns[column].cell(estate.findings[index])
        }
        table.skippedColumns = skipped
        table.isFocused = context.isFocused(.list)
        table.order = order.column.flatMap(columns.firstIndex(of:)).map {
            Table.Order(column: $0, ascending: order.isReversed == (order.column == .severity))
        }
        let range = anchor.map { min($0, cursor.row)...max($0, cursor.row) }
        table.isMarked = { row in
            if range?.contains(row) == true { return true }
            guard case .finding(let index) = rows[row] else { return false }
            return marks.contains(estate.findings[index].finding.fingerprint)
        }
        return table
    }

    /// Sorts by the column whose title stands at a column of the screen, or turns its order round.
    mutating func sort(byTitleAt column: Int, _ context: Context) {
        guard let rect = context.panes[.list] else { return }
        var scratch = Frame(size: rect.size)
        let titles = table(context).draw(in: Rect(rect.size), of: &scratch).titles
        let title = titles.first { $0.value.contains(Point(column: column, row: 0)) }
        guard let index = title?.key, visibleColumns[index].isSortable else { return }
        let wanted = visibleColumns[index]
        order = Order(column: wanted, isReversed: order.column == wanted && !order.isReversed)
        refresh(context)
    }

    /// Why the table is empty, and the next key.
    private func reasons(_ context: Context) -> [StyledLine] {
        if context.estate.findings.isEmpty {
            return [
                StyledLine("No control found anything to look at", .strong, .bold),
                StyledLine("The estate holds nothing the controls are about.", .muted),
                [Span("2", .key, .bold), Span(" shows what was read", .muted)],
            ]
        }
        if !context.filter.isEmpty {
            return [
                StyledLine("The filter hides every finding", .strong, .bold),
                StyledLine(context.filter.text, .accent),
                [
                    Span("f", .key, .bold), Span(" changes it  ", .muted), Span("A", .key, .bold),
                    Span(" lists passes too  ", .muted), Span("Esc", .key, .bold),
                    Span(" takes it away", .muted),
                ],
            ]
        }
        return [
            StyledLine("Nothing is wrong", .pass, .bold),
            StyledLine("\(unlisted) findings pass or do not apply.", .muted),
            [Span("A", .key, .bold), Span(" lists them", .muted)],
        ]
    }

    private func drawDetail(in rect: Rect, _ context: Context, on frame: inout Frame) {
        let lines = detailLines(context)
        guard !lines.isEmpty else { return }
        let viewport = Viewport(count: lines.count, visible: rect.rows, offset: detail.top)
        for row in viewport.rows {
            let line = rect.top(row - viewport.offset).rest.top(1).0
            frame.write(lines[row], in: line)
        }
        if viewport.isScrolling, rect.columns > 20 {
            frame.scrollbar(
                in: rect.right(1).0,
                offset: viewport.offset,
                visible: viewport.visible,
                total: viewport.count,
                style: Style(.border)
            )
        }
    }

    /// The detail of the selected finding, wrapped to its pane.
    func detailLines(_ context: Context) -> [StyledLine] {
        guard let reviewed = finding(context.estate) else { return [] }
        let chosen = context.isFocused(.detail) ? evidence : nil
        return FindingDetail(reviewed, chosen: chosen).lines(columns: context.columns(of: .detail) - 2)
    }
}

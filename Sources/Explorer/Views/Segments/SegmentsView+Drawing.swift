import Canvas
import Reachability
import Review
import Topology

extension SegmentsView {
    func heading(of pane: PaneKind, _ context: Context) -> (title: StyledLine, caption: StyledLine) {
        let weight: Style.Attributes = context.isFocused(pane) ? .bold : []
        guard pane == .matrix else {
            let title = flows(context) == nil ? "Between the two" : "What decides"
            return (StyledLine(title, .title, weight), StyledLine())
        }
        var caption = StyledLine(question.grouping.name, .accent)
        caption.append(" by ", .muted)
        caption.append(question.service?.description ?? "all common services", .strong)
        if map(context) != nil {
            let hidden = count - rows.count + count - columns.count
            caption.append("  \(count) segments", .muted)
            if hidden > 0 {
                caption.append(
                    ", \(count - rows.count) rows \(count - columns.count) columns hidden",
                    .accent
                )
            }
            if !context.filter.isEmpty {
                caption.append(" filter \(context.filter.text.truncated(to: 16))", .accent)
            }
        }
        return (StyledLine("Segments", .title, weight), caption)
    }

    func draw(_ pane: PaneKind, in rect: Rect, _ context: Context, on frame: inout Frame) {
        switch pane {
        case .matrix: drawMatrix(in: rect, context, on: &frame)
        default:
            let surface: Surface? = context.isFocused(.detail) ? .selection : nil
            frame.drawList(lines.count, detail, selection: surface, in: rect) { lines[$0].line }
        }
    }

    private func drawMatrix(in rect: Rect, _ context: Context, on frame: inout Frame) {
        guard let map = map(context) else {
            EmptyState(waiting(context)).draw(in: rect, on: &frame)
            return
        }
        guard !rows.isEmpty, !columns.isEmpty else {
            EmptyState(reasons(map, context)).draw(in: rect, on: &frame)
            return
        }
        table(map, isFocused: context.isFocused(.matrix)).draw(in: rect, of: &frame)
    }

    func places(in size: Size) -> Matrix.Places {
        Matrix.places(rows: rowTitles, columns: columnTitles, in: size)
    }

    /// The names of groups as the matrix shows them.
    func titles(_ groups: [Int], _ map: SegmentMap) -> [Matrix.Title] {
        groups.map { group in
            let name = map.matrix.groups[group].name
            guard question.grouping == .subnet, let slash = name.firstIndex(of: "/") else {
                return Matrix.Title(group + 1, name)
            }
            return Matrix.Title(
                group + 1,
                String(name[name.index(after: slash)...]),
                above: String(name[..<slash])
            )
        }
    }

    func table(_ map: SegmentMap, isFocused: Bool) -> Matrix {
        let services = question.services
        var table = Matrix(
            rows: rowTitles,
            columns: columnTitles,
            selection: (row.row, column.row),
            offset: (row.top, column.top)
        ) { row, column, room in
            let cell = map.matrix.cell(from: rows[row], to: columns[column])
            return cell.mark(services, isWide: room >= 10)
        }
        table.isFocused = isFocused
        return table
    }

    /// What stands there until the matrix is worked out.
    private func waiting(_ context: Context) -> [StyledLine] {
        if case .failed(let why)? = context.answers[.matrix(question)] { return [StyledLine(why, .fail)] }
        return [
            StyledLine("Working out which segment reaches which", .strong, .bold),
            StyledLine("\(question.grouping.name), by \(question.serviceName)", .muted),
            StyledLine("The other views work meanwhile.", .muted),
        ]
    }

    /// Why no segment is shown, and the next key.
    private func reasons(_ map: SegmentMap, _ context: Context) -> [StyledLine] {
        if map.matrix.groups.isEmpty {
            return [
                StyledLine("Nothing with a private address is here", .strong, .bold),
                StyledLine("The input holds no network interface, private endpoint or firewall.", .muted),
                [Span("2", .key, .bold), Span(" shows what was read", .muted)],
            ]
        }
        if !context.filter.isEmpty {
            return [
                StyledLine("The filter hides every segment", .strong, .bold),
                StyledLine(context.filter.text, .accent),
                [
                    Span("f", .key, .bold), Span(" changes it  ", .muted), Span("Esc", .key, .bold),
                    Span(" takes it away", .muted),
                ],
            ]
        }
        return [
            StyledLine("Nothing flows between any two segments", .strong, .bold),
            StyledLine("by \(question.serviceName)", .muted),
            [
                Span("H", .key, .bold), Span(" shows them all the same  ", .muted), Span("s", .key, .bold),
                Span(" chooses another service", .muted),
            ],
        ]
    }
}

extension SegmentMatrix.Grouping {
    /// In words.
    var name: String {
        switch self {
        case .subnet: "by subnet"
        case .virtualNetwork: "by network"
        case .subscription: "by subscription"
        case .tag(let key): "by tag \(key)"
        }
    }
}

extension SegmentMatrix.Cell.State {
    /// The letter of a cell.
    var letter: Character {
        switch self {
        case .allow: "A"
        case .partial: "P"
        case .deny: "d"
        case .unknown: "U"
        }
    }

    var role: Role {
        switch self {
        case .allow: .pass
        case .partial: .medium
        case .deny: .muted
        case .unknown: .unknown
        }
    }
}

extension SegmentMatrix.Cell {
    /// What stands in the cell: a letter, in brackets where a segment meets itself; where there is room, by what.
    func mark(_ services: [Service], isWide: Bool) -> StyledLine {
        let isSelf = from == to
        let letter = pairs > 0 ? String(state.letter) : String(Glyph.replacement.character)
        let role: Role = pairs > 0 ? state.role : .border
        let weight: Style.Attributes = isOpen ? .bold : []
        var line: StyledLine = [
            Span(isSelf ? "(" : " ", .muted), Span(letter, role, weight), Span(isSelf ? ")" : " ", .muted),
        ]
        guard isWide, pairs > 0, isOpen else { return line }
        line.append(" ", .muted)
        line.append(words(services), state == .unknown ? .unknown : .text)
        return line
    }

    /// By which services, in a word.
    private func words(_ services: [Service]) -> String {
        let open = services.filter(flows.contains)
        if services.count == 1 { return "\(allowedPairs)/\(pairs)" }
        if open.isEmpty { return "?" }
        if open.count == services.count { return "all" }
        return open.count == 1 ? open[0].description : "\(open.count) svc"
    }
}

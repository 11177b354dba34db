import Canvas
import JSON
import Review
import Rules
import Topology

extension TopologyView {
    func heading(of pane: PaneKind, _ context: Context) -> (title: StyledLine, caption: StyledLine) {
        let weight: Style.Attributes = context.isFocused(pane) ? .bold : []
        switch pane {
        case .detail:
            return (
                tabLine(weight, context),
                node.map { StyledLine(name(of: $0, context), .muted) } ?? StyledLine()
            )
        case .related:
            return (StyledLine("Related", .title, weight), StyledLine())
        default:
            var caption = StyledLine()
            if let found {
                caption.append("\(found)", .strong)
                caption.append(" of \(context.estate.index.resources.count) ", .muted)
                caption.append("filter \(context.filter.text.truncated(to: 16))", .accent)
            } else {
                caption.append(grouping == .scope ? "" : "\(grouping.name) ", .accent)
                caption.append("\(context.estate.topology.resources.count) resources", .muted)
            }
            return (StyledLine("Topology", .title, weight), caption)
        }
    }

    func draw(_ pane: PaneKind, in rect: Rect, _ context: Context, on frame: inout Frame) {
        switch pane {
        case .detail: drawDetail(in: rect, context, on: &frame)
        case .related: drawRelated(in: rect, context, on: &frame)
        default: drawTree(in: rect, context, on: &frame)
        }
    }

    // MARK: Tree

    private func drawTree(in rect: Rect, _ context: Context, on frame: inout Frame) {
        guard !rows.isEmpty else {
            EmptyState(reasons(context)).draw(in: rect, on: &frame)
            return
        }
        let source = tree(context)
        var tree = Tree(count: rows.count, selection: cursor.row, offset: cursor.top) { index in
            let row = rows[index]
            let isOpen = isOpen(row.node)
            let hasMore = isOpen || source.hasChildren(row.node)
            return Tree.Row(
                depth: row.depth,
                isOpen ? .expanded : hasMore ? .collapsed : .leaf,
                label: label(of: row.node, context),
                badges: badgeLine(of: row.node, context)
            )
        }
        tree.isFocused = context.isFocused(.tree)
        tree.draw(in: rect, of: &frame)
    }

    private func reasons(_ context: Context) -> [StyledLine] {
        guard !context.filter.isEmpty else {
            return [
                StyledLine("The estate is empty", .strong, .bold),
                StyledLine("No resource was found in the input.", .muted),
                [Span("r", .key, .bold), Span(" reads it again", .muted)],
            ]
        }
        return [
            StyledLine("The filter hides every resource", .strong, .bold),
            StyledLine(context.filter.text, .accent),
            [
                Span("f", .key, .bold), Span(" changes it  ", .muted), Span("Esc", .key, .bold),
                Span(" takes it away", .muted),
            ],
        ]
    }

    private func label(of node: TopologyNode, _ context: Context) -> StyledLine {
        let name = name(of: node, context)
        switch node {
        case .managementGroup: return [Span(name, .identity, .bold), Span("  management group", .muted)]
        case .subscription: return [Span(name, .strong, .bold), Span("  subscription", .muted)]
        case .group: return [Span(name, .text), Span("  group", .muted)]
        case .settings: return StyledLine(name, .muted)
        case .bucket: return StyledLine(name, .strong)
        case .resource(let id), .occupant(let id, _):
            guard let resource = context.estate.topology.resource(id) else { return StyledLine(name, .muted) }
            var line = StyledLine(name, ResourceNames.role(resource.type))
            line.append("  \(ResourceNames.short(resource.type))", .muted)
            if let address = addresses(of: resource) { line.append("  \(address)", .muted) }
            return line
        }
    }

    /// The address space of a network or subnet, which is what one looks for in a tree of networks.
    private func addresses(of resource: Resource) -> String? {
        let fields = resource.fields
        let space = fields.part("addressSpace")?.texts("addressPrefixes") ?? []
        let own = fields.text("addressPrefix").value.map { [$0] } ?? fields.texts("addressPrefixes")
        let all = space + own
        guard let first = all.first else { return nil }
        return all.count > 1 ? "\(first) +\(all.count - 1)" : first
    }

    func badge(of node: TopologyNode, _ context: Context) -> Badges.Badge? {
        switch node {
        case .bucket, .settings, .managementGroup: nil
        default: node.resource.flatMap { context.estate.badges[$0] }
        }
    }

    private func badgeLine(of node: TopologyNode, _ context: Context) -> StyledLine {
        guard let badge = badge(of: node, context) else { return StyledLine() }
        return StyledLine("\(badge.count) \(Glyph(badge.worst).character)", Role(badge.worst), .bold)
    }

    // MARK: Detail

    /// The rows the detail shows at once; its head takes two.
    func detailRows(_ context: Context) -> Int { max(1, context.rows(of: .detail) - 2) }

    func detailLines(_ context: Context) -> [BodyLines.Line] {
        guard let resource = resource(context) else { return [] }
        switch shownTab(context) {
        case .properties: return BodyLines(resource.body).properties()
        case .json: return BodyLines(resource.body).indented()
        case .rules, .routes: return effectiveLines(context)
        }
    }

    /// The bytes of the property that is pointed at.
    func highlighted(_ context: Context) -> Range<Int>? {
        guard let property, let resource = resource(context) else { return nil }
        let place = resource.body.locate(property)
        return place.value?.range ?? place.nearest.offset..<place.nearest.offset + 1
    }

    private func drawDetail(in rect: Rect, _ context: Context, on frame: inout Frame) {
        guard let resource = resource(context) else {
            for (row, line) in summary(context).enumerated() where row < rect.rows {
                frame.write(line, in: rect.top(row).rest)
            }
            return
        }
        let (head, body) = rect.top(rect.rows > 4 ? 2 : 0)
        let place = resource.body.position
        let first: StyledLine = [
            Span(resource.type.noun, .strong),
            Span(resource.location.map { "  \($0)" } ?? "", .muted),
        ]
        frame.write(first, in: head)
        let from: StyledLine = [
            Span("\(place.file):\(place.line)", .muted),
            Span(property.map { "  \(Glyph.pointer.character) \($0)" } ?? "", .accent),
        ]
        frame.write(from, in: head.top(1).rest)
        let lines = detailLines(context)
        let viewport = Viewport(count: lines.count, visible: body.rows, offset: detail.top)
        let range = highlighted(context)
        let edge = viewport.isScrolling && body.columns > 20 ? 2 : 0
        for row in viewport.rows {
            let line = body.top(row - viewport.offset).rest.top(1).0
            let isPointedAt = range?.contains(lines[row].offset) ?? false
            if isPointedAt { frame.fill(line, style: Style(.text, on: .match)) }
            var text = line
            if shownTab(context) == .json {
                let (gutter, rest) = line.left(min(7, line.columns / 4))
                let number = BodyLines(resource.body).number(at: lines[row].offset)
                frame.write(
                    StyledLine(String(number).padded(to: gutter.columns - 1, .trailing), .muted),
                    in: gutter,
                    on: isPointedAt ? .match : nil
                )
                text = rest
            }
            text = text.left(text.columns - edge).0
            let start = Point(column: text.column - detail.left, row: text.row)
            let shown = lines[row].text.truncated(to: text.columns + detail.left)
            frame.write(shown, at: start, on: isPointedAt ? .match : nil, clip: text)
        }
        if viewport.isScrolling, body.columns > 20 {
            frame.scrollbar(
                in: body.right(1).0,
                offset: viewport.offset,
                visible: viewport.visible,
                total: viewport.count,
                style: Style(.border)
            )
        }
    }

    /// What is said of a branch that is no resource of the input.
    private func summary(_ context: Context) -> [StyledLine] {
        guard let node else { return [] }
        let children = tree(context).contents(of: node)
        var lines = [StyledLine(name(of: node, context), .strong, .bold)]
        if let id = node.resource { lines.append(StyledLine(id.text, .muted)) }
        if let badge = badge(of: node, context) {
            lines.append([
                Span("\(badge.count) open, the gravest ", .muted),
                Span(badge.worst.rawValue, Role(badge.worst), .bold),
            ])
        }
        lines.append(StyledLine())
        lines.append([
            Span(String(children.count).padded(to: 6, .trailing), .strong), Span("  below", .muted),
        ])
        // Where there are very many, counting them by kind would be felt at every key.
        guard children.count <= 1_000 else { return lines }
        let kinds = children.map { kind(of: $0, context) }
        let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
        lines += counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { kind, count in
            [Span(String(count).padded(to: 6, .trailing), .strong), Span("  \(kind)", .text)]
        }
        return lines
    }

    /// What a node is, in a word or two.
    private func kind(of node: TopologyNode, _ context: Context) -> String {
        switch node {
        case .managementGroup: "Management group"
        case .subscription: "Subscription"
        case .settings: "Settings of the subscription"
        case .group: "Resource group"
        case .bucket: "Group"
        case .resource(let id), .occupant(let id, _):
            context.estate.topology.resource(id)?.type.noun ?? "Unknown"
        }
    }

    // MARK: Related

    private func drawRelated(in rect: Rect, _ context: Context, on frame: inout Frame) {
        let rows = relatedRows(context)
        guard !rows.isEmpty else {
            if resource(context) != nil {
                EmptyState([StyledLine("Nothing refers to it, and it refers to nothing", .muted)])
                    .draw(in: rect, on: &frame)
            }
            return
        }
        frame.drawList(
            rows.count,
            related,
            selection: context.isFocused(.related) ? .selection : nil,
            in: rect
        ) { rows[$0].line }
    }
}

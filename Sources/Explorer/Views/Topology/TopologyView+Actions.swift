import Canvas
import Review
import Rules
import Topology

extension TopologyView {
    mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch action {
        case .switchTab:
            let tabs = tabs(context)
            tab = tabs[((tabs.firstIndex(of: shownTab(context)) ?? 0) + 1) % tabs.count]
            detail = Scroll()
            if property != nil { showProperty(context) }
            return []
        case .group:
            let all = TopologyGrouping.allCases
            grouping = all[((all.firstIndex(of: grouping) ?? 0) + 1) % all.count]
            refresh(context)
            return [.tell(Notice(text: "Grouped \(grouping.name)"))]
        case .scrollDown, .scrollUp:
            let move: Action = action == .scrollDown ? .moveDown : .moveUp
            _ = detail.move(move, by: count ?? 3, of: detailLines(context).count, page: detailRows(context))
            return []
        default: break
        }
        switch context.focus {
        case .detail: return performInDetail(action, count: count, context)
        case .related: return performInRelated(action, count: count, context)
        default: return performInTree(action, count: count, context)
        }
    }

    private mutating func performInTree(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch action {
        case .right:
            if !expand(cursor.row, context), isBranchOpen { cursor.row += 1 }
            settle(context)
        case .left:
            if !collapse(cursor.row), let parent = parent(of: cursor.row) { cursor.row = parent }
            settle(context)
        case .open:
            if collapse(cursor.row) || expand(cursor.row, context) {
                settle(context)
                return []
            }
            return [.focus(.detail)]
        default:
            guard cursor.move(action, by: count, of: rows.count, page: context.rows(of: .tree)) else {
                return nil
            }
            settle(context)
        }
        return []
    }

    private var isBranchOpen: Bool { node.map(isOpen) ?? false }

    private mutating func performInDetail(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        guard action != .open else { return follow(context) }
        let lines = detailLines(context).count
        return detail.move(action, by: count, of: lines, page: detailRows(context)) ? [] : nil
    }

    /// Goes to the resource that the first line on the screen of the detail names.
    private func follow(_ context: Context) -> [Effect] {
        let lines = detailLines(context)
        let shown = lines[min(detail.top, lines.count)...].prefix(detailRows(context))
        for line in shown {
            if let target = line.target { return [.go(Destination(view: target.view, target: target))] }
            let text = line.text.spans.last?.text.filter { $0 != "\"" && $0 != "," } ?? ""
            let id = ResourceID(text)
            if text.hasPrefix("/"), id != node?.resource, context.estate.topology.resource(id) != nil {
                return [.go(Destination(view: .topology, target: .resource(id)))]
            }
        }
        return [
            .tell(Notice(text: "Nothing shown here leads to another resource; Tab shows what is related"))
        ]
    }

    private mutating func performInRelated(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        let rows = relatedRows(context)
        guard action != .open else {
            guard rows.indices.contains(related.row), let target = rows[related.row].target else { return [] }
            return [.go(Destination(view: target.view, target: target))]
        }
        return related.move(action, by: count, of: rows.count, page: context.rows(of: .related)) ? [] : nil
    }

    /// Scrolls so that the property that is pointed at stands a third down the pane.
    mutating func showProperty(_ context: Context) {
        let lines = detailLines(context)
        guard let range = highlighted(context),
            let row = lines.firstIndex(where: { range.contains($0.offset) })
        else { return }
        detail.top = row - detailRows(context) / 3
        detail.left = tab == .json ? max(0, 2 * lines[row].depth - 6) : 0
        detail.settle(count: lines.count, page: detailRows(context))
    }

    /// The selected resource, where it can be an end of a path.
    func endpoint(_ context: Context) -> String? { resource(context).flatMap(PathEnd.text) }

    // MARK: Taking away

    func copies(_ context: Context) -> [Copy] {
        guard let node else { return [] }
        var copies = [Copy(letter: "r", name: "Name", text: name(of: node, context))]
        if let id = node.resource { copies.append(Copy(letter: "i", name: "Resource id", text: id.text)) }
        guard let resource = resource(context) else { return copies }
        let short = ResourceNames.short(resource.type)
        let markdown = "**\(resource.name)** (\(short))\n\n`\(resource.id.text)`"
        copies.append(Copy(letter: "m", name: "Markdown", text: markdown))
        copies.append(Copy(letter: "j", name: "JSON", text: BodyLines(resource.body).json))
        copies.append(
            Copy(letter: "c", name: "Command", text: "az resource show --ids \"\(resource.id.text)\"")
        )
        return copies
    }

    func exported(_ context: Context) -> [String] {
        rows.map { row in
            var line = String(repeating: "  ", count: row.depth) + name(of: row.node, context)
            if let resource = row.node.resource.flatMap({ context.estate.topology.resource($0) }) {
                line += "  \(ResourceNames.short(resource.type))"
            }
            if let badge = badge(of: row.node, context) { line += "  \(badge.count) \(badge.worst.rawValue)" }
            return line
        }
    }
}

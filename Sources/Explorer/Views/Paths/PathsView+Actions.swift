import Canvas
import Reachability
import Review
import Topology

extension PathsView {
    /// The farthest one can go in a blast radius.
    private static let mostHops = 9

    mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch action {
        case .switchTab:
            mode = mode == .path ? .blast : .path
            cursor = ListCursor()
            refresh(context)
            return []
        case .blast:
            guard mode == .blast else { return perform(.switchTab, count: nil, context) }
            guard let end = endpoint(context) else { return [] }
            return [.go(Destination(view: .paths, target: .blast(end)))]
        case .service: return [.open(.picker(.services(all: "every protocol and port")))]
        case .pathFrom: return [.open(.picker(PathEnd.picker(.from, in: context.estate)))]
        case .pathTo: return [.open(.picker(PathEnd.picker(.to, in: context.estate)))]
        case .swap:
            guard from != nil || to != nil else {
                return [.tell(Notice(text: "Choose the ends first: p where it begins, P where it ends"))]
            }
            swap(&from, &to)
            refresh(context)
            return []
        case .scrollDown, .scrollUp:
            let move: Action = action == .scrollDown ? .moveDown : .moveUp
            _ = detail.move(move, by: count ?? 3, of: lines.count, page: context.rows(of: .detail))
            return []
        default: break
        }
        switch context.focus {
        case .hops: return perform(action, count: count, in: way, \.wayCursor, .hops, context)
        case .detail: return perform(action, count: count, in: lines, \.detail, .detail, context)
        default: return performInFlows(action, count: count, context)
        }
    }

    private mutating func performInFlows(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch action {
        case .open: return open(context)
        case .left where mode == .blast, .right where mode == .blast:
            let step = (action == .right ? 1 : -1) * min(count ?? 1, Self.mostHops)
            hops = min(max(1, hops + step), Self.mostHops)
            refresh(context)
            return []
        default:
            let isMoved = cursor.move(action, by: count, of: rows.count, page: context.rows(of: .flows)) {
                if case .blank = rows[$0] { true } else if case .heading = rows[$0] { true } else { false }
            }
            guard isMoved else { return nil }
            settle(context)
            return []
        }
    }

    private mutating func open(_ context: Context) -> [Effect] {
        switch row {
        case .from: return perform(.pathFrom, count: nil, context) ?? []
        case .to: return perform(.pathTo, count: nil, context) ?? []
        case .service: return perform(.service, count: nil, context) ?? []
        case .hops:
            hops = hops % Self.mostHops + 1
            refresh(context)
            return []
        case .flow: return [.focus(.hops)]
        case .reached(let index):
            guard let blast = blast(context) else { return [] }
            let reached = blast.blast.reached[index]
            let target = Target.path(
                from: blast.map.name(of: reached.via),
                to: blast.map.name(of: reached.index)
            )
            return [.go(Destination(view: .paths, target: target))]
        case .choke:
            guard let id = chokePoint(context)?.carrier.resource,
                context.estate.topology.resource(id) != nil
            else { return [] }
            return [.go(Destination(view: .topology, target: .resource(id), filter: ""))]
        case .blank, .heading, nil: return []
        }
    }

    /// Moves in a pane of lines, or goes where the selected one leads.
    private mutating func perform(
        _ action: Action,
        count: Int?,
        in lines: [TargetRow],
        _ place: WritableKeyPath<PathsView, ListCursor>,
        _ pane: PaneKind,
        _ context: Context
    ) -> [Effect]? {
        if action == .open {
            let row = self[keyPath: place].row
            guard lines.indices.contains(row), let target = lines[row].target else {
                return [.tell(Notice(text: "Nothing that the input holds stands behind this line"))]
            }
            return [.go(Destination(view: target.view, target: target, filter: ""))]
        }
        var cursor = self[keyPath: place]
        let isMoved = cursor.move(action, by: count, of: lines.count, page: context.rows(of: pane)) {
            lines[$0].isBlank
        }
        guard isMoved else { return nil }
        self[keyPath: place] = cursor
        if pane == .hops { settle(context) }
        return []
    }

    mutating func pick(_ value: String, for purpose: Picker.Purpose, _ context: Context) -> [Effect] {
        switch purpose {
        case .from: from = value
        case .to:
            to = value
            mode = .path
        case .service: service = Service(value)
        case .grouping: return []
        }
        refresh(context)
        // The question is whole only with both ends: ask for the other one at once.
        if purpose == .from, mode == .path, to == nil { return perform(.pathTo, count: nil, context) ?? [] }
        if purpose == .to, from == nil { return perform(.pathFrom, count: nil, context) ?? [] }
        return []
    }

    /// The endpoint that is selected in a blast radius.
    func endpoint(_ context: Context) -> String? {
        guard case .reached(let index)? = row, let blast = blast(context) else { return nil }
        return blast.map.name(of: blast.blast.reached[index].index)
    }

    // MARK: Taking away

    func copies(_ context: Context) -> [Copy] {
        var copies: [Copy] = []
        if let row { copies.append(Copy(letter: "r", name: "Row", text: line(of: row, context).text)) }
        if !way.isEmpty {
            let text = way.map(\.line.text).joined(separator: "\n")
            copies.append(Copy(letter: "h", name: "Hops", text: text))
            copies.append(Copy(letter: "m", name: "Markdown", text: "```\n\(text)\n```"))
        }
        if let from { copies.append(Copy(letter: "i", name: "Id, from", text: from)) }
        if mode == .path, let to { copies.append(Copy(letter: "t", name: "Id, to", text: to)) }
        if let command { copies.append(Copy(letter: "c", name: "Command", text: command)) }
        return copies
    }

    /// The same question on the command line.
    private var command: String? {
        guard let from else { return nil }
        switch mode {
        case .path:
            guard let to else { return nil }
            var command = "bulkhead reach --from \"\(from)\" --to \"\(to)\""
            if let service {
                let parts = service.description.split(separator: "/")
                command += " --protocol \(parts[0])" + (parts.count > 1 ? " --port \(parts[1])" : "")
            }
            return command
        case .blast:
            return "bulkhead blast --from \"\(from)\" --hops \(hops)"
                + (service.map { " --service \($0)" } ?? "")
        }
    }

    func exported(_ context: Context) -> [String] {
        var lines = rows.map { line(of: $0, context).text }
        if mode == .path, let path = path(context) {
            for flow in path.flows {
                lines += ["", flow.name] + wayRows(of: flow, context).map { "  " + $0.line.text }
            }
        }
        return lines
    }
}

import Canvas
import Reachability
import Review
import Topology

extension SegmentsView {
    mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch action {
        case .service:
            return [.open(.picker(.services(all: "the common services together")))]
        case .group: return [.open(.picker(groupings(context)))]
        case .hideEmpty:
            hidesEmpty.toggle()
            refresh(context)
            let text = hidesEmpty ? "Segments without flows are hidden" : "Every segment is shown"
            return [.tell(Notice(text: text))]
        case .pathFrom, .pathTo: return [path(context)]
        case .scrollDown, .scrollUp:
            let move: Action = action == .scrollDown ? .moveDown : .moveUp
            _ = detail.move(move, by: count ?? 3, of: lines.count, page: context.rows(of: .detail))
            return []
        default: break
        }
        return context.focus == .matrix
            ? performInMatrix(action, count: count, context) : performInDetail(action, count: count, context)
    }

    private mutating func performInMatrix(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        guard map(context) != nil else { return nil }
        let places = places(in: context.panes[.matrix]?.size ?? Size(columns: 80, rows: 24))
        switch action {
        case .left: column.row -= min(count ?? 1, 1_000_000)
        case .right: column.row += min(count ?? 1, 1_000_000)
        case .open:
            guard let pair = pair(context) else { return [] }
            explained = pair
            settle(context)
            return [.focus(.detail)]
        default:
            guard row.move(action, by: count, of: rows.count, page: places.visibleRows) else { return nil }
        }
        settle(context)
        return []
    }

    private mutating func performInDetail(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        if action == .open {
            guard lines.indices.contains(detail.row), let target = lines[detail.row].target else {
                if explained != pair(context) { return performInMatrix(.open, count: nil, context) }
                return [.tell(Notice(text: "A line with a rule leads to it, one with a packet to its path"))]
            }
            return [.go(Destination(view: target.view, target: target, filter: ""))]
        }
        return detail.move(action, by: count, of: lines.count, page: context.rows(of: .detail)) ? [] : nil
    }

    /// The way between the two segments: that of the witness where one was found, else from their first endpoints.
    private func path(_ context: Context) -> Effect {
        guard let map = map(context), let place else { return .tell(Notice(text: "There is no pair here")) }
        let sites = map.map.table.sites
        let groups = map.matrix.groups
        let sender = groups[place.from].members.first { sites[$0].initiates }
        let receiver = groups[place.to].members.first { $0 != sender }
        guard let sender, let receiver else {
            return .tell(Notice(text: "There is no pair here: nothing sends, or nothing else receives"))
        }
        let target = Target.path(from: map.map.name(of: sender), to: map.map.name(of: receiver))
        return .go(Destination(view: .paths, target: target))
    }

    // MARK: Choosing

    private static let tagPrefix = "tag:"

    private func groupings(_ context: Context) -> Picker {
        let plain = [
            Picker.Item(value: "subnet", entry: .init("subnet", note: "each subnet")),
            Picker.Item(value: "vnet", entry: .init("network", note: "each virtual network")),
            Picker.Item(value: "subscription", entry: .init("subscription", note: "each subscription")),
        ]
        let tags = context.estate.topology.tagKeys.map { key in
            Picker.Item(value: Self.tagPrefix + key, entry: .init("tag \(key)", note: "by its value"))
        }
        return Picker(.grouping, "Group by", plain + tags, in: context.estate)
    }

    mutating func pick(_ value: String, for purpose: Picker.Purpose, _ context: Context) -> [Effect] {
        switch purpose {
        case .service: question.service = Service(value)
        case .grouping:
            question.grouping =
                switch value {
                case "vnet": .virtualNetwork
                case "subscription": .subscription
                case let tag where tag.hasPrefix(Self.tagPrefix):
                    .tag(String(tag.dropFirst(Self.tagPrefix.count)))
                default: .subnet
                }
        case .from, .to: return []
        }
        explained = nil
        refresh(context)
        return []
    }

    /// The first endpoint of the sending segment that sends at all.
    func endpoint(_ context: Context) -> String? {
        guard let map = map(context), let place else { return nil }
        let sites = map.map.table.sites
        return map.matrix.groups[place.from].members.first { sites[$0].initiates }
            .map { map.map.name(of: $0) }
    }

    // MARK: Taking away

    func copies(_ context: Context) -> [Copy] {
        guard let map = map(context), let place else { return [] }
        let (from, to) = (map.matrix.groups[place.from], map.matrix.groups[place.to])
        let cell = map.matrix.cell(from: place.from, to: place.to)
        let row = [from.name, to.name, cell.state.rawValue, cell.flows.description].joined(separator: "  ")
        var copies = [
            Copy(letter: "r", name: "Row", text: row),
            Copy(letter: "d", name: "Detail", text: lines.map(\.line.text).joined(separator: "\n")),
        ]
        if let id = from.id { copies.append(Copy(letter: "i", name: "Resource id, from", text: id.text)) }
        if let id = to.id { copies.append(Copy(letter: "t", name: "Resource id, to", text: id.text)) }
        let markdown = "**\(from.name)** to **\(to.name)**: \(cell.state.rawValue) \(cell.flows.description)"
        copies.append(Copy(letter: "m", name: "Markdown", text: markdown))
        let service = question.service.map { " --service \($0)" } ?? ""
        let command = "bulkhead matrix --group-by \(question.grouping.option)\(service)"
        copies.append(Copy(letter: "c", name: "Command", text: command))
        return copies
    }

    /// The shown segments with their numbers, the matrix in letters, and below it every pair between which something
    /// flows.
    func exported(_ context: Context) -> [String] {
        guard let map = map(context) else { return [] }
        let groups = map.matrix.groups
        let width = rows.map { groups[$0].name.columns }.max() ?? 0
        let head =
            String(repeating: " ", count: width + 5)
            + columns.map { String($0 + 1).padded(to: 4, .trailing) }.joined()
        let lines = rows.map { row in
            let cells = columns.map { column in
                map.matrix.cell(from: row, to: column).mark([], isWide: false).text.padded(to: 4, .trailing)
            }
            return String(row + 1).padded(to: 4, .trailing) + " " + groups[row].name.padded(to: width)
                + cells.joined()
        }
        let flows = rows.flatMap { row in
            columns.compactMap { column -> String? in
                let cell = map.matrix.cell(from: row, to: column)
                guard cell.isOpen else { return nil }
                return "\(groups[row].name) -> \(groups[column].name)  \(cell.state.rawValue)  "
                    + "\(cell.allowedPairs)/\(cell.pairs)  \(cell.flows)"
            }
        }
        return ["\(question.grouping.name), by \(question.serviceName)", "", head] + lines + [""] + flows
    }
}

extension SegmentMatrix.Grouping {
    /// As the command line takes it.
    fileprivate var option: String {
        switch self {
        case .subnet: "subnet"
        case .virtualNetwork: "vnet"
        case .subscription: "subscription"
        case .tag(let key): "tag:\(key)"
        }
    }
}

import Canvas
import Reachability
import Review
import Topology

/// Which segment of the network reaches which, and what decides between the two under the cursor.
struct SegmentsView: View {
    var question = SegmentQuestion(grouping: .subnet)
    var hidesEmpty = false
    /// The groups that are shown, by their places in the matrix.
    private(set) var rows: [Int] = []
    private(set) var columns: [Int] = []
    private(set) var rowTitles: [Matrix.Title] = []
    private(set) var columnTitles: [Matrix.Title] = []
    var row = ListCursor()
    var column = ListCursor()
    var detail = ListCursor()
    private(set) var lines: [TargetRow] = []
    /// The pair of segments that is explained.
    var explained: Pair?
    /// How many segments there are.
    private(set) var count = 0
    private var selected: Pair?
    private var source: Source?

    /// Two segments, by their keys.
    struct Pair: Sendable, Hashable {
        let from: String
        let to: String
    }

    /// What the rows and columns were made from.
    private struct Source: Sendable, Hashable {
        let generation: Int
        let revision: Int
        let filter: Review.Filter
        let question: SegmentQuestion
        let hidesEmpty: Bool
    }

    // MARK: Keeping up

    func inquiries(_ context: Context) -> [Inquiry] {
        var wanted = [Inquiry.matrix(question)]
        if let explained { wanted.append(explanation(of: explained)) }
        return wanted
    }

    private func explanation(of pair: Pair) -> Inquiry {
        .segments(question, from: pair.from, to: pair.to)
    }

    func map(_ context: Context) -> SegmentMap? {
        guard case .matrix(let map)? = context.answers[.matrix(question)] else { return nil }
        return map
    }

    /// What was found to decide between the two segments under the cursor, where that was asked.
    func flows(_ context: Context) -> SegmentMap.Flows? {
        guard let pair = pair(context), case .segments(let flows)? = context.answers[explanation(of: pair)]
        else { return nil }
        return flows
    }

    /// Whether what decides between the two segments under the cursor is being worked out.
    func isExplaining(_ context: Context) -> Bool {
        explained != nil && explained == pair(context) && flows(context) == nil
    }

    mutating func refresh(_ context: Context) {
        guard let map = map(context) else { return }
        let source = Source(
            generation: context.answers.generation,
            revision: context.estate.revision,
            filter: context.filter,
            question: question,
            hidesEmpty: hidesEmpty
        )
        if source != self.source {
            self.source = source
            count = map.matrix.groups.count
            (rows, columns) = shown(of: map, context)
            (rowTitles, columnTitles) = (titles(rows, map), titles(columns, map))
            if selected == nil { stand(on: map) }
            if let selected {
                row.row = map.places[selected.from].flatMap(rows.firstIndex(of:)) ?? row.row
                column.row = map.places[selected.to].flatMap(columns.firstIndex(of:)) ?? column.row
            }
        }
        settle(context)
    }

    /// A first look stands on two segments between which something flows.
    private mutating func stand(on map: SegmentMap) {
        for (index, from) in rows.enumerated() {
            guard
                let open = columns.firstIndex(where: {
                    $0 != from && map.matrix.cell(from: from, to: $0).isOpen
                })
            else {
                continue
            }
            row.row = index
            column.row = open
            return
        }
    }

    /// The segments that the filter keeps with those they have to do with, and of them those with flows.
    private func shown(of map: SegmentMap, _ context: Context) -> (rows: [Int], columns: [Int]) {
        let open = map.matrix.openCells.filter(\.isOpen)
        var rows = Array(map.matrix.groups.indices)
        var columns = rows
        if !context.filter.isEmpty {
            let kept = keeping(context.filter, map, context.estate)
            let senders = Set(open.lazy.filter { kept[$0.to] }.map(\.from))
            let receivers = Set(open.lazy.filter { kept[$0.from] }.map(\.to))
            rows = rows.filter { kept[$0] || senders.contains($0) }
            columns = columns.filter { kept[$0] || receivers.contains($0) }
        }
        guard hidesEmpty else { return (rows, columns) }
        let (listed, headed) = (Set(rows), Set(columns))
        let senders = Set(open.lazy.filter { headed.contains($0.to) }.map(\.from))
        let receivers = Set(open.lazy.filter { listed.contains($0.from) }.map(\.to))
        rows = rows.filter(senders.contains)
        columns = columns.filter(receivers.contains)
        return (rows, columns)
    }

    /// For each segment, whether the filter keeps it or anything in it.
    private func keeping(_ filter: Review.Filter, _ map: SegmentMap, _ estate: Estate) -> [Bool] {
        let flags = filter.resourceFlags(of: estate)
        func isKept(_ id: ResourceID?) -> Bool {
            id.flatMap(estate.index.position).map { flags[$0] } ?? false
        }
        return map.matrix.groups.map { group in
            isKept(group.id)
                || group.members.contains { member in
                    let site = map.map.table.sites[member]
                    return isKept(site.owner) || isKept(site.id) || isKept(site.subnet)
                }
        }
    }

    /// Keeps everything inside its bounds and remembers what is selected.
    mutating func settle(_ context: Context) {
        guard map(context) != nil else { return }
        let places = places(in: context.panes[.matrix]?.size ?? Size(columns: 80, rows: 24))
        row.settle(count: rows.count, page: places.visibleRows)
        column.settle(count: columns.count, page: places.visibleColumns)
        let pair = pair(context)
        let isOther = pair != selected
        selected = pair
        lines = detailLines(context)
        if isOther { detail = ListCursor(row: 0) }
        detail.settle(count: lines.count, page: context.rows(of: .detail))
    }

    /// The groups under the cursor, by their places in the matrix.
    var place: (from: Int, to: Int)? {
        guard rows.indices.contains(row.row), columns.indices.contains(column.row) else { return nil }
        return (rows[row.row], columns[column.row])
    }

    func pair(_ context: Context) -> Pair? {
        guard let place, let groups = map(context)?.matrix.groups, groups.indices.contains(place.from),
            groups.indices.contains(place.to)
        else { return nil }
        return Pair(from: groups[place.from].key, to: groups[place.to].key)
    }

    // MARK: Selecting

    mutating func select(at point: Point, in pane: PaneKind, _ context: Context) {
        switch pane {
        case .matrix:
            guard let map = map(context), let size = context.panes[.matrix]?.size,
                let hit = table(map, isFocused: true).hit(point, in: size)
            else { return }
            row.row = hit.row
            column.row = hit.column
            settle(context)
        default:
            if lines.indices.contains(detail.top + point.row) { detail.row = detail.top + point.row }
        }
    }

    /// Segments are found by name, from row to row; in the detail its lines.
    mutating func find(_ word: [UInt8], forward: Bool, including: Bool, _ context: Context) -> Bool {
        defer { settle(context) }
        if context.focus == .detail {
            return detail.find(word, in: lines.map(\.line.text), forward: forward, including: including)
        }
        guard let groups = map(context)?.matrix.groups else { return false }
        return row.find(word, in: rows.map { groups[$0].name }, forward: forward, including: including)
    }

    mutating func reveal(_ target: Target, _ context: Context) -> Bool { false }

    // MARK: Layout

    func layout(_ area: Rect, split: Int) -> [PaneKind: Rect] {
        if area.columns >= 130 {
            let (left, right) = area.left(min(max(60, area.columns * 66 / 100 + split), area.columns - 30))
            return [.matrix: left, .detail: right]
        }
        // Border and titles take four rows; what the matrix leaves is good for the detail.
        let least = max(6, area.rows * 36 / 100 - split / 4)
        let below = min(max(least, area.rows - max(rows.count, 4) - 4), area.rows - 8)
        let (detail, matrix) = area.bottom(below)
        return [.matrix: matrix, .detail: detail]
    }

    func overflow(of pane: PaneKind, _ context: Context) -> Set<ScreenEdge> {
        guard pane == .matrix, map(context) != nil, let size = context.panes[.matrix]?.size else {
            return []
        }
        let places = places(in: size)
        var edges: Set<ScreenEdge> = []
        if column.top > 0 { edges.insert(.left) }
        if column.top + places.visibleColumns < columns.count { edges.insert(.right) }
        return edges
    }

    static func == (left: SegmentsView, right: SegmentsView) -> Bool {
        left.question == right.question && left.hidesEmpty == right.hidesEmpty && left.row == right.row
            && left.column == right.column && left.detail == right.detail && left.selected == right.selected
            && left.explained == right.explained && left.rows == right.rows && left.columns == right.columns
    }
}

extension SegmentMatrix.Cell {
    /// Whether anything passes or may pass.
    var isOpen: Bool { allowedPairs > 0 || unknownPairs > 0 }
}

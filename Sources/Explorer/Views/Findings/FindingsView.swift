import Canvas
import Review
import Rules
import Topology

/// The findings as a table, and beside it everything about the selected one.
struct FindingsView: View {
    /// A line of the table: a finding, or the head of a group of them.
    enum Row: Sendable, Hashable {
        case group(name: String, count: Int, isOpen: Bool)
        /// An index into the findings of the estate.
        case finding(Int)
    }

    var rows: [Row] = []
    var cursor = ListCursor()
    var order = Order()
    var grouping = Grouping.none
    /// The groups that are folded, by name.
    var folded: Set<String> = []
    /// A control's id tells its step already.
    var hidden: Set<FindingColumn> = [.step]
    /// Whether passes and what does not apply are listed too.
    var listsAll = false
    /// The columns scrolled away.
    var skipped = 0
    var detail = Scroll()
    /// Which piece of evidence of the selected finding Enter follows.
    var evidence = 0
    /// The fingerprint of the selected finding.
    private(set) var selected: String?
    private var selectedIndex: Int?
    /// The fingerprints of marked findings.
    var marks: Set<String> = []
    /// Where a range to be marked begins.
    var anchor: Int?
    /// How many findings the filter hides, and how many are not listed because nothing is wrong.
    private(set) var filteredOut = 0
    private(set) var unlisted = 0
    /// How many findings the rows show, folded groups included.
    private(set) var listed = 0
    private var source: Source?

    /// What the rows were made from.
    private struct Source: Sendable, Hashable {
        let revision: Int
        let filter: Filter
        let order: Order
        let grouping: Grouping
        let folded: Set<String>
        let listsAll: Bool
    }

    /// How the rows are sorted.
    struct Order: Sendable, Hashable {
        /// Nil sorts what needs attention first: failures before questions, then by severity.
        var column: FindingColumn?
        var isReversed = false
    }

    enum Grouping: String, Sendable, CaseIterable {
        case none, step, control, resource
    }

    var isMarking: Bool { anchor != nil || !marks.isEmpty }

    // MARK: Rows

    mutating func refresh(_ context: Context) {
        let source = Source(
            revision: context.estate.revision,
            filter: context.filter,
            order: order,
            grouping: grouping,
            folded: folded,
            listsAll: listsAll
        )
        if source != self.source {
            let isNew = self.source == nil
            self.source = source
            fill(context)
            if !isNew { reselect(context) }
        }
        settle(context)
    }

    private mutating func fill(_ context: Context) {
        let estate = context.estate
        var kept = context.filter.findings(of: estate)
        filteredOut = estate.findings.count - kept.count
        if !listsAll, !context.filter.asksForOutcomes {
            let before = kept.count
            let facts = estate.facts
            kept.removeAll { !facts[$0].isOpen }
            unlisted = before - kept.count
        } else {
            unlisted = 0
        }
        listed = kept.count
        let sorted = order.sort(kept, of: estate)
        rows = grouping == .none ? sorted.map(Row.finding) : grouped(sorted, estate)
    }

    private func grouped(_ findings: [Int], _ estate: Estate) -> [Row] {
        var members: [String: [Int]] = [:]
        var names: [String] = []
        for finding in findings {
            let name = grouping.name(of: estate.findings[finding])
            if members[name] == nil { names.append(name) }
            members[name, default: []].append(finding)
        }
        if grouping != .resource { names.sort() }
        return names.flatMap { name -> [Row] in
            let findings = members[name, default: []]
            let isOpen = !folded.contains(name)
            let head = Row.group(name: name, count: findings.count, isOpen: isOpen)
            return isOpen ? [head] + findings.map(Row.finding) : [head]
        }
    }

    /// Stands on the same finding as before, or as near as can be.
    private mutating func reselect(_ context: Context) {
        guard let selected else { return }
        // Most often the findings are the same ones in another order.
        if let index = selectedIndex, context.estate.findings.indices.contains(index),
            context.estate.findings[index].finding.fingerprint == selected
        {
            cursor.row = rows.firstIndex(of: .finding(index)) ?? cursor.row
        } else if let row = row(of: selected, context.estate) {
            cursor.row = row
        }
    }

    func row(of fingerprint: String, _ estate: Estate) -> Int? {
        rows.firstIndex { row in
            if case .finding(let index) = row {
                estate.findings[index].finding.fingerprint == fingerprint
            } else {
                false
            }
        }
    }

    /// Keeps everything inside its bounds and remembers what is selected.
    mutating func settle(_ context: Context) {
        cursor.settle(count: rows.count, page: page(context))
        let now = finding(context.estate)?.finding.fingerprint
        if rows.indices.contains(cursor.row), case .finding(let index) = rows[cursor.row] {
            selectedIndex = index
        } else {
            selectedIndex = nil
        }
        if now != selected {
            selected = now
            detail = Scroll()
            evidence = 0
        }
        guard detail.top > 0 else { return }
        detail.settle(count: detailLines(context).count, page: context.rows(of: .detail))
    }

    /// The rows the table shows at once; its head takes one.
    func page(_ context: Context) -> Int { max(1, context.rows(of: .list) - 1) }

    /// The selected finding; nil on the head of a group and where there is none.
    func finding(_ estate: Estate) -> ReviewedFinding? {
        guard rows.indices.contains(cursor.row), case .finding(let index) = rows[cursor.row],
            estate.findings.indices.contains(index)
        else { return nil }
        return estate.findings[index]
    }

    // MARK: Selecting

    mutating func select(at point: Point, in pane: PaneKind, _ context: Context) {
        guard pane == .list else { return }
        if point.row == 0 { sort(byTitleAt: point.column, context) }
        let row = cursor.top + point.row - 1
        guard point.row >= 1, rows.indices.contains(row) else { return }
        cursor.row = row
        settle(context)
    }

    mutating func find(_ word: [UInt8], forward: Bool, including: Bool, _ context: Context) -> Bool {
        if context.focus == .detail {
            let lines = detailLines(context).map(\.text)
            let page = context.rows(of: .detail)
            return detail.find(word, in: lines, forward: forward, including: including, page: page)
        }
        let found = context.estate.index.findingKeys.rows(containing: word)
        let count = rows.count
        for distance in (including ? 0 : 1)...max(count, including ? 0 : 1) where count > 0 {
            let row = ((forward ? cursor.row + distance : cursor.row - distance) % count + count) % count
            guard case .finding(let index) = rows[row], found.indices.contains(index), found[index] else {
                continue
            }
            cursor.row = row
            settle(context)
            return true
        }
        return false
    }

    mutating func reveal(_ target: Target, _ context: Context) -> Bool {
        let estate = context.estate
        let wanted: (ReviewedFinding) -> Bool
        switch target {
        case .finding(let fingerprint): wanted = { $0.finding.fingerprint == fingerprint }
        case .control(let id): wanted = { $0.finding.control.id == id }
        case .resource(let id, _): wanted = { $0.finding.resource?.id == id }
        case .step(let step): wanted = { $0.finding.control.section.reviewStep == step }
        case .path, .blast: return false
        }
        if select(where: wanted, context) { return true }
        guard !listsAll, estate.findings.contains(where: wanted) else { return false }
        listsAll = true
        folded = []
        refresh(context)
        return select(where: wanted, context)
    }

    private mutating func select(where isWanted: (ReviewedFinding) -> Bool, _ context: Context) -> Bool {
        let row = rows.firstIndex { row in
            if case .finding(let index) = row { isWanted(context.estate.findings[index]) } else { false }
        }
        guard let row else { return false }
        cursor.row = row
        settle(context)
        return true
    }

    // MARK: Layout

    func layout(_ area: Rect, split: Int) -> [PaneKind: Rect] {
        if area.columns >= 116 {
            let left = min(max(44, area.columns * 60 / 100 + split), area.columns - 40)
            let (list, detail) = area.left(left)
            return [.list: list, .detail: detail]
        }
        let (list, detail) = area.top(min(max(6, area.rows / 2 + split / 4), area.rows - 5))
        return [.list: list, .detail: detail]
    }
}

extension FindingsView.Grouping {
    /// The name of the group a finding belongs to.
    func name(of reviewed: ReviewedFinding) -> String {
        let control = reviewed.finding.control
        switch self {
        case .none: return ""
        case .step:
            let step = control.section.reviewStep
            return "Step \(step)  \(Walk.Step(rawValue: step)?.title ?? "")"
        case .control: return "\(control.id)  \(control.title)"
        case .resource: return reviewed.finding.resource?.id.displayName ?? "the whole estate"
        }
    }
}

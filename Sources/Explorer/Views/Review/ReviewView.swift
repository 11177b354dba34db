import Canvas
import Review
import Rules
import Topology

/// The guided walk: the steps with their controls at the left, and at the right what is asked, what the estate shows,
/// and what was decided.
struct ReviewView: View {
    /// A line of the walk.
    enum Row: Sendable, Hashable {
        case step(Walk.Step)
        /// An index into the stops of the walk.
        case stop(Int)
    }

    /// A line of the stop, and the finding it is about.
    struct Line: Sendable, Hashable {
        let line: StyledLine
        /// An index into the findings of the stop.
        var finding: Int?

        var isBlank: Bool { line.spans.allSatisfy { $0.text.allSatisfy { $0 == " " } } }
    }

    private(set) var rows: [Row] = []
    var cursor = ListCursor()
    private(set) var lines: [Line] = []
    var detail = ListCursor()
    /// The control that is selected, by its id.
    private(set) var selected: String?
    /// The controls that were put off in this session.
    var skipped: Set<String> = []
    /// Whether stops with nothing to do are listed too.
    var listsAll = false
    private var source: Source?

    /// What the rows and lines were made from.
    private struct Source: Sendable, Hashable {
        let revision: Int
        let filter: Filter
        let listsAll: Bool
        let selected: String?
        let columns: Int
        let skipped: Set<String>
    }

    // MARK: Keeping up

    mutating func refresh(_ context: Context) {
        let now = source(context)
        if now != source {
            let isFirst = source == nil
            fill(context)
            if isFirst, let open = context.estate.walk.nextOpen() {
                select(stop: open)
            } else {
                reselect(context)
            }
        }
        settle(context)
    }

    private func source(_ context: Context) -> Source {
        Source(
            revision: context.estate.revision,
            filter: context.filter,
            listsAll: listsAll,
            selected: selected,
            columns: context.columns(of: .detail),
            skipped: skipped
        )
    }

    private mutating func fill(_ context: Context) {
        let walk = context.estate.walk
        let shown =
            context.filter.isEmpty
            ? nil
            : Set(
                context.filter.findings(of: context.estate).map {
                    context.estate.findings[$0].finding.control.id
                }
            )
        rows = Walk.Step.allCases.flatMap { step -> [Row] in
            let stops = walk.stops.indices.filter { index in
                let stop = walk.stops[index]
                guard stop.step == step, shown?.contains(stop.control.id) ?? true else { return false }
                return listsAll || [.open, .attention, .settled].contains(stop.state)
                    || stop.control.id == selected
            }
            return [.step(step)] + stops.map(Row.stop)
        }
    }

    /// Stands on the same control as before, or as near as can be.
    private mutating func reselect(_ context: Context) {
        guard let selected else { return }
        let walk = context.estate.walk
        if let row = rows.firstIndex(where: { stop(of: $0, walk)?.control.id == selected }) {
            cursor.row = row
        }
    }

    mutating func settle(_ context: Context) {
        cursor.settle(count: rows.count, page: context.rows(of: .walk))
        let now = stop(context)?.control.id
        let isOther = now != selected
        selected = now
        // A blank and the scrollbar stand beside the text.
        lines =
            stop(context).map { StopDetail($0).lines(columns: context.columns(of: .detail) - 2) }
            ?? stepLines(context)
        if isOther { detail = ListCursor(row: lines.firstIndex { $0.finding != nil } ?? 0) }
        detail.settle(count: lines.count, page: context.rows(of: .detail))
        source = source(context)
    }

    // MARK: What is selected

    func stop(of row: Row, _ walk: Walk) -> Walk.Stop? {
        guard case .stop(let index) = row, walk.stops.indices.contains(index) else { return nil }
        return walk.stops[index]
    }

    /// The selected stop; nil on the head of a step.
    func stop(_ context: Context) -> Walk.Stop? {
        rows.indices.contains(cursor.row) ? stop(of: rows[cursor.row], context.estate.walk) : nil
    }

    mutating func select(stop index: Int) {
        if let row = rows.firstIndex(of: .stop(index)) { cursor.row = row }
    }

    /// What a step is for, where its head is selected.
    private func stepLines(_ context: Context) -> [Line] {
        guard rows.indices.contains(cursor.row), case .step(let step) = rows[cursor.row] else { return [] }
        let columns = max(8, context.columns(of: .detail) - 2)
        let estate = context.estate
        var lines = [StyledLine("Step \(step.rawValue)  \(step.title)", .strong, .bold), StyledLine()]
        lines += StyledLine(step.purpose, .text).wrapped(to: columns)
        lines.append(StyledLine())
        if case .notApplicable(let reason) = estate.architecture.state(of: step) {
            lines += StyledLine(reason, .notApplicable).wrapped(to: columns)
        } else {
            let progress = estate.walk.progress(of: step)
            lines.append(
                StyledLine("\(progress.done) of \(progress.of) controls have nothing left to do.", .muted)
            )
        }
        return lines.map { Line(line: $0) }
    }

    // MARK: Selecting

    mutating func select(at point: Point, in pane: PaneKind, _ context: Context) {
        if pane == .walk {
            guard rows.indices.contains(cursor.top + point.row) else { return }
            cursor.row = cursor.top + point.row
        } else {
            guard lines.indices.contains(detail.top + point.row) else { return }
            detail.row = detail.top + point.row
        }
        settle(context)
    }

    mutating func find(_ word: [UInt8], forward: Bool, including: Bool, _ context: Context) -> Bool {
        let word = String(decoding: word, as: UTF8.self)
        let walk = context.estate.walk
        for distance in (including ? 0 : 1)...max(rows.count, including ? 0 : 1) where !rows.isEmpty {
            let row =
                ((forward ? cursor.row + distance : cursor.row - distance) % rows.count + rows.count)
                % rows.count
            guard let control = stop(of: rows[row], walk)?.control,
                "\(control.id) \(control.name) \(control.title)".lowercased().contains(word)
            else { continue }
            cursor.row = row
            settle(context)
            return true
        }
        return false
    }

    mutating func reveal(_ target: Target, _ context: Context) -> Bool {
        let walk = context.estate.walk
        let wanted: Int?
        switch target {
        case .step(let number):
            guard let step = Walk.Step(rawValue: number), let head = rows.firstIndex(of: .step(step)) else {
                return false
            }
            let open = walk.stops.firstIndex { $0.step == step && $0.state == .open }
            cursor.row = open.flatMap { rows.firstIndex(of: .stop($0)) } ?? head
            settle(context)
            return true
        case .control(let id): wanted = walk.stops.firstIndex { $0.control.id == id }
        case .finding(let fingerprint):
            wanted = walk.stops.firstIndex { stop in
                stop.findings.contains { $0.finding.fingerprint == fingerprint }
            }
        case .resource, .path, .blast: return false
        }
        guard let wanted else { return false }
        if !rows.contains(.stop(wanted)) {
            listsAll = true
            fill(context)
        }
        select(stop: wanted)
        settle(context)
        return rows.contains(.stop(wanted))
    }

    // MARK: Layout

    func layout(_ area: Rect, split: Int) -> [PaneKind: Rect] {
        let wanted = area.columns >= 116 ? area.columns * 42 / 100 : 34
        let (walk, detail) = area.left(min(max(24, wanted + split), area.columns - 24))
        return [.walk: walk, .detail: detail]
    }
}

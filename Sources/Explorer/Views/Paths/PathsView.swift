import Canvas
import Reachability
import Review
import Topology

/// The way between two ends hop by hop with what decides, or everything that one end reaches.
struct PathsView: View {
    enum Mode: Sendable, Hashable { case path, blast }

    /// A line of the list of flows.
    enum Row: Sendable, Hashable {
        case from, to, service, hops
        case blank
        case heading(String)
        /// A flow of the answer.
        case flow(Int)
        /// An endpoint of the blast radius.
        case reached(Int)
        /// Something that can be changed to cut it.
        case choke(Int)
    }

    var mode = Mode.path
    var from: String?
    var to: String?
    var service: Service?
    var hops = 3
    private(set) var rows: [Row] = [.from, .to, .service]
    var cursor = ListCursor()
    private(set) var way: [TargetRow] = []
    var wayCursor = ListCursor()
    private(set) var lines: [TargetRow] = []
    var detail = ListCursor()
    /// How many endpoints the filter keeps; nil where there is no filter.
    private(set) var kept: Int?
    /// Whether one has not yet been led to the answer of what is asked.
    private var isUnread = true
    private var source: Source?
    private var shown: Shown?

    /// What the rows were made from.
    private struct Source: Sendable, Hashable {
        let generation: Int
        let count: Int
        let inquiry: Inquiry?
        let filter: Review.Filter
        let revision: Int
    }

    /// What the other two panes were made from.
    private struct Shown: Sendable, Hashable {
        let source: Source
        let row: Row?
        let wayRow: Int
        let isWayFocused: Bool
        let columns: [Int]
    }

    /// Those that cut off most; more of them nobody reads.
    private static let mostChokePoints = 20

    // MARK: Asking

    /// What is asked as it stands; nil while an end is missing.
    var inquiry: Inquiry? {
        switch mode {
        case .path:
            guard let from, let to else { return nil }
            return .path(PathQuestion(from: from, to: to, service: service))
        case .blast:
            guard let from else { return nil }
            return .blast(BlastQuestion(from: from, service: service, hops: hops))
        }
    }

    /// The way to the endpoint that is selected in a blast radius.
    func wayInquiry(_ context: Context) -> Inquiry? {
        guard case .reached(let index)? = row, let blast = blast(context),
            blast.blast.reached.indices.contains(index)
        else { return nil }
        let reached = blast.blast.reached[index]
        return .path(
            PathQuestion(
                from: blast.map.name(of: reached.via),
                to: blast.map.name(of: reached.index),
                service: service
            )
        )
    }

    func inquiries(_ context: Context) -> [Inquiry] {
        [inquiry, chokeInquiry, wayInquiry(context), whyInquiry(context)].compactMap(\.self)
    }

    /// Why the flow whose way is drawn gets through or does not.
    private func whyInquiry(_ context: Context) -> Inquiry? {
        let question: PathQuestion
        switch (mode, wayInquiry(context), inquiry) {
        case (.path, _, .path(let asked)?), (.blast, .path(let asked)?, _): question = asked
        default: return nil
        }
        return flow(context).map { .why(WhyQuestion(from: question.from, to: question.to, $0)) }
    }

    func why(_ context: Context) -> Why? {
        guard let inquiry = whyInquiry(context), case .why(let why)? = context.answers[inquiry] else {
            return nil
        }
        return why
    }

    /// Where a blast radius can be cut; asked once there is one.
    private var chokeInquiry: Inquiry? {
        guard case .blast(let question)? = inquiry else { return nil }
        return .chokePoints(question)
    }

    func chokePoints(_ context: Context) -> ChokePoints? {
        guard let chokeInquiry, case .chokePoints(let points)? = context.answers[chokeInquiry] else {
            return nil
        }
        return points
    }

    /// The choke point that is selected.
    func chokePoint(_ context: Context) -> ChokePoints.Point? {
        guard case .choke(let index)? = row, let points = chokePoints(context)?.points,
            points.indices.contains(index)
        else { return nil }
        return points[index]
    }

    func path(_ context: Context) -> PathAnswer? {
        guard mode == .path, let inquiry, case .path(let answer)? = context.answers[inquiry] else {
            return nil
        }
        return answer
    }

    func blast(_ context: Context) -> BlastAnswer? {
        guard mode == .blast, let inquiry, case .blast(let answer)? = context.answers[inquiry] else {
            return nil
        }
        return answer
    }

    /// The flow whose way is drawn: the selected one, else the first that gets through.
    func flow(_ context: Context) -> Reach.Flow? {
        let flows: [Reach.Flow]
        if mode == .path {
            flows = path(context)?.flows ?? []
            if case .flow(let index)? = row, flows.indices.contains(index) { return flows[index] }
        } else {
            guard let inquiry = wayInquiry(context), case .path(let answer)? = context.answers[inquiry] else {
                return nil
            }
            flows = answer.flows
        }
        return flows.first { $0.trace.verdict == .allow } ?? flows.first { $0.trace.verdict == .unknown }
            ?? flows.first
    }

    var row: Row? { rows.indices.contains(cursor.row) ? rows[cursor.row] : nil }

    // MARK: Keeping up

    mutating func refresh(_ context: Context) {
        let source = Source(
            generation: context.answers.generation,
            count: context.answers.count,
            inquiry: inquiry,
            filter: context.filter,
            revision: context.estate.revision
        )
        if source != self.source {
            let isOther = inquiry != self.source?.inquiry
            self.source = source
            makeRows(context, isOther: isOther)
        }
        settle(context)
    }

    private mutating func makeRows(_ context: Context, isOther: Bool) {
        // A place that one comes back to keeps its rows until the answer is there again.
        let isAnswered = inquiry == nil || inquiry.flatMap { context.answers[$0] } != nil
        guard isAnswered || isOther else { return }
        if isOther { isUnread = true }
        rows = mode == .path ? [.from, .to, .service] : [.from, .service, .hops]
        kept = nil
        if let path = path(context) { rows += flowRows(path, context) }
        if let blast = blast(context) { rows += reachedRows(blast, context) }
        // Once there is an answer, one stands on it; while it is worked out, on the ends.
        if isAnswered, isUnread {
            isUnread = false
            let gist = rows.firstIndex { isGist($0, context) } ?? rows.firstIndex { isFound($0) }
            if let gist { cursor = ListCursor(row: gist) }
        }
    }

    private func isFound(_ row: Row) -> Bool {
        switch row {
        case .flow, .reached: true
        default: false
        }
    }

    /// Whether a row is the one that answers the question in short.
    private func isGist(_ row: Row, _ context: Context) -> Bool {
        guard case .flow(let index) = row, let path = path(context) else { return false }
        return path.flows[index].trace.verdict == path.verdict
    }

    private mutating func flowRows(_ path: PathAnswer, _ context: Context) -> [Row] {
        var flows = Array(path.flows.indices)
        if !context.filter.isEmpty {
            let flags = context.filter.resourceFlags(of: context.estate)
            func isKept(_ id: ResourceID?) -> Bool {
                id.flatMap(context.estate.index.position).map { flags[$0] } ?? false
            }
            flows = flows.filter {
                path.flows[$0].trace.path.contains { isKept($0.resource) || isKept($0.place) }
            }
            kept = flows.count
        }
        return [.blank] + flows.map(Row.flow)
    }

    private mutating func reachedRows(_ answer: BlastAnswer, _ context: Context) -> [Row] {
        let reached = answer.blast.reached
        var shown = Array(reached.indices)
        if !context.filter.isEmpty {
            let flags = context.filter.resourceFlags(of: context.estate)
            func isKept(_ id: ResourceID) -> Bool {
                context.estate.index.position(id).map { flags[$0] } ?? false
            }
            shown = shown.filter { index in
                let site = answer.site(reached[index].index)
                return isKept(site.owner) || isKept(site.id) || isKept(site.subnet)
            }
            kept = shown.count
        }
        var rows: [Row] = []
        var hop = 0
        for index in shown {
            if reached[index].hop != hop {
                hop = reached[index].hop
                let count = shown.count { reached[$0].hop == hop }
                rows.append(.heading("\(hop) \(hop == 1 ? "hop" : "hops")  \(count)"))
            }
            rows.append(.reached(index))
        }
        guard !reached.isEmpty else { return rows }
        guard let points = chokePoints(context) else {
            return rows + [.heading("Where to cut it  working it out")]
        }
        rows.append(.heading("Where to cut it"))
        return rows + points.points.indices.prefix(Self.mostChokePoints).map(Row.choke)
    }

    /// Keeps everything inside its bounds, and the other two panes with what is selected.
    mutating func settle(_ context: Context) {
        cursor.settle(count: rows.count, page: context.rows(of: .flows))
        guard let source else { return }
        let before = shown
        func now(_ wayRow: Int) -> Shown {
            Shown(
                source: source,
                row: row,
                wayRow: wayRow,
                isWayFocused: context.focus != .flows,
                columns: [context.columns(of: .hops), context.columns(of: .detail)]
            )
        }
        guard now(wayCursor.row) != before else { return }
        if before?.row != row || before?.source != source || before?.columns != now(0).columns {
            way = wayRows(context)
            if before?.row != row { wayCursor = ListCursor() }
        }
        wayCursor.settle(count: way.count, page: context.rows(of: .hops))
        lines = detailLines(context)
        if before?.row != row || before?.wayRow != wayCursor.row { detail = ListCursor() }
        detail.settle(count: lines.count, page: context.rows(of: .detail))
        shown = now(wayCursor.row)
    }

    // MARK: Selecting

    mutating func select(at point: Point, in pane: PaneKind, _ context: Context) {
        switch pane {
        case .flows: if rows.indices.contains(cursor.top + point.row) { cursor.row = cursor.top + point.row }
        case .hops:
            if way.indices.contains(wayCursor.top + point.row) { wayCursor.row = wayCursor.top + point.row }
        default:
            if lines.indices.contains(detail.top + point.row) { detail.row = detail.top + point.row }
        }
        settle(context)
    }

    mutating func reveal(_ target: Target, _ context: Context) -> Bool {
        switch target {
        case .path(let from, let to):
            mode = .path
            self.from = from ?? self.from
            self.to = to ?? self.to
        case .blast(let from):
            mode = .blast
            self.from = from
        default: return false
        }
        refresh(context)
        return true
    }

    mutating func pressHeading(of pane: PaneKind, _ context: Context) {
        if pane == .flows { _ = perform(.switchTab, count: nil, context) }
    }

    mutating func find(_ word: [UInt8], forward: Bool, including: Bool, _ context: Context) -> Bool {
        func search(_ texts: [String], _ cursor: inout ListCursor) -> Bool {
            cursor.find(word, in: texts, forward: forward, including: including)
        }
        defer { settle(context) }
        switch context.focus {
        case .hops: return search(way.map(\.line.text), &wayCursor)
        case .detail: return search(lines.map(\.line.text), &detail)
        default: return search(rows.map { line(of: $0, context).text }, &cursor)
        }
    }

    // MARK: Layout

    func layout(_ area: Rect, split: Int) -> [PaneKind: Rect] {
        let share = area.columns >= 120 ? 36 : 42
        let left = min(max(30, area.columns * share / 100 + split), area.columns - 30)
        let (flows, right) = area.left(left)
        let (hops, detail) = right.top(max(7, right.rows * 46 / 100))
        return [.flows: flows, .hops: hops, .detail: detail]
    }

    /// Whether both show the same: what they were made from aside.
    static func == (left: PathsView, right: PathsView) -> Bool {
        left.mode == right.mode && left.from == right.from && left.to == right.to
            && left.service == right.service && left.hops == right.hops && left.rows == right.rows
            && left.cursor == right.cursor && left.way == right.way && left.wayCursor == right.wayCursor
            && left.detail == right.detail
    }
}

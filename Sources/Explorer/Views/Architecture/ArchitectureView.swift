import Canvas
import Reachability
import Review
import Rules
import Topology

/// The reference architecture with this estate's boxes, the five steps, and what the selected one of either holds.
struct ArchitectureView: View {
    /// What the detail is about.
    enum Subject: Sendable, Hashable {
        /// A box of the map, by its id.
        case box(String)
        case step(Walk.Step)
    }

    /// A line of the detail, and where Enter leads from it.
    struct Row: Sendable, Hashable {
        let line: StyledLine
        var target: Target?

        var isBlank: Bool { line.spans.allSatisfy { $0.text.allSatisfy { $0 == " " } } }
    }

    private(set) var subject = Subject.step(.networkEncryption)
    var detail = ListCursor()
    /// The upper left cell of the part of the picture that is shown.
    private(set) var offset = Point(column: 0, row: 0)
    private(set) var rows: [Row] = []
    private(set) var picture: DiagramLayout?
    /// How each step stands, in their order.
    private(set) var steps: [StepSummary] = []
    /// How many findings the filter keeps; nil where there is no filter.
    private(set) var kept: Int?
    private var boxes: [String] = []
    private var source: Source?

    /// What the rows and the picture were made from.
    private struct Source: Sendable, Hashable {
        let revision: Int
        let filter: Review.Filter
        let subject: Subject
        let map: Rect?
        let detail: Int
        /// Counts the answers about the estate.
        let answers: Int
    }

    /// What really flows between networks, for the links of a box.
    private static let flows = SegmentQuestion(grouping: .virtualNetwork)

    func inquiries(_ context: Context) -> [Inquiry] {
        if case .box = subject { [.matrix(Self.flows)] } else { [] }
    }

    // MARK: Keeping up

    mutating func refresh(_ context: Context) {
        let source = Source(
            revision: context.estate.revision,
            filter: context.filter,
            subject: subject,
            map: context.panes[.map],
            detail: context.columns(of: .detail),
            answers: context.answers.generation << 32 | context.answers.count
        )
        guard source != self.source else { return }
        let whole = context.estate.architecture
        let state = shown(of: whole, context)
        let isAsBefore = self.source?.revision == source.revision && self.source?.filter == source.filter
        if picture == nil || !isAsBefore || self.source?.map != source.map {
            steps = Walk.Step.allCases.map { StepSummary($0, whole, shown: state, context.estate.walk) }
            let area = context.panes[.map]?.size ?? Size(columns: 80, rows: 24)
            let drawn = ArchitectureDiagram(state, in: area)
            picture = DiagramLayout(drawn.diagram, in: area)
            boxes = drawn.ids
        }
        if case .box(let id) = subject, !boxes.contains(id) { subject = .step(.networkEncryption) }
        let isOther = self.source?.subject != subject
        self.source = source
        var flows: SegmentMap?
        if case .matrix(let map)? = context.answers[.matrix(Self.flows)] { flows = map }
        rows = subjectRows(state, flows, columns: context.columns(of: .detail))
        if isOther { detail = ListCursor(row: rows.firstIndex { $0.target != nil } ?? 0) }
        detail.settle(count: rows.count, page: context.rows(of: .detail))
        show(context)
    }

    /// The architecture with the findings that the filter keeps, and their number.
    private mutating func shown(of whole: ArchitectureState, _ context: Context) -> ArchitectureState {
        guard !context.filter.isEmpty else {
            kept = nil
            return whole
        }
        let findings = context.filter.findings(of: context.estate)
        let fingerprints = Set(findings.map { context.estate.findings[$0].finding.fingerprint })
        kept = findings.count
        return whole.keeping { fingerprints.contains($0.finding.fingerprint) }
    }

    /// The number of the selected box in the picture.
    var selectedBox: Int? {
        guard case .box(let id) = subject else { return nil }
        return boxes.firstIndex(of: id)
    }

    var selectedStep: Walk.Step? {
        guard case .step(let step) = subject else { return nil }
        return step
    }

    mutating func choose(_ subject: Subject, _ context: Context) {
        guard subject != self.subject else { return }
        self.subject = subject
        refresh(context)
    }

    /// Moves the picture so that the selected box is in sight.
    private mutating func show(_ context: Context) {
        guard let rect = context.panes[.map], let picture else { return }
        offset = picture.offset(showing: selectedBox, in: rect.size, from: offset)
    }

    /// The box that lies next in a direction from the selected one, or the first one where none is selected.
    mutating func step(_ action: Action, _ context: Context) {
        guard let picture, !boxes.isEmpty else { return }
        guard let selected = selectedBox else {
            choose(.box(boxes[0]), context)
            return
        }
        let here = picture.boxes[selected].centre
        let next = boxes.indices.filter { $0 != selected && !boxes[$0].isEmpty }.compactMap {
            index -> (Int, Int)? in
            let there = picture.boxes[index].centre
            let (across, down) = (there.column - here.column, 2 * (there.row - here.row))
            let (along, aside) =
                switch action {
                case .left: (-across, abs(down))
                case .right: (across, abs(down))
                case .moveUp: (-down, abs(across))
                default: (down, abs(across))
                }
            // What lies mostly in that direction, the nearest first.
            return along > 0 && aside <= 3 * along ? (along + 2 * aside, index) : nil
        }
        .min { $0 < $1 }
        if let next { choose(.box(boxes[next.1]), context) }
    }

    // MARK: Selecting

    mutating func select(at point: Point, in pane: PaneKind, _ context: Context) {
        switch pane {
        case .map:
            let place = Point(column: point.column + offset.column, row: point.row + offset.row)
            guard let index = picture?.boxes.lastIndex(where: { $0.contains(place) }), !boxes[index].isEmpty
            else { return }
            choose(.box(boxes[index]), context)
        case .steps:
            let height = StepSummary.height(in: context.rows(of: .steps))
            guard let step = Walk.Step(rawValue: point.row / height + 1) else { return }
            choose(.step(step), context)
        default:
            guard rows.indices.contains(detail.top + point.row) else { return }
            detail.row = detail.top + point.row
        }
    }

    mutating func find(_ word: [UInt8], forward: Bool, including: Bool, _ context: Context) -> Bool {
        let word = String(decoding: word, as: UTF8.self)
        let named = boxes.filter { !$0.isEmpty }
        guard !named.isEmpty else { return false }
        let start = selectedBox.map { boxes[$0] }.flatMap(named.firstIndex(of:)) ?? 0
        for distance in (including ? 0 : 1)...named.count {
            let index =
                ((forward ? start + distance : start - distance) % named.count + named.count) % named.count
            guard let box = context.estate.architecture.map.box(named[index]) else { continue }
            let texts = [box.title, box.caption] + box.fittings.map(\.title)
            guard texts.contains(where: { $0.lowercased().contains(word) }) else { continue }
            choose(.box(box.id), context)
            return true
        }
        return false
    }

    mutating func reveal(_ target: Target, _ context: Context) -> Bool {
        switch target {
        case .step(let number):
            guard let step = Walk.Step(rawValue: number) else { return false }
            choose(.step(step), context)
            return true
        case .resource(let id, _):
            let map = context.estate.architecture.map
            let box = map.boxes.first { $0.subjects.contains(id) } ?? map.box(id.text)
            guard let box, boxes.contains(box.id) else { return false }
            choose(.box(box.id), context)
            return true
        case .finding, .control, .path, .blast: return false
        }
    }

    /// The edges beyond which the picture goes on.
    func overflow(of pane: PaneKind, _ context: Context) -> Set<ScreenEdge> {
        guard pane == .map, let rect = context.panes[.map], let picture else { return [] }
        var edges: Set<ScreenEdge> = []
        if offset.column > 0 { edges.insert(.left) }
        if offset.row > 0 { edges.insert(.top) }
        if offset.column + rect.columns < picture.size.columns { edges.insert(.right) }
        if offset.row + rect.rows < picture.size.rows { edges.insert(.bottom) }
        return edges
    }

    // MARK: Layout

    func layout(_ area: Rect, split: Int) -> [PaneKind: Rect] {
        let isWide = area.columns >= 116
        let (upper, detail) = area.top(min(max(9, area.rows * 7 / 10 + split / 4), area.rows - 4))
        let aside = isWide ? 40 : 28
        let (map, steps) = upper.left(
            min(max(30, upper.columns - aside + (isWide ? split : 0)), upper.columns - 20)
        )
        return [.map: map, .steps: steps, .detail: detail]
    }
}

extension Rect {
    fileprivate var centre: Point { Point(column: column + columns / 2, row: row + rows / 2) }
}

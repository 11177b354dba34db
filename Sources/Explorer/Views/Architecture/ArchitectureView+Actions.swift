import Canvas
import Review
import Topology

extension ArchitectureView {
    mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch context.focus {
        case .map: performOnMap(action, count: count, context)
        case .steps: performOnSteps(action, count: count, context)
        default: performInDetail(action, count: count, context)
        }
    }

    private mutating func performOnMap(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch action {
        case .moveDown, .moveUp, .left, .right:
            for _ in 0..<min(count ?? 1, 64) { step(action, context) }
            return []
        case .open:
            if selectedBox == nil { step(.moveDown, context) }
            return [.focus(.detail)]
        default: return nil
        }
    }

    private mutating func performOnSteps(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        var cursor = ListCursor(row: (selectedStep?.rawValue ?? 1) - 1)
        if action == .open, let step = selectedStep {
            return [.go(Destination(view: .review, target: .step(step.rawValue)))]
        }
        guard cursor.move(action, by: count, of: Walk.Step.allCases.count, page: 5) else { return nil }
        choose(.step(Walk.Step.allCases[cursor.row]), context)
        return []
    }

    private mutating func performInDetail(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        if action == .open {
            guard rows.indices.contains(detail.row), let target = rows[detail.row].target else { return [] }
            let view: ViewKind = if case .finding = target { .findings } else { .topology }
            return [.go(Destination(view: view, target: target, filter: ""))]
        }
        let page = context.rows(of: .detail)
        let isMoved = detail.move(action, by: count, of: rows.count, page: page) { rows[$0].isBlank }
        return isMoved ? [] : nil
    }

    /// The internet or on-premises, where that box is selected, else what the selected line of the detail leads to.
    func endpoint(_ context: Context) -> String? {
        if case .box(let id) = subject, let zone = context.estate.architecture.map.box(id)?.zone {
            if zone == .internet { return "internet" }
            if zone == .onPremises { return "onprem" }
        }
        guard rows.indices.contains(detail.row), case .resource(let id, _)? = rows[detail.row].target else {
            return nil
        }
        return context.estate.topology.resource(id).flatMap(PathEnd.text)
    }

    func copies(_ context: Context) -> [Copy] {
        [Copy(letter: "r", name: "Detail", text: rows.map(\.line.text).joined(separator: "\n"))]
    }

    /// The picture whole, then the steps and the detail.
    func exported(_ context: Context) -> [String] {
        var frame = Frame(size: picture?.size ?? Size(columns: 0, rows: 0))
        picture?.draw(in: frame.bounds, of: &frame)
        let steps = steps.map { $0.lines(columns: 100)[0].text }
        return frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) + [""]
            + steps
            + [""] + rows.map(\.line.text)
    }
}

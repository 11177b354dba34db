import Canvas
import Review
import Rules
import Topology

extension ReviewView {
    mutating func perform(_ action: Action, count: Int?, _ context: Context) -> [Effect]? {
        switch action {
        case .decide: return decide(context)
        case .nextOpen: return goOn(context)
        case .skip:
            guard let stop = stop(context) else { return goOn(context) }
            skipped.insert(stop.control.id)
            let effects = goOn(context)
            return effects.isEmpty
                ? [
                    .tell(
                        Notice(
                            text:
                                "\(stop.control.id) is put off for this session; the review file keeps it open"
                        )
                    )
                ]
                : effects
        case .listAll:
            listsAll.toggle()
            refresh(context)
            return [.tell(Notice(text: listsAll ? "Every control is listed" : "What passes is not listed"))]
        case .open: return open(context)
        default: break
        }
        let page = context.rows(of: context.focus)
        if context.focus == .detail {
            let isMoved = detail.move(action, by: count, of: lines.count, page: page) { lines[$0].isBlank }
            guard isMoved else { return nil }
        } else {
            guard cursor.move(action, by: count, of: rows.count, page: page) else { return nil }
        }
        settle(context)
        return []
    }

    /// From the walk to the stop, from the stop to the evidence.
    private func open(_ context: Context) -> [Effect] {
        guard context.focus == .detail else { return [.focus(.detail)] }
        guard let stop = stop(context), let reviewed = chosen(in: stop) else { return [] }
        if let proof = reviewed.finding.evidence.first {
            let target = Target.resource(proof.resource, property: proof.path)
            return [.go(Destination(view: .topology, target: target, filter: ""))]
        }
        guard let resource = reviewed.finding.resource else {
            return [.tell(Notice(text: "It is about the whole estate: there is no one resource to show"))]
        }
        return [.go(Destination(view: .topology, target: .resource(resource.id), filter: ""))]
    }

    /// The finding of the selected line, or the only one.
    private func chosen(in stop: Walk.Stop) -> ReviewedFinding? {
        if lines.indices.contains(detail.row), let index = lines[detail.row].finding {
            return stop.findings[index]
        }
        return stop.findings.first { $0.needsDecision } ?? stop.findings.first
    }

    /// Decides on the selected finding, or, in the walk, on all of the control that wait for it.
    private func decide(_ context: Context) -> [Effect] {
        guard let stop = stop(context) else {
            return [.tell(Notice(text: "Select a control first; o goes to the next open one"))]
        }
        let waiting = stop.findings.filter(\.needsDecision)
        let decided = stop.findings.filter { $0.decision != nil || $0.answer != nil }
        var chosen = waiting.isEmpty ? decided : waiting
        if context.focus == .detail, lines.indices.contains(detail.row),
            let index = lines[detail.row].finding,
            ![.pass, .notApplicable].contains(stop.findings[index].finding.outcome)
        {
            chosen = [stop.findings[index]]
        }
        // Questions and failures are decided on different forms.
        let asked = chosen.filter { $0.finding.outcome == .manual }
        if !asked.isEmpty, asked.count < chosen.count { chosen = asked }
        guard let form = DecisionForm(chosen) else {
            return [.tell(Notice(text: "Nothing waits for a decision here", tone: .good))]
        }
        return [.open(.form(form))]
    }

    /// To the next stop that waits for something and was not put off.
    private mutating func goOn(_ context: Context) -> [Effect] {
        let walk = context.estate.walk
        let here =
            if rows.indices.contains(cursor.row), case .stop(let index) = rows[cursor.row] { index + 1 } else
            { 0 }
        let open = walk.stops.indices.filter { walk.stops[$0].state == .open }
        let left = open.filter { !skipped.contains(walk.stops[$0].control.id) }
        guard let next = left.first(where: { $0 >= here }) ?? left.first else {
            let text =
                open.isEmpty
                ? "The walk is done: nothing is open"
                : "Only what you put off in this session is left; o begins again"
            if !open.isEmpty { skipped = [] }
            return [.tell(Notice(text: text, tone: open.isEmpty ? .good : .plain))]
        }
        refresh(context)
        select(stop: next)
        settle(context)
        return []
    }

    // MARK: Taking away

    func copies(_ context: Context) -> [Copy] {
        guard let stop = stop(context) else { return [] }
        var copies = [
            Copy(letter: "r", name: "Control", text: lines.map(\.line.text).joined(separator: "\n"))
        ]
        if let command = stop.remediation.command {
            copies.append(Copy(letter: "c", name: "Command", text: command))
        }
        if let id = stop.findings.first?.finding.resource?.id {
            copies.append(Copy(letter: "i", name: "Resource id", text: id.text))
        }
        return copies
    }

    func exported(_ context: Context) -> [String] {
        let walk = context.estate.walk
        return Walk.Step.allCases.flatMap { step -> [String] in
            let progress = walk.progress(of: step)
            let head = "Step \(step.rawValue)  \(step.title)  \(progress.done)/\(progress.of)"
            let stops = walk.stops(of: step).filter { $0.state != .notApplicable }
            return [head]
                + stops.map {
                    "  \($0.state.rawValue.padded(to: 8))\($0.control.id.padded(to: 7))\($0.control.title)"
                }
                + [""]
        }
    }
}

import Canvas
import Reachability
import Review
import Topology

extension PathsView {
    /// The way of the selected flow, a line a hop.
    func wayRows(_ context: Context) -> [TargetRow] {
        flow(context).map { wayRows(of: $0, context) } ?? []
    }

    func wayRows(of flow: Reach.Flow, _ context: Context) -> [TargetRow] {
        let map = context.estate.reachability.value
        let trace = flow.trace
        let (origin, end) = ends(context)
        let bar = LineGlyph(up: .light, down: .light).character
        let fork = LineGlyph(up: .light, right: .light, down: .light).character
        let corner = LineGlyph(up: .light, right: .light).character
        var rows = [endRow(origin, trace.packet.source.description, isReached: true)]
        var place: ResourceID?
        for step in trace.path {
            if let here = step.place, here != place, step.stage == .route {
                place = here
                var line = StyledLine("\(fork) ", .border)
                line.append(here.displayName, .network)
                rows.append(TargetRow(line: line, target: target(of: here, context)))
            }
            let decides = step == trace.decidedBy
            var line = StyledLine("\(bar)", .border)
            line.append(decides ? "\(Glyph.headRight.character) " : "  ", .accent, .bold)
            line.append("\(step.action.glyph.character) ", step.action.role, .bold)
            line = line + step.summary
            rows.append(TargetRow(line: line, target: step.target(in: map)))
        }
        let isReached = trace.verdict != .deny
        if !isReached {
            rows.append(TargetRow(line: [Span("\(corner) ", .border), Span("stopped here", .fail, .bold)]))
        }
        rows.append(endRow(end, trace.packet.destination.description, isReached: isReached))
        if let returning = trace.returning { rows.append(TargetRow(line: wayBack(returning))) }
        return rows
    }

    private func ends(_ context: Context) -> (PathEnd?, PathEnd?) {
        if mode == .blast, case .path(let question)? = wayInquiry(context) {
            return (PathEnd(question.from, in: context.estate), PathEnd(question.to, in: context.estate))
        }
        return (from.map { PathEnd($0, in: context.estate) }, to.map { PathEnd($0, in: context.estate) })
    }

    private func endRow(_ end: PathEnd?, _ address: String, isReached: Bool) -> TargetRow {
        let glyph = isReached ? Glyph.marked : Glyph.unmarked
        var line = StyledLine("\(glyph.character) ", isReached ? .accent : .muted)
        line.append(end?.name ?? "", isReached ? end?.role ?? .text : .muted, .bold)
        line.append("  \(address)", .muted)
        if !isReached { line.append("  not reached", .fail) }
        let id = end.map { ResourceID($0.text) }
        let isResource = end?.text.hasPrefix("/") ?? false
        return TargetRow(line: line, target: isResource ? id.map { .resource($0) } : nil)
    }

    private func target(of id: ResourceID, _ context: Context) -> Target? {
        context.estate.topology.resource(id).map { .resource($0.id) }
    }

    private func wayBack(_ returning: Trace.Return) -> StyledLine {
        let (glyph, role, words): (Glyph, Role, String) =
            switch returning {
            case .symmetric: (.arrowLeft, .pass, "replies come back the same way")
            case .asymmetric: (.arrowLeft, .high, "replies come back another way, and a firewall drops them")
            case .none: (.fail, .fail, "no route leads replies back")
            }
        return [Span("\(glyph.character) ", role, .bold), Span(words, role == .pass ? .muted : role)]
    }

    // MARK: Why

    /// What is said of the selected hop, or of the selected flow as a whole.
    func detailLines(_ context: Context) -> [TargetRow] {
        if let choke = chokePoint(context) { return chokeLines(choke, context) }
        guard let flow = flow(context) else { return [] }
        let columns = max(16, context.columns(of: .detail) - 2)
        var text = PathText(columns: columns, map: context.estate.reachability.value)
        if context.focus != .flows, let step = step(flow, wayCursor.row) {
            text.tell(step)
        } else {
            text.tell(flow, why(context))
        }
        return text.rows
    }

    /// The step that a line of the way stands for.
    private func step(_ flow: Reach.Flow, _ row: Int) -> Step? {
        var line = 1
        var place: ResourceID?
        for step in flow.trace.path {
            if let here = step.place, here != place, step.stage == .route {
                place = here
                line += 1
            }
            if line == row { return step }
            line += 1
        }
        return nil
    }

    // MARK: Where to cut it

    /// What a choke point is worth, and the fewest that cut everything.
    private func chokeLines(_ choke: ChokePoints.Point, _ context: Context) -> [TargetRow] {
        guard let points = chokePoints(context) else { return [] }
        var text = PathText(
            columns: max(16, context.columns(of: .detail) - 2),
            map: context.estate.reachability.value
        )
        text.tell(points)
        return text.rows
    }
}

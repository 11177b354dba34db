import Canvas
import Reachability
import Review
import Rules
import Topology

extension ArchitectureView {
    func heading(of pane: PaneKind, _ context: Context) -> (title: StyledLine, caption: StyledLine) {
        let isFocused = context.isFocused(pane)
        func title(_ text: String) -> StyledLine { StyledLine(text, .title, isFocused ? .bold : []) }
        switch pane {
        case .map:
            guard let kept else {
                let count = context.estate.topology.resources.count
                return (title("Architecture"), StyledLine("\(count) resources", .muted))
            }
            var caption = StyledLine("\(kept)", .strong)
            caption.append(" of \(context.estate.findings.count) findings ", .muted)
            caption.append("filter \(context.filter.text.truncated(to: 24))", .accent)
            return (title("Architecture"), caption)
        case .steps:
            let progress = context.estate.walk.progress()
            return (title("Steps"), StyledLine("walk \(progress.done)/\(progress.of)", .muted))
        default: return (title(subjectTitle(context)), StyledLine())
        }
    }

    private func subjectTitle(_ context: Context) -> String {
        switch subject {
        case .step(let step): "Step \(step.rawValue)  \(step.title)"
        case .box(let id): context.estate.architecture.map.box(id)?.title ?? ""
        }
    }

    func draw(_ pane: PaneKind, in rect: Rect, _ context: Context, on frame: inout Frame) {
        switch pane {
        case .map: drawMap(in: rect, context, on: &frame)
        case .steps: drawSteps(in: rect, context, on: &frame)
        default: drawRows(in: rect, context, on: &frame)
        }
    }

    private func drawMap(in rect: Rect, _ context: Context, on frame: inout Frame) {
        guard let picture, !picture.boxes.isEmpty else {
            EmptyState([
                StyledLine("Nothing of the reference architecture is here", .strong, .bold),
                StyledLine("The estate has no virtual network, hub, Front Door or platform service.", .muted),
                [Span("2", .key, .bold), Span(" shows what was read", .muted)],
            ])
            .draw(in: rect, on: &frame)
            return
        }
        picture.draw(in: rect, of: &frame, offset: offset, selection: selectedBox)
    }

    private func drawSteps(in rect: Rect, _ context: Context, on frame: inout Frame) {
        let height = StepSummary.height(in: rect.rows)
        for (step, summary) in zip(Walk.Step.allCases, steps) {
            let place = rect.top((step.rawValue - 1) * height).rest.top(height).0
            guard !place.isEmpty else { return }
            let lines = summary.lines(columns: rect.columns)
            let isSelected = selectedStep == step
            let surface: Surface =
                !isSelected ? .base : context.isFocused(.steps) ? .selection : .selectionQuiet
            for (index, line) in lines.prefix(height).enumerated() {
                let row = place.top(index).rest.top(1).0
                guard isSelected, index == 0 else {
                    frame.write(line, in: row)
                    continue
                }
                frame.fill(row, style: Style(.text, on: surface))
                frame.write(line.on(surface), in: row, on: surface)
            }
        }
    }

    private func drawRows(in rect: Rect, _ context: Context, on frame: inout Frame) {
        frame.drawList(
            rows.count,
            detail,
            selection: context.isFocused(.detail) ? .selection : nil,
            in: rect
        ) { rows[$0].line }
    }
}

// MARK: The detail

extension ArchitectureView {
    /// What the selected box or step holds, a row each.
    func subjectRows(_ state: ArchitectureState, _ flows: SegmentMap?, columns: Int) -> [Row] {
        switch subject {
        case .step(let step): stepRows(step, state, columns: columns)
        case .box(let id): state.map.box(id).map { boxRows($0, state, flows) } ?? []
        }
    }

    private func stepRows(_ step: Walk.Step, _ state: ArchitectureState, columns: Int) -> [Row] {
        var rows = StyledLine(step.purpose, .muted).wrapped(to: max(8, columns - 2)).map { Row(line: $0) }
        if case .notApplicable(let reason) = state.state(of: step) {
            rows.append(Row(line: StyledLine(reason, .notApplicable)))
        }
        return rows + findingRows(state.findings(of: step))
    }

    private func boxRows(
        _ box: ArchitectureMap.Box,
        _ state: ArchitectureState,
        _ flows: SegmentMap?
    ) -> [Row] {
        var rows: [Row] = []
        if !box.caption.isEmpty { rows.append(Row(line: StyledLine(box.caption, .muted))) }
        rows += findingRows(state.findings(at: box))
        for link in state.map.links where link.from == box.id || link.to == box.id {
            let other = state.map.box(link.from == box.id ? link.to : link.from)
            let counts = ReviewCounts(state.findings(at: link))
            var line = StyledLine(
                "\(Glyph.step(link.kind.step.rawValue).character) \(link.kind.label)",
                .accent
            )
            line.append(link.from == box.id ? " to " : " from ", .muted)
            line.append(other?.title ?? "", .text)
            if let other, let flows { line = line + flows.line(between: box.id, and: other.id) }
            if let worst = counts.worst {
                line.append("  \(Glyph(worst).character) \(counts[.fail]) fail", Role(worst))
            }
            rows.append(Row(line: line, target: link.subjects.first.map { .resource($0) }))
        }
        rows += box.fittings.map { fitting in
            Row(
                line: [Span("\(Glyph.bullet.character) ", .muted), Span(fitting.title, .text)],
                target: fitting.resource.map { .resource($0) }
            )
        }
        return rows
    }

    /// What needs attention, gravest first.
    private func findingRows(_ findings: [ReviewedFinding]) -> [Row] {
        let open = findings.filter { ![.pass, .notApplicable].contains($0.outcome) }
        return open.sorted { $0.gravity < $1.gravity }.map { reviewed in
            var line =
                reviewed.outcome == .fail ? reviewed.finding.severity.badge : reviewed.outcome.badge
            line.append("  \(reviewed.finding.control.id)  ", .accent)
            line.append(reviewed.finding.message, .text)
            return Row(line: line, target: .finding(reviewed.finding.fingerprint))
        }
    }
}

extension SegmentMap {
    /// What really flows between two networks, out and back; nothing where one of them is none.
    fileprivate func line(between one: String, and other: String) -> StyledLine {
        guard let from = places[one.lowercased()], let to = places[other.lowercased()] else {
            return StyledLine()
        }
        let services = Service.common
        func mark(_ arrow: Glyph, _ cell: SegmentMatrix.Cell) -> StyledLine {
            [Span("  \(arrow.character)", .accent)] + cell.mark(services, isWide: true)
        }
        return mark(.arrowRight, matrix.cell(from: from, to: to))
            + mark(.arrowLeft, matrix.cell(from: to, to: from))
    }
}

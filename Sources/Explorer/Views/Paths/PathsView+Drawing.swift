import Canvas
import Reachability
import Review
import Topology

extension PathsView {
    func heading(of pane: PaneKind, _ context: Context) -> (title: StyledLine, caption: StyledLine) {
        let weight: Style.Attributes = context.isFocused(pane) ? .bold : []
        switch pane {
        case .flows:
            let tabs: StyledLine = [
                Span("Path", mode == .path ? .title : .muted, mode == .path ? weight : []),
                Span(" \(LineGlyph(up: .light, down: .light).character) ", .border),
                Span("Blast radius", mode == .blast ? .title : .muted, mode == .blast ? weight : []),
            ]
            var caption = StyledLine()
            if let kept {
                caption.append("\(kept) ", .strong)
                caption.append("filter \(context.filter.text.truncated(to: 12))", .accent)
            } else if let path = path(context) {
                caption.append("\(path.flows.count) flows", .muted)
            } else if let blast = blast(context) {
                caption.append("\(blast.blast.reached.count) reached", .muted)
            }
            return (tabs, caption)
        case .hops:
            var caption = StyledLine()
            if let flow = flow(context) {
                let verdict = flow.trace.verdict
                caption.append("\(flow.name) ", .strong)
                caption.append("\(verdict.glyph.character) \(verdict.rawValue)", verdict.role, .bold)
            }
            return (StyledLine("Hop by hop", .title, weight), caption)
        default:
            let isHop = context.focus != .flows && !way.isEmpty
            return (StyledLine(isHop ? "This hop" : "Why", .title, weight), StyledLine())
        }
    }

    func draw(_ pane: PaneKind, in rect: Rect, _ context: Context, on frame: inout Frame) {
        let isFocused = context.isFocused(pane)
        switch pane {
        case .flows:
            frame.drawList(
                rows.count,
                cursor,
                selection: isFocused ? .selection : .selectionQuiet,
                in: rect
            ) { line(of: rows[$0], context) }
        case .hops:
            guard !way.isEmpty else {
                EmptyState(reasons(context)).draw(in: rect, on: &frame)
                return
            }
            frame.drawList(way.count, wayCursor, selection: isFocused ? .selection : nil, in: rect) {
                way[$0].line
            }
        default:
            frame.drawList(lines.count, detail, selection: isFocused ? .selection : nil, in: rect) {
                lines[$0].line
            }
        }
    }

    /// Why there is no way to draw, and the next key.
    private func reasons(_ context: Context) -> [StyledLine] {
        if let inquiry, case .failed(let why)? = context.answers[inquiry] {
            return why.split(separator: "\n").map { StyledLine(String($0), .fail) } + [
                [
                    Span("p", .key, .bold), Span(" and ", .muted), Span("P", .key, .bold),
                    Span(" choose the ends", .muted),
                ]
            ]
        }
        if let inquiry, context.answers[inquiry] == nil {
            let what = mode == .path ? "Following every packet between the two" : "Following what it reaches"
            return [StyledLine(what, .strong, .bold), StyledLine("The other views work meanwhile.", .muted)]
        }
        if let choke = chokePoint(context) { return reasons(choke, context) }
        if mode == .blast, from != nil {
            guard let blast = blast(context), blast.blast.reached.isEmpty else {
                return [StyledLine("Select an endpoint to see the way to it", .muted)]
            }
            return [
                StyledLine("It reaches nothing", .pass, .bold),
                StyledLine("by \(service?.description ?? "any protocol and port")", .muted),
            ]
        }
        return [
            StyledLine(mode == .path ? "Choose two ends" : "Choose an endpoint", .strong, .bold),
            [
                Span("p", .key, .bold), Span(" where it begins", .muted),
                Span(mode == .path ? "  P" : "", .key, .bold),
                Span(mode == .path ? " where it ends" : "", .muted),
            ],
            StyledLine("In the other views p and P take what is selected.", .muted),
        ]
    }

    /// What a choke point is worth.
    private func reasons(_ choke: ChokePoints.Point, _ context: Context) -> [StyledLine] {
        let all = blast(context)?.blast.reached.filter(\.isCertain).count ?? 0
        return [
            choke.carrier.summary,
            [
                Span("\(choke.carrier.change) cuts off ", .text), Span("\(choke.cutsOff)", .accent, .bold),
                Span(" of \(all)", .text),
            ],
            [Span("Enter", .key, .bold), Span(" leads to it", .muted)],
        ]
    }

    // MARK: The list

    func line(of row: Row, _ context: Context) -> StyledLine {
        switch row {
        case .from: return field("From", from.map { PathEnd($0, in: context.estate).line }, "p chooses")
        case .to: return field("To", to.map { PathEnd($0, in: context.estate).line }, "P chooses")
        case .service:
            let every = StyledLine("every protocol and port", .muted)
            let one = service.map { service -> StyledLine in
                [
                    Span(service.description, .strong, .bold),
                    Span("  \(ServiceName(service).nickname ?? "")", .muted),
                ]
            }
            return field("By", one ?? every, "")
        case .hops:
            return field("Up to", [Span("\(hops) \(hops == 1 ? "hop" : "hops")", .strong, .bold)], "")
        case .blank:
            guard let path = path(context) else { return StyledLine() }
            return verdictLine(path)
        case .heading(let text): return StyledLine(text, .title, .bold)
        case .flow(let index):
            guard let path = path(context), path.flows.indices.contains(index) else { return StyledLine() }
            return line(of: path.flows[index], width: path.width)
        case .choke(let index):
            guard let points = chokePoints(context)?.points, points.indices.contains(index) else {
                return StyledLine()
            }
            return [Span("  -\(points[index].cutsOff)".padded(to: 7), .accent, .bold)]
                + points[index].carrier.summary
        case .reached(let index):
            guard let blast = blast(context), blast.blast.reached.indices.contains(index) else {
                return StyledLine()
            }
            return line(of: blast.blast.reached[index], blast, context)
        }
    }

    private func field(_ name: String, _ value: StyledLine?, _ hint: String) -> StyledLine {
        [Span(name.padded(to: 6), .muted)] + (value ?? StyledLine(hint, .accent))
    }

    private func verdictLine(_ path: PathAnswer) -> StyledLine {
        let verdict = path.verdict
        var line = StyledLine("\(verdict.glyph.character) ", verdict.role, .bold)
        switch verdict {
        case .allow:
            let open = path.flows.filter { $0.trace.verdict == .allow }
            line.append(path.flows.count == open.count ? "open" : "partly open", .pass, .bold)
        case .deny: line.append("closed", .fail, .bold)
        case .unknown: line.append("cannot be said", .unknown, .bold)
        }
        return line
    }

    private func line(of flow: Reach.Flow, width: Int) -> StyledLine {
        let verdict = flow.trace.verdict
        var line = StyledLine("  \(verdict.glyph.character) ", verdict.role, .bold)
        line.append(flow.name.padded(to: width + 2), .strong)
        if let step = flow.trace.decidedBy {
            line.append(step.rule ?? step.stage.name, .text)
            if let resource = step.resource { line.append("  \(resource.name)", .muted) }
        } else {
            line.append("no filter is asked", .muted)
        }
        return line
    }

    private func line(
        of reached: BlastRadius.Reached,
        _ blast: BlastAnswer,
        _ context: Context
    ) -> StyledLine {
        let verdict: Verdict = reached.isCertain ? .allow : .unknown
        let site = blast.site(reached.index)
        var line = StyledLine("  \(verdict.glyph.character) ", verdict.role)
        let role = context.estate.topology.resource(site.owner).map { ResourceNames.role($0.type) } ?? .text
        line.append(site.owner.displayName, role)
        if reached.hop > 1 {
            line.append("  via \(blast.site(reached.via).owner.displayName)", .muted)
        }
        line.append("  \(reached.flows)", .text)
        return line
    }
}

import Canvas
import Reachability
import Review
import Topology

extension SegmentsView {
    /// What is said of the two segments under the cursor.
    func detailLines(_ context: Context) -> [TargetRow] {
        guard let map = map(context), let place else { return [] }
        let columns = max(16, context.columns(of: .detail) - 2)
        let (from, to) = (map.matrix.groups[place.from], map.matrix.groups[place.to])
        let cell = map.matrix.cell(from: place.from, to: place.to)
        let head: StyledLine = [
            Span(from.name, .strong, .bold), Span(" \(Glyph.arrowRight.character) ", .accent),
            Span(from.key == to.key ? "itself" : to.name, .strong, .bold),
        ]
        var lines = head.wrapped(to: columns, indent: 2).map {
            TargetRow(line: $0, target: to.id.map { .resource($0) })
        }
        func say(_ line: StyledLine, indent: Int = 2) {
            lines += line.wrapped(to: columns, indent: indent).map { TargetRow(line: $0) }
        }
        say(summary(of: cell))
        if !cell.flows.isEmpty {
            say([Span("flows ", .muted), Span(words(cell.flows), .text)], indent: 6)
        }
        if let flows = flows(context) {
            lines += explanation(flows, columns)
        } else if isExplaining(context) {
            say(StyledLine("Working out what decides", .accent))
        } else if cell.pairs > 0 {
            say([
                Span("Enter", .key, .bold), Span(" tells which rules decide, with a packet for each", .muted),
            ])
        }
        return lines
    }

    private func words(_ flows: FlowSet) -> String {
        question.service == nil && question.services.allSatisfy(flows.contains)
            ? "every one of the \(question.serviceName)" : flows.description.spaced
    }

    private func summary(of cell: SegmentMatrix.Cell) -> StyledLine {
        guard cell.pairs > 0 else {
            let why =
                cell.from == cell.to
                ? "nothing here sends to another one here"
                : "nothing in the first one sends packets of its own"
            return StyledLine("no pairs: \(why)", .muted)
        }
        var line = StyledLine("\(cell.state.letter) ", cell.state.role, .bold)
        switch cell.state {
        case .allow: line.append("every one of \(cell.pairs) pairs", .text)
        case .partial: line.append("\(cell.allowedPairs) of \(cell.pairs) pairs", .text)
        case .deny: line.append("none of \(cell.pairs) pairs", .text)
        case .unknown: line.append("cannot be said of \(cell.unknownPairs) of \(cell.pairs) pairs", .text)
        }
        if cell.unknownPairs > 0, cell.state != .unknown {
            line.append(", \(cell.unknownPairs) cannot be said", .unknown)
        }
        let isMany = question.service == nil
        line.append(
            isMany ? ", by one or more of \(question.serviceName)" : "  by \(question.serviceName)",
            .muted
        )
        return line
    }

    /// Every rule that decides, with its packets and one of them as a witness.
    private func explanation(_ found: SegmentMap.Flows, _ columns: Int) -> [TargetRow] {
        let sites = found.map.table.sites
        var lines: [TargetRow] = []
        for decision in found.flows.decisions {
            var head = StyledLine("\(decision.verdict.glyph.character) ", decision.verdict.role, .bold)
            head.append("\(decision.verdict.rawValue)  ", decision.verdict.role, .bold)
            head.append(words(decision.flows), .text)
            head.append("  \(decision.pairs) \(decision.pairs == 1 ? "pair" : "pairs")", .muted)
            let (from, to) = (sites[decision.sender], sites[decision.receiver])
            let path = Target.path(
                from: found.map.name(of: decision.sender),
                to: found.map.name(of: decision.receiver)
            )
            lines += head.wrapped(to: columns, indent: 2).map { TargetRow(line: $0, target: path) }
            let step = decision.decidedBy
            let rule: StyledLine =
                [Span("  by ", .muted)] + (step?.summary ?? StyledLine("no filter is asked", .muted))
            lines += rule.wrapped(to: columns, indent: 5).map {
                TargetRow(line: $0, target: step?.target(in: found.map))
            }
            let packet = decision.witness.packet
            var witness = StyledLine("  packet ", .muted)
            witness.append("\(from.owner.displayName) \(packet.source.description) ", .text)
            witness.append("\(Glyph.arrowRight.character) ", .accent)
            witness.append("\(to.owner.displayName) \(packet.destination.description)", .text)
            witness.append(" \(packet.service)", .accent)
            lines += witness.wrapped(to: columns, indent: 9).map { TargetRow(line: $0, target: path) }
        }
        if !found.flows.isWhole {
            let line = StyledLine("Too many pairs: only those of the first senders were looked at", .high)
            lines.append(TargetRow(line: line))
        }
        return lines
    }
}

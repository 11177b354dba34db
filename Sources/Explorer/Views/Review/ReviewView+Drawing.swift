import Canvas
import Review
import Rules
import Topology

extension ReviewView {
    func heading(of pane: PaneKind, _ context: Context) -> (title: StyledLine, caption: StyledLine) {
        let isFocused = context.isFocused(pane)
        guard pane == .walk else {
            return (
                StyledLine(stop(context)?.control.id ?? "Step", .title, isFocused ? .bold : []), StyledLine()
            )
        }
        let progress = context.estate.walk.progress()
        var caption = StyledLine("\(progress.done)/\(progress.of) done", .muted)
        if !context.filter.isEmpty {
            caption.append(" filter \(context.filter.text.truncated(to: 12))", .accent)
        }
        return (StyledLine("Walk", .title, isFocused ? .bold : []), caption)
    }

    func draw(_ pane: PaneKind, in rect: Rect, _ context: Context, on frame: inout Frame) {
        let isFocused = context.isFocused(pane)
        if pane == .walk {
            let surface: Surface = isFocused ? .selection : .selectionQuiet
            frame.drawList(rows.count, cursor, selection: surface, in: rect) {
                row(rows[$0], rect.columns, context)
            }
        } else {
            frame.drawList(lines.count, detail, selection: isFocused ? .selection : nil, in: rect) {
                lines[$0].line
            }
        }
    }

    private func row(_ row: Row, _ columns: Int, _ context: Context) -> StyledLine {
        let walk = context.estate.walk
        switch row {
        case .step(let step):
            let progress = walk.progress(of: step)
            let isDone = progress.done == progress.of
            var line = StyledLine("\(Glyph.step(step.rawValue).character) ", isDone ? .pass : .accent, .bold)
            let tail = progress.of == 0 ? "n/a" : "\(progress.done)/\(progress.of)"
            line.append(step.title.truncated(to: max(4, columns - 4 - tail.count)), .strong, .bold)
            line.append(" \(tail)", isDone ? .pass : .muted)
            return line
        case .stop(let index):
            guard walk.stops.indices.contains(index) else { return StyledLine() }
            let stop = walk.stops[index]
            let isPutOff = stop.state == .open && skipped.contains(stop.control.id)
            let (glyph, role) = isPutOff ? (Glyph.unmarked, Role.muted) : stop.mark
            var line = StyledLine("  \(glyph.character) ", role, .bold)
            line.append(stop.control.id.padded(to: 6), .accent)
            line.append(" \(stop.control.title)", stop.state == .open ? .text : .muted)
            return line
        }
    }
}

extension Walk.Stop {
    /// The shape of what is left to do, by the gravest finding.
    var mark: (Glyph, Role) {
        switch state {
        case .notApplicable: (.notApplicable, .notApplicable)
        case .clear: (.pass, .pass)
        case .settled: (.decided, .waived)
        case .attention: (.decided, .fail)
        case .open:
            if let worst = ReviewCounts(findings).worst {
                (Glyph(worst), Role(worst))
            } else if findings.contains(where: { $0.outcome == .unknown }) {
                (.unknown, .unknown)
            } else {
                (.manual, .manual)
            }
        }
    }
}

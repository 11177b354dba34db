import Canvas
import Reachability
import Review
import Topology

extension PathText {
    /// Everything that stops a packet and the fewest changes that open its way, or the fewest that close it.
    mutating func tell(_ why: Why) {
        switch why.trace.verdict {
        case .deny:
            // What stops it first is told already.
            if why.blockers.count > 1 || !why.isComplete {
                chapter("Stopped by")
                for (index, step) in why.blockers.enumerated() {
                    point("\(index + 1)", step.summary, target: step.target(in: map))
                }
                if !why.isComplete {
                    say(StyledLine("  What lies behind the last one cannot be seen.", .unknown))
                }
            }
            guard let opening = why.opening else {
                chapter("To open it")
                say(StyledLine("  No change of the estate opens it.", .muted))
                return
            }
            chapter(opening.count > 1 ? "To open it, all of" : "To open it")
            for change in opening { tell(change) }
        case .allow, .unknown:
            guard let first = why.closing.first else {
                chapter("To close it")
                say(StyledLine("  No filter on the way can close it.", .muted))
                return
            }
            guard first.count == 1 else {
                chapter("To close it, all of")
                for change in first { tell(change) }
                let others = why.closing.count - 1
                if others > 0 { say(StyledLine("  or \(others) other sets of as many changes", .muted)) }
                return
            }
            chapter(why.closing.count > 1 ? "To close it, one of" : "To close it")
            for change in why.closing.compactMap(\.first) { tell(change) }
        }
    }

    /// The fewest changes that cut a blast radius off.
    mutating func tell(_ points: ChokePoints) {
        guard let cut = points.cut else {
            say(StyledLine("No set of rules and links was found that cuts all of it off.", .muted))
            return
        }
        chapter(points.isFewest ? "The fewest that cut off everything" : "A few that cut off everything")
        for carrier in cut {
            let target = carrier.resource.flatMap { map.tracer.network.topology.resource($0) }
            point(
                String(Glyph.bullet.character),
                carrier.summary,
                target: target.map { Target.resource($0.id) }
            )
        }
        if !points.isComplete {
            say(StyledLine("The blast radius is so large that only its first ways were followed.", .high))
        }
    }

    private mutating func tell(_ change: Change) {
        let id = change.checkpoint.resource ?? change.checkpoint.place
        let target = id.flatMap { map.tracer.network.topology.resource($0) }.map { Target.resource($0.id) }
        point(String(Glyph.bullet.character), StyledLine(change.detail, .text), target: target)
    }

    private mutating func chapter(_ title: String) { say(StyledLine(title, .title, .bold)) }

    private mutating func point(_ mark: String, _ line: StyledLine, target: Target?) {
        say([Span("  \(mark) ", .accent)] + line, target: target, indent: 4)
    }
}

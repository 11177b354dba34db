package import Canvas
import Review
import Rules

/// Draws a state.
///
/// Nothing here changes anything.
package enum Screen {
    /// The whole screen.
    package static func frame(_ state: State) -> Frame {
        var frame = Frame(size: state.size)
        let layout = ScreenLayout(state)
        tabs(state).draw(in: layout.tabs, of: &frame)
        if let context = state.context {
            for (pane, _) in layout.frames where pane != state.place.focus {
                draw(pane, state, context, layout, on: &frame)
            }
            draw(state.place.focus, state, context, layout, on: &frame)
        } else {
            drawWaiting(state, in: layout.body, on: &frame)
        }
        if !layout.foot.isEmpty {
            hintLine(state).draw(in: layout.foot, of: &frame)
            if state.overlay == nil { drawLongMessage(state, above: layout.foot, on: &frame) }
        } else if let notice = state.notice, state.overlay == nil, state.size.rows > 1 {
            frame.write(line(notice), in: frame.bounds.bottom(1).0, on: .bar)
        }
        if let overlay = state.overlay { drawOverlay(overlay, state, layout, on: &frame) }
        return frame
    }

    static func tabs(_ state: State) -> Tabs {
        let kinds = ViewKind.allCases
        var tabs = Tabs(
            kinds.map(\.title),
            digits: kinds.map(\.digit),
            selection: kinds.firstIndex(of: state.place.kind) ?? 0
        )
        tabs.shortTitles = kinds.map(\.shortTitle)
        tabs.caption = caption(state, room: state.size.columns - tabs.shortColumns - 3)
        return tabs
    }

    /// The estate's name and how its reading and its review stand, at the right of the tabs.
    private static func caption(_ state: State, room: Int) -> StyledLine {
        var line = StyledLine()
        switch state.loading {
        case .starting: line.append("opening ", .muted)
        case .reading(let progress): line.append("reading \(progress.summary) ", .accent)
        case .complete: break
        case .failed: line.append("not read ", .fail)
        case .cancelled: line.append("stopped, incomplete ", .high)
        }
        if let problems = state.estate?.problems, problems > 0 {
            line.append("!\(problems) ", .unknown, .bold)
        }
        if !state.review.isSaved {
            line.append(
                "\(state.review.pending.count) unsaved ",
                state.review.problem == nil ? .muted : .fail
            )
        } else if state.review.problem != nil {
            line.append("review not read ", .fail, .bold)
        }
        // What does not fit beside the tabs gives way: the name first, then the counts.
        let counts = state.estate.map(gravity) ?? StyledLine()
        let name = StyledLine(state.estate?.name ?? state.options.name, .strong)
        return [line + counts + name, line + counts, line + name].first { $0.columns <= room } ?? line
    }

    /// How many failures of each severity are open.
    private static func gravity(_ estate: Estate) -> StyledLine {
        var line = StyledLine()
        for severity in Severity.allCases.reversed() {
            guard let count = estate.failures[severity] else { continue }
            line.append(
                "\(Glyph(severity).character)\(count) ",
                Role(severity),
                severity >= .high ? .bold : []
            )
        }
        if !line.spans.isEmpty { line.append(" ") }
        return line
    }

    static func hintLine(_ state: State) -> HintLine {
        let message = message(state)
        let hints = ActionTable.hints(at: state.spot).map { Hint($0.key, $0.label) }
        return HintLine(hints, message: isLong(message, state) ? StyledLine() : message)
    }

    /// Whether a message would leave no room for the keys.
    private static func isLong(_ message: StyledLine, _ state: State) -> Bool {
        message.columns > max(20, state.size.columns * 2 / 3) && state.size.rows >= 8
    }

    /// Draws a message that is too long for the line of keys over as many lines above it as it needs.
    private static func drawLongMessage(_ state: State, above foot: Rect, on frame: inout Frame) {
        let message = message(state)
        guard isLong(message, state) else { return }
        let lines = message.wrapped(to: max(8, foot.columns - 2)).prefix(max(1, foot.row / 2))
        let top = foot.row - lines.count
        for (offset, line) in lines.enumerated() {
            let row = Rect(column: foot.column, row: top + offset, columns: foot.columns, rows: 1)
            frame.fill(row, style: Style(.text, on: .bar))
            frame.write([Span(" ")] + line, in: row, on: .bar)
        }
    }

    private static func message(_ state: State) -> StyledLine {
        var message = StyledLine()
        if let notice = state.notice {
            message = line(notice)
        } else if let count = state.count {
            message = StyledLine("\(count == 0 ? "" : String(count)) times", .accent, .bold)
        } else if let problem = state.place.filter.problems.first {
            message = StyledLine(problem.message, .fail)
        } else if case .reading = state.loading {
            message = StyledLine("Esc stops reading", .muted)
        }
        return message
    }

    static func line(_ notice: Notice) -> StyledLine {
        switch notice.tone {
        case .plain: StyledLine(notice.text, .strong)
        case .good: StyledLine(notice.text, .pass)
        case .bad: StyledLine(notice.text, .fail)
        }
    }

    private static func draw(
        _ pane: PaneKind,
        _ state: State,
        _ context: Context,
        _ layout: ScreenLayout,
        on frame: inout Frame
    ) {
        guard let rect = layout.frames[pane], let content = layout.contents[pane] else { return }
        let view = state.place.view
        let heading = view.heading(of: pane, context)
        let isFocused = pane == state.place.focus
        switch layout.style {
        case .boxed:
            Pane(title: heading.title, caption: heading.caption, isFocused: isFocused)
                .draw(in: rect, of: &frame)
        case .titled:
            let (bar, _) = rect.top(1)
            let panes = state.place.kind.panes
            let number = (panes.firstIndex(of: pane) ?? 0) + 1
            frame.fill(bar, style: Style(.muted, on: .base))
            let end = heading.caption + [Span(" \(number)/\(panes.count)", .key)]
            let fits = end.columns < bar.columns - 8
            let (right, left) = bar.right(fits ? end.columns : 0)
            frame.write(heading.title, in: left)
            if fits { frame.write(end, in: right) }
        case .bare: break
        }
        view.draw(pane, in: content, context, on: &frame)
        // On the border, where nothing else stands; without one, on what is there.
        for edge in view.overflow(of: pane, context) {
            let place = edge.pointer(of: layout.style == .boxed ? rect : content)
            frame.write(String(edge.glyph.character), at: place, style: Style(.accent, on: .base, .bold))
        }
        if !state.place.search.isEmpty { frame.highlight(state.place.search, in: content) }
    }

    /// What stands in the place of a view while there is no estate.
    private static func drawWaiting(_ state: State, in body: Rect, on frame: inout Frame) {
        var lines: [StyledLine] = []
        switch state.loading {
        case .starting, .complete:
            lines = [StyledLine("Opening \(state.options.name)", .strong, .bold)]
        case .reading(let progress):
            lines = [
                StyledLine("Reading \(state.options.name)", .strong, .bold),
                StyledLine(progress.summary, .muted),
                StyledLine("Esc stops · q leaves", .muted),
            ]
        case .cancelled:
            lines = [
                StyledLine("Reading was stopped", .strong, .bold),
                StyledLine("Nothing had been read by then.", .muted),
                StyledLine("r reads again · q leaves", .muted),
            ]
        case .failed(let failure):
            lines = [StyledLine(failure.what, .fail, .bold)]
            lines += failure.why.wrapped(to: max(20, body.columns - 8)).map { StyledLine($0, .text) }
            lines.append(StyledLine("r reads again · q leaves", .muted))
        }
        let top = body.row + max(0, (body.rows - lines.count) / 2)
        for (offset, line) in lines.enumerated() where top + offset < body.endRow {
            let row = Rect(column: body.column, row: top + offset, columns: body.columns, rows: 1)
            frame.write(line, in: row, .center)
        }
        if case .reading(let progress) = state.loading, progress.totalBytes > 0, top + 4 < body.endRow {
            let bar = Rect(column: body.column, row: top + 4, columns: body.columns, rows: 1)
                .centered(Size(columns: 40, rows: 1))
            let share = Double(progress.bytes) / Double(progress.totalBytes)
            frame.progressBar(in: bar, share: share)
        }
    }
}

extension Message.Progress {
    /// How far it is, in a line.
    var summary: String {
        var parts: [String] = []
        if resources > 0 { parts.append("\(resources) resources") }
        if totalBytes > 0 {
            parts.append("\(Message.Progress.megabytes(bytes)) of \(Message.Progress.megabytes(totalBytes))")
        } else if bytes > 0 {
            parts.append(Message.Progress.megabytes(bytes))
        }
        if files > 1 { parts.append("\(files) files") }
        return parts.joined(separator: ", ")
    }

    private static func megabytes(_ bytes: Int) -> String {
        let tenths = bytes / 1_048_576 * 10 + bytes % 1_048_576 * 10 / 1_048_576
        return tenths < 1 ? "\(bytes / 1024) KB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}

extension Frame {
    /// Puts every place where a text occurs in a rectangle on the surface of matches, letter case aside.
    mutating func highlight(_ text: String, in rect: Rect) {
        let wanted = Array(text.lowercased())
        guard !wanted.isEmpty else { return }
        let area = bounds.intersection(rect)
        for row in area.row..<area.endRow {
            let letters = (area.column..<area.endColumn).map { self[$0, row].character?.lowercased() ?? "" }
            guard letters.count >= wanted.count else { continue }
            var start = 0
            while start + wanted.count <= letters.count {
                if zip(letters[start...], wanted).allSatisfy({ $0 == String($1) }) {
                    let match = Rect(
                        column: area.column + start,
                        row: row,
                        columns: wanted.count,
                        rows: 1
                    )
                    restyle(match, on: .match)
                    start += wanted.count
                } else {
                    start += 1
                }
            }
        }
    }
}

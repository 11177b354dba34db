import Canvas
import Review

extension Screen {
    /// Draws what is open above the view.
    static func drawOverlay(
        _ overlay: Overlay,
        _ state: State,
        _ layout: ScreenLayout,
        on frame: inout Frame
    ) {
        if case .prompt(let prompt) = overlay {
            draw(prompt, state, on: &frame)
            return
        }
        let place = OverlayLayout(overlay, in: state.size)
        place.popup.draw(in: frame.bounds, of: &frame)
        frame.cursor = nil
        switch overlay {
        case .prompt: break
        case .palette(let palette):
            let label = StyledLine("\(Glyph.pointer.character) ", .accent)
            palette.line.draw(label: label, in: place.prompt, of: &frame)
            if palette.items.isEmpty {
                let text = StyledLine("Nothing is called so. Esc closes.", .muted)
                frame.write(text, in: place.items, on: .raised)
            }
            Menu(palette.entries(rows: place.rows), selection: palette.cursor.row, offset: palette.cursor.top)
                .draw(in: place.items, of: &frame)
        case .help(let help):
            let label = StyledLine("\(Glyph.pointer.character) ", .accent)
            help.line.draw(label: label, in: place.prompt, of: &frame)
            Menu(help.items.map(\.entry), selection: help.cursor.row, offset: help.cursor.top)
                .draw(in: place.items, of: &frame)
        case .picker(let picker):
            let label = StyledLine("\(Glyph.pointer.character) ", .accent)
            picker.line.draw(label: label, in: place.prompt, of: &frame)
            if picker.items.isEmpty {
                frame.write(
                    StyledLine("Nothing is called so. Esc closes.", .muted),
                    in: place.items,
                    on: .raised
                )
            }
            Menu(
                picker.entries(rows: place.rows),
                selection: picker.cursor.row,
                offset: picker.cursor.top
            )
            .draw(in: place.items, of: &frame)
        case .choice(let choice): draw(choice, place, on: &frame)
        case .form(let form): draw(form, in: place.inner, on: &frame)
        case .diagnostics(let list): draw(list, place, on: &frame)
        case .confirm(let question):
            var lines = question.lines.map { StyledLine($0, .text) }
            lines.append(StyledLine())
            lines.append([
                Span("y", .key, .bold), Span(" \(question.yes)   ", .muted), Span("Esc", .key, .bold),
                Span(" stay", .muted),
            ])
            for (row, line) in lines.enumerated() where row < place.inner.rows {
                frame.write(line, in: place.inner.top(row).rest, on: .raised)
            }
        case .letter:
            frame.write(StyledLine("Press a letter, or Esc", .muted), in: place.inner, on: .raised)
        }
    }

    private static func draw(_ choice: Choice, _ place: OverlayLayout, on frame: inout Frame) {
        let entries = choice.items.map { item in
            let tick = item.isOn.map { "\(($0 ? Glyph.marked : .unmarked).character) " } ?? ""
            let letter = item.letter.map { "\($0)  " } ?? ""
            let detail = item.detail.split(separator: "\n").first.map(String.init) ?? ""
            return Menu.Entry(letter + tick + item.name, note: detail.sanitised)
        }
        Menu(entries, selection: choice.cursor.row, offset: choice.cursor.top)
            .draw(in: place.items, of: &frame)
    }

    /// Draws the line being typed at the foot, and above it what it does.
    private static func draw(_ prompt: TextPrompt, _ state: State, on frame: inout Frame) {
        let (foot, rest) = frame.bounds.bottom(1)
        let name = prompt.purpose == .filter ? "filter" : "search"
        prompt.line.draw(label: [Span(" \(name) ", .key, .bold), Span(" ", .text)], in: foot, of: &frame)
        guard rest.rows > 2 else { return }
        let (above, _) = rest.bottom(1)
        frame.fill(above, style: Style(.muted, on: .bar))
        frame.write([Span(" ", .muted)] + hint(for: prompt, state), in: above, on: .bar)
    }

    private static func hint(for prompt: TextPrompt, _ state: State) -> StyledLine {
        if let notice = state.notice { return line(notice) }
        guard prompt.purpose == .filter else {
            return StyledLine("moves to the rows that contain it; n and N go on from there", .muted)
        }
        if let problem = state.place.filter.problems.first { return StyledLine(problem.message, .fail) }
        let last = prompt.line.text.split(separator: " ").last.map(String.init) ?? ""
        if let colon = last.firstIndex(of: ":"), !prompt.line.text.hasSuffix(" "),
            let key = FilterKey(named: last[..<colon].filter { $0 != "!" })
        {
            return StyledLine("\(key.spelling): \(key.help)", .muted)
        }
        return StyledLine(
            FilterKey.allCases.map { "\($0.spelling):" }.joined(separator: " ") + " \"text\" !not",
            .muted
        )
    }

    private static func draw(_ form: DecisionForm, in rect: Rect, on frame: inout Frame) {
        var rest = rect
        func row() -> Rect {
            let (row, next) = rest.top(1)
            rest = next
            return row
        }
        // A long question takes the row that else is blank.
        let title = StyledLine(form.title, .strong, .bold).wrapped(to: max(8, rect.columns))
        let more = title.dropFirst().map(\.text).joined(separator: " ")
        let second = more.isEmpty ? [] : [StyledLine(more, .strong, .bold)]
        let head = (title.prefix(1) + second + [StyledLine(form.detail, .muted), StyledLine()]).prefix(3)
        for line in head { frame.write(line, in: row(), on: .raised) }
        for field in form.fields {
            let (label, value) = row().left(10)
            let isFocused = field == form.field
            frame.write(
                StyledLine(form.label(of: field), isFocused ? .focus : .muted, isFocused ? .bold : []),
                in: label,
                on: .raised
            )
            switch field {
            case .kind: draw(form.kinds, chosen: form.kind, isFocused, in: value, on: &frame)
            case .reason: draw(form.reason, isFocused, form.hint(of: field), in: value, on: &frame)
            case .owner: draw(form.owner, isFocused, form.hint(of: field), in: value, on: &frame)
            case .expires: draw(form.expires, isFocused, form.hint(of: field), in: value, on: &frame)
            }
        }
        _ = row()
        if let problem = form.problem {
            frame.write(StyledLine(problem, .fail), in: row(), on: .raised)
        } else {
            frame.write(
                [
                    Span("Enter", .key, .bold), Span(" save  ", .muted), Span("Tab", .key, .bold),
                    Span(" next field  ", .muted), Span("Left Right", .key, .bold), Span(" choose  ", .muted),
                    Span("Esc", .key, .bold), Span(" leave", .muted),
                ],
                in: row(),
                on: .raised
            )
        }
    }

    private static func draw(
        _ kinds: [String],
        chosen: Int?,
        _ isFocused: Bool,
        in rect: Rect,
        on frame: inout Frame
    ) {
        let widest = kinds.reduce(0) { $0 + $1.columns + 4 }
        guard widest <= rect.columns else {
            // Where there is no room for all of them, the one that is chosen between its arrows.
            let name = chosen.map { kinds[$0] } ?? "choose"
            let line: StyledLine = [
                Span("\(Glyph.headLeft.character) ", .accent), Span(name, .strong, .bold),
                Span(" \(Glyph.headRight.character)", .accent),
                Span(chosen.map { "  \($0 + 1) of \(kinds.count)" } ?? "", .muted),
            ]
            frame.write(line, in: rect, on: isFocused ? .selection : .raised)
            return
        }
        var column = rect.column
        for (index, kind) in kinds.enumerated() {
            let isChosen = index == chosen
            let surface: Surface = isChosen ? (isFocused ? .selection : .selectionQuiet) : .raised
            let glyph = isChosen ? Glyph.marked : .unmarked
            let line = StyledLine(" \(glyph.character) \(kind) ", isChosen ? .strong : .muted)
            column += frame.write(line, at: Point(column: column, row: rect.row), on: surface, clip: rect)
        }
    }

    private static func draw(
        _ prompt: Prompt,
        _ isFocused: Bool,
        _ hint: String,
        in rect: Rect,
        on frame: inout Frame
    ) {
        if isFocused {
            prompt.draw(in: rect, of: &frame, on: .base)
        } else {
            frame.write(StyledLine(prompt.text, .text), in: rect, on: .raised)
        }
        guard prompt.isEmpty else { return }
        frame.write(
            StyledLine(hint, .muted),
            in: isFocused ? rect.left(1).rest : rect,
            on: isFocused ? .base : .raised
        )
    }
}

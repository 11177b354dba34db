import Canvas

/// Where a list or form that is open stands on a screen.
struct OverlayLayout {
    let popup: Popup
    /// What is inside the border.
    let inner: Rect
    /// The line typed into, if there is one.
    let prompt: Rect
    /// Where the items stand.
    let items: Rect

    /// What stands below them of the selected one.
    let detail: Rect

    /// The rows there are for items, at least one.
    var rows: Int { max(1, items.rows) }

    init(_ overlay: Overlay, in size: Size) {
        let screen = Rect(size)
        let title: String
        let content: Size
        var typed = 0
        var below = 0
        var caption = ""
        switch overlay {
        case .palette(let palette):
            title = "Find"
            caption = palette.items.isEmpty ? "nothing" : "\(palette.items.count)"
            typed = 2
            content = Size(columns: min(100, screen.columns * 9 / 10), rows: min(22, screen.rows * 3 / 4))
        case .help(let help):
            title = "Keys here, then signs"
            caption = "\(help.items.count)"
            typed = 2
            content = Size(columns: min(96, screen.columns * 9 / 10), rows: min(30, screen.rows * 4 / 5))
        case .choice(let choice):
            title = choice.title
            let widest = choice.items.map { $0.name.columns + $0.detail.prefix(40).count + 10 }.max() ?? 20
            content = Size(columns: max(24, min(widest, 76)), rows: choice.items.count)
        case .picker(let picker):
            title = picker.title
            caption = picker.items.isEmpty ? "nothing" : "\(picker.items.count)"
            typed = 2
            content = Size(columns: min(84, screen.columns * 9 / 10), rows: min(20, screen.rows * 3 / 4))
        case .form(let form):
            title = form.isQuestion ? "Answer" : "Decide"
            content = Size(columns: 70, rows: form.fields.count + 5)
        case .confirm(let question):
            title = question.title
            let widest = question.lines.map(\.columns).max() ?? 30
            content = Size(columns: max(36, min(widest, 76)), rows: question.lines.count + 2)
        case .diagnostics(let list):
            title = "Diagnostics"
            caption = "\(list.count)"
            below = min(7, screen.rows / 3)
            content = Size(columns: min(110, screen.columns * 9 / 10), rows: min(28, screen.rows * 4 / 5))
        case .letter(let isSetting):
            title = isSetting ? "Mark this place" : "Go to mark"
            content = Size(columns: 30, rows: 1)
        case .prompt:
            title = ""
            content = Size(columns: 0, rows: 0)
        }
        popup = Popup(
            title: StyledLine(title, .title, .bold),
            caption: caption.isEmpty ? StyledLine() : StyledLine(caption, .muted),
            content: content
        )
        var inner = popup.place(in: screen)
        if inner.columns > 4, inner.rows > 2 {
            inner = inner.inset()
            inner = Rect(
                column: inner.column + 1,
                row: inner.row,
                columns: inner.columns - 2,
                rows: inner.rows
            )
        }
        self.inner = inner
        let rest: Rect
        (prompt, rest) = inner.top(inner.rows > typed ? typed : min(typed, 1))
        (detail, items) = rest.bottom(rest.rows > below ? below : 0)
    }
}

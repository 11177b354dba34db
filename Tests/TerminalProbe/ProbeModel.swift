package import Canvas

/// What the probe shows: a list with a selected row, what was typed last, and a row of difficult names.
///
/// A test makes the same value from the same events and so knows what must stand on the screen.
package struct ProbeModel: Hashable, Sendable {
    /// Names as an attacker or a foreign colleague would write them.
    package static let names = [
        "plain", "café", "e\u{301}te\u{301}", "日本語", "emoji 😀 x", "flag 🇩🇪 x", "family 👨‍👩‍👧 x", "heart ❤️ x",
        "esc\u{1B}[31mred", "bidi \u{202E}txt\u{202C} x", "tab\tx", "zero\u{200B}width", "한국어", "new 🫠 x",
        "private \u{E0B0} x", "bell\u{7}", "z̸̢̛a̵l̷g̶o̷ x", "keycap 1️⃣ x", "ﷺ x", "skin 👍🏽 x",
    ]

    package var size: Size
    package var selected = 0
    package var showsNames = false
    package var showsCursor = false
    /// The last events, newest last.
    package var log: [String] = []
    package var ended = false

    package init(size: Size) { self.size = size }

    package mutating func update(_ event: InputEvent) {
        switch event {
        case .resize(let size): self.size = size
        case .key(.character("j")), .key(.down): selected = min(selected + 1, 999)
        case .key(.character("k")), .key(.up): selected = max(selected - 1, 0)
        case .key(.character("n")): showsNames.toggle()
        case .key(.character("c")): showsCursor.toggle()
        case .key(.character("q")): ended = true
        default: note(event)
        }
    }

    private mutating func note(_ event: InputEvent) {
        log.append("\(event)".filter { $0.isASCII && !$0.isNewline })
        if log.count > 50 { log.removeFirst() }
    }

    package func frame() -> Frame {
        var frame = Frame(size: size)
        guard size.columns > 0, size.rows > 0 else { return frame }
        let status = "row \(selected) \(log.last ?? "ready")"
        frame.write(status, row: 0, Style(.title, on: .bar))
        let first = max(0, selected - size.rows + 2)
        for row in 1..<max(1, size.rows) {
            let number = first + row - 1
            let isSelected = number == selected
            let role = Role.allCases[number % Role.allCases.count]
            let style = Style(isSelected ? .text : role, on: isSelected ? .selection : .base)
            let name = showsNames ? Self.names[number % Self.names.count] : "│ item ●"
            frame.write("\(number) \(name) end", row: row, style)
        }
        // Close behind an emoji of the selected row, where moving it is cheapest by steps.
        let row = min(selected - first + 1, size.rows - 1)
        if showsCursor { frame.cursor = Point(column: min(11, size.columns - 1), row: row) }
        return frame
    }
}

extension Frame {
    /// Writes a line over a whole row, cut at the edge.
    fileprivate mutating func write(_ line: String, row: Int, _ style: Style) {
        for column in 0..<size.columns { self[column, row] = Cell(" ", style) }
        var column = 0
        for character in line {
            let (form, columns) = character.cellForm
            guard column + columns <= size.columns else { break }
            self[column, row] = Cell(form, style)
            if columns == 2 { self[column + 1, row] = Cell(nil, style) }
            column += columns
        }
    }
}

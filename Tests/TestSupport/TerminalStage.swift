package import Canvas

/// A stage on which a whole program runs on a terminal.
package struct TerminalStage: Stage {
    package let terminal: PseudoTerminal
    private let theme: ResolvedTheme

    /// A program that shows itself with a theme.
    package init(_ terminal: PseudoTerminal, theme: ResolvedTheme) {
        self.terminal = terminal
        self.theme = theme
    }

    package mutating func send(_ event: InputEvent) {
        if case .resize(let size) = event { return terminal.resize(size) }
        // Keys that a person presses one after the other never arrive in one piece with Escape.
        if event == .key(.escape) {
            terminal.type("\u{1B}")
            return terminal.waitUntilQuiet(60)
        }
        terminal.type(event.bytes)
    }

    package mutating func screen(when condition: (Screen) -> Bool) -> Screen {
        var last = current
        terminal.wait(
            until: {
                last = current
                return condition(last)
            },
            seconds: 5
        )
        return last
    }

    private var current: Screen {
        let emulator = terminal.emulator
        let mark = theme.look(of: Style(.text, on: .selection))
        let base = theme.look(of: Style(.text, on: .base))
        let byColor = mark.background != base.background
        let selected = (0..<emulator.size.rows).filter { row in
            (0..<emulator.size.columns).contains { column in
                let cell = emulator[column, row]
                return byColor
                    ? cell.background == mark.background ?? .default
                    : cell.attributes.contains(.reverse) && mark.attributes.contains(.reverse)
            }
        }
        return Screen(rows: (0..<emulator.size.rows).map { emulator.text(row: $0) }, selected: selected)
    }
}

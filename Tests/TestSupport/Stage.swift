package import Canvas
package import Testing

/// Where a scenario plays: with nothing but functions, or with the whole program on a terminal.
///
/// A scenario is a function over a stage, so the same one is played on both:
///
///     func openFirstFinding(_ stage: inout some Stage) {
///         stage.press("4 j j Enter")
///         stage.expect(text: "Remediation")
///         stage.expect(selected: "vnet-hub")
///     }
package protocol Stage {
    /// Does what a person does.
    mutating func send(_ event: InputEvent)
    /// The screen, as soon as a condition holds for it, or as it is in the end.
    mutating func screen(when condition: (Screen) -> Bool) -> Screen
}

/// What stands on a screen, as far as scenarios ask.
package struct Screen: Hashable, Sendable {
    package let rows: [String]
    /// The rows that are marked as selected.
    package let selected: [Int]

    package init(rows: [String], selected: [Int]) {
        self.rows = rows
        self.selected = selected
    }

    package var text: String { rows.joined(separator: "\n") }
}

extension Stage {
    /// Presses keys, named and separated by blanks: `j`, `Enter`, `Esc`, `C-d`, `M-x`, `S-Tab`, `F1`.
    package mutating func press(_ keys: String, sourceLocation: SourceLocation = #_sourceLocation) {
        for word in keys.split(separator: " ") {
            guard let key = Key(named: word) else {
                Issue.record("no key is called \(word)", sourceLocation: sourceLocation)
                continue
            }
            send(.key(key))
        }
    }

    /// Types a text, a character at a time.
    package mutating func type(_ text: String) {
        for character in text { send(.key(character == " " ? .character(" ") : .character(character))) }
    }

    package mutating func paste(_ text: String) { send(.paste(text)) }

    package mutating func resize(_ columns: Int, _ rows: Int) {
        send(.resize(Size(columns: columns, rows: rows)))
    }

    /// Expects that a text stands somewhere on the screen.
    package mutating func expect(text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let screen = screen { $0.text.contains(text) }
        #expect(screen.text.contains(text), "\(text) in\n\(screen.text)", sourceLocation: sourceLocation)
    }

    /// Expects that a text stands nowhere on the screen.
    package mutating func expect(noText text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let screen = screen { !$0.text.contains(text) }
        #expect(!screen.text.contains(text), "no \(text) in\n\(screen.text)", sourceLocation: sourceLocation)
    }

    /// Expects that a selected row holds a text.
    package mutating func expect(selected text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        func holds(_ screen: Screen) -> Bool {
            screen.selected.contains { screen.rows[$0].contains(text) }
        }
        let screen = screen(when: holds)
        #expect(holds(screen), "\(text) selected in\n\(screen.text)", sourceLocation: sourceLocation)
    }
}

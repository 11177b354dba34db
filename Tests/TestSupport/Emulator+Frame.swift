package import Canvas

extension Emulator {
    /// Where the screen differs from a frame, a line each; none if it is equal.
    ///
    /// With a theme the colours and attributes are compared as well. libvterm knows no dim.
    package func differences(from frame: Frame, theme: ResolvedTheme? = nil) -> [String] {
        guard frame.size == size else { return ["the screen is \(size), the frame \(frame.size)"] }
        var found: [String] = []
        for row in 0..<size.rows {
            for column in 0..<size.columns {
                let shown = self[column, row]
                let wanted = frame[column, row]
                let text = wanted.character.map(String.init) ?? ""
                if Array(shown.text.unicodeScalars) != Array(text.unicodeScalars) {
                    found.append(
                        "(\(column), \(row)): \(shown.text.debugDescription), not \(text.debugDescription)"
                    )
                }
                // The second half of a wide character looks as its first.
                guard let theme, wanted.character != nil else { continue }
                let look = theme.look(of: wanted.style)
                if !matches(shown, look, blank: text == " ") {
                    found.append("(\(column), \(row)): \(shown) does not look as \(look)")
                }
            }
        }
        if let cursor = frame.cursor, cursor != self.cursor || !modes.on.contains(25) {
            found.append("the cursor is at \(self.cursor), not \(cursor)")
        }
        if frame.cursor == nil, modes.on.contains(25) { found.append("the cursor shows") }
        return found
    }

    private func matches(_ shown: Cell, _ look: CellLook, blank: Bool) -> Bool {
        let compared: Style.Attributes = blank ? [.reverse, .underline] : [.reverse, .underline, .bold]
        guard shown.background == look.background ?? .default,
            shown.attributes.intersection(compared) == look.attributes.intersection(compared)
        else { return false }
        // What a blank would be written in cannot be seen.
        return blank || shown.foreground == look.foreground ?? .default
    }
}

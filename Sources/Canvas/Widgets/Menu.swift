/// A query and the entries it finds: the palette, the pickers.
package struct Menu: Hashable, Sendable {
    /// An entry as it is drawn.
    package struct Entry: Hashable, Sendable {
        package var text: String
        /// What is said after it, such as the kind of a resource.
        package var note: String
        /// What stands at the right edge, such as a key.
        package var key: String
        /// The characters of the text that the query found.
        package var found: [Int]
        package var role: Role

        package init(
            _ text: String,
            note: String = "",
            key: String = "",
            found: [Int] = [],
            role: Role = .text
        ) {
            self.text = text
            self.note = note
            self.key = key
            self.found = found
            self.role = role
        }
    }

    package var entries: [Entry]
    package var selection: Int
    package var offset: Int

    package init(_ entries: [Entry], selection: Int = 0, offset: Int = 0) {
        self.entries = entries
        self.selection = selection
        self.offset = offset
    }

    /// Draws the entries, scrolled so that the selected one is in sight; answers which are shown.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame, on surface: Surface = .raised) -> Viewport {
        let viewport = Viewport(count: entries.count, visible: rect.rows, offset: offset).showing(selection)
        let area = rect.left(rect.columns - (viewport.isScrolling && rect.columns > 8 ? 1 : 0)).0
        for index in viewport.rows {
            let line = area.top(index - viewport.offset).rest.top(1).0
            draw(entries[index], in: line, on: index == selection ? .selection : surface, of: &frame)
            if index == selection {
                frame.write(
                    [Span(String(Glyph.pointer.character), .accent)],
                    in: line.left(1).0,
                    on: .selection
                )
            }
        }
        if area != rect {
            frame.scrollbar(
                in: rect.right(1).0,
                offset: viewport.offset,
                visible: viewport.visible,
                total: entries.count,
                style: Style(.border, on: surface)
            )
        }
        return viewport
    }

    private func draw(_ entry: Entry, in line: Rect, on surface: Surface, of frame: inout Frame) {
        frame.fill(line, style: Style(.text, on: surface))
        var room = line.left(2).rest
        if !entry.key.isEmpty, entry.key.columns + 12 <= room.columns {
            let (right, rest) = room.right(entry.key.columns + 1)
            frame.write([Span(entry.key, .key)], in: right, on: surface)
            room = rest.left(rest.columns - 1).0
        }
        var text = StyledLine()
        let found = Set(entry.found)
        for (index, character) in entry.text.enumerated() {
            let isFound = found.contains(index)
            let style = Style(
                isFound ? .accent : entry.role,
                on: surface,
                isFound ? [.bold, .underline] : []
            )
            if text.spans.last?.style == style {
                text.spans[text.spans.count - 1].text.append(character)
            } else {
                text.append(String(character), style)
            }
        }
        if !entry.note.isEmpty { text.append("  \(entry.note)", .muted) }
        frame.write(text, in: room, on: surface)
    }
}

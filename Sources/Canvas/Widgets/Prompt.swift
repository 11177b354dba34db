/// A line that is being typed: its text and the place of the cursor, between graphemes.
package struct Prompt: Hashable, Sendable {
    /// Longer texts are cut here, so that a pasted file does no harm.
    private static let limit = 4096

    private var characters: [Character]
    /// How many characters stand before the cursor.
    package private(set) var cursor: Int

    package init(_ text: String = "") {
        characters = Array(text.sanitised.prefix(Self.limit))
        cursor = characters.count
    }

    package var text: String { String(characters) }
    package var isEmpty: Bool { characters.isEmpty }

    /// Puts text at the cursor, made safe.
    package mutating func insert(_ text: String) {
        let room = Self.limit - characters.count
        let before = String(characters[..<cursor]) + text.sanitised.prefix(max(0, room))
        let rest = characters.count - cursor
        // A mark that was typed joins the character before it.
        characters = Array(before + String(characters[cursor...]))
        cursor = min(before.count, max(0, characters.count - rest))
    }

    /// Replaces the whole text and puts the cursor at its end.
    package mutating func replace(with text: String) { self = Prompt(text) }

    package mutating func deleteBackward() {
        guard cursor > 0 else { return }
        cursor -= 1
        characters.remove(at: cursor)
    }

    package mutating func deleteForward() {
        guard cursor < characters.count else { return }
        characters.remove(at: cursor)
    }

    /// Removes the word before the cursor and the blanks after it.
    package mutating func deleteWordBackward() {
        let start = wordStart
        characters.removeSubrange(start..<cursor)
        cursor = start
    }

    package mutating func deleteToStart() {
        characters.removeSubrange(..<cursor)
        cursor = 0
    }

    package mutating func deleteToEnd() { characters.removeSubrange(cursor...) }

    package mutating func moveLeft() { cursor = max(0, cursor - 1) }
    package mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
    package mutating func moveToStart() { cursor = 0 }
    package mutating func moveToEnd() { cursor = characters.count }
    package mutating func moveWordLeft() { cursor = wordStart }
    package mutating func moveWordRight() { cursor = wordEnd }

    private var wordStart: Int {
        var place = cursor
        while place > 0, !Self.isWord(characters[place - 1]) { place -= 1 }
        while place > 0, Self.isWord(characters[place - 1]) { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, !Self.isWord(characters[place]) { place += 1 }
        while place < characters.count, Self.isWord(characters[place]) { place += 1 }
        return place
    }

    private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}

extension Prompt {
    /// Edits by a key and answers whether the key was one for editing.
    package mutating func take(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .backspace, .control("h"): deleteBackward()
        case .delete, .control("d"): deleteForward()
        case .control("w"): deleteWordBackward()
        case .control("u"): deleteToStart()
        case .control("k"): deleteToEnd()
        case .left, .control("b"): moveLeft()
        case .right, .control("f"): moveRight()
        case .alt("b"): moveWordLeft()
        case .alt("f"): moveWordRight()
        case .home, .control("a"): moveToStart()
        case .end, .control("e"): moveToEnd()
        default: return false
        }
        return true
    }

    /// Draws label and text into the first row of a rectangle, scrolled so that the cursor is in sight.
    package func draw(
        label: StyledLine = StyledLine(),
        in rect: Rect,
        of frame: inout Frame,
        on surface: Surface = .raised
    ) {
        let line = rect.top(1).0
        guard !line.isEmpty else { return }
        frame.fill(line, style: Style(.text, on: surface))
        let used = min(label.columns, line.columns / 2)
        let (front, field) = line.left(used)
        frame.write(label, in: front, on: surface)
        guard !field.isEmpty else { return }
        let before = String(characters[..<cursor]).columns
        // The cursor needs a column too.
        let shift = max(0, before - field.columns + 1)
        let start = Point(column: field.column - shift, row: field.row)
        frame.write(text, at: start, style: Style(.strong, on: surface), clip: field)
        frame.cursor = Point(column: field.column + before - shift, row: field.row)
    }
}

import CVTerm
package import Canvas

/// A terminal emulator: takes the bytes of a program and knows what a person would see.
package final class Emulator {
    /// A cell on the emulator's screen.
    package struct Cell: Hashable, Sendable {
        /// Empty in the second half of a wide character, a space in a blank cell.
        package let text: String
        package let foreground: TerminalColor
        package let background: TerminalColor
        package let attributes: Style.Attributes
    }

    package private(set) var size: Size
    /// The modes, the title and the clipboard, which libvterm does not tell.
    package private(set) var modes = ModeTracker()
    /// Shows each emoji as a `w` of one column, as a terminal does that disagrees about their width.
    package var narrowsEmoji = false
    private let terminal: OpaquePointer
    /// How many bytes of an emoji are still to come.
    private var skipped = 0

    package init(size: Size) {
        self.size = size
        // Of a size without cells there is no emulator.
        terminal = vterm_new(Int32(max(1, size.rows)), Int32(max(1, size.columns)))
        vterm_set_utf8(terminal, 1)
        let screen = vterm_obtain_screen(terminal)
        vterm_screen_enable_altscreen(screen, 1)
        vterm_screen_reset(screen, 1)
    }

    deinit { vterm_free(terminal) }

    /// Takes bytes and returns what a terminal answers to them.
    package func feed(_ bytes: some Collection<UInt8>) -> [UInt8] {
        modes.feed(bytes)
        let characters = bytes.compactMap(narrowed).map { CChar(bitPattern: $0) }
        _ = vterm_input_write(terminal, characters, characters.count)
        var answer: [CChar] = Array(repeating: 0, count: 4096)
        let count = vterm_output_read(terminal, &answer, answer.count)
        return answer.prefix(count).map { UInt8(bitPattern: $0) }
    }

    private func narrowed(_ byte: UInt8) -> UInt8? {
        guard narrowsEmoji else { return byte }
        if skipped > 0 {
            skipped -= 1
            return nil
        }
        if byte == 0xF0 { skipped = 3 }
        return byte == 0xF0 ? UInt8(ascii: "w") : byte
    }

    package func resize(_ size: Size) {
        self.size = size
        vterm_set_size(terminal, Int32(max(1, size.rows)), Int32(max(1, size.columns)))
    }

    package subscript(column: Int, row: Int) -> Cell {
        let cell = emulator_cell(terminal, Int32(column), Int32(row))
        var attributes: Style.Attributes = []
        if cell.bold { attributes.insert(.bold) }
        if cell.underline { attributes.insert(.underline) }
        if cell.reverse { attributes.insert(.reverse) }
        return Cell(
            text: Self.text(cell),
            foreground: Self.color(cell.foreground),
            background: Self.color(cell.background),
            attributes: attributes
        )
    }

    /// The text of a row, without trailing blanks.
    package func text(row: Int) -> String {
        var line = (0..<size.columns).map { self[$0, row].text }.joined()
        while line.last == " " { line.removeLast() }
        return line
    }

    /// All rows as text.
    package var text: String { (0..<size.rows).map(text(row:)).joined(separator: "\n") }

    package var cursor: Point {
        var column: Int32 = 0
        var row: Int32 = 0
        emulator_cursor(terminal, &column, &row)
        return Point(column: Int(column), row: Int(row))
    }

    private static func text(_ cell: EmulatorCell) -> String {
        var view = String.UnicodeScalarView()
        let all = [
            cell.characters.0, cell.characters.1, cell.characters.2, cell.characters.3, cell.characters.4,
            cell.characters.5,
        ]
        if all[0] == 0 { return " " }
        for value in all {
            guard value != 0, let scalar = Unicode.Scalar(value) else { break }
            view.append(scalar)
        }
        return String(view)
    }

    private static func color(_ value: Int32) -> TerminalColor {
        switch value {
        case ..<0: .default
        case 0..<16: .ansi(UInt8(value))
        case 16..<256: .indexed(UInt8(value))
        default:
            .rgb(
                RGB(
                    UInt8(truncatingIfNeeded: value >> 16),
                    UInt8(truncatingIfNeeded: value >> 8),
                    UInt8(truncatingIfNeeded: value)
                )
            )
        }
    }
}

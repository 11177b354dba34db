import CNcurses

/// What is sent to the terminal for one cell of a frame.
///
/// A frame has decided how many columns each character has. Where the C library, and so perhaps the
/// terminal, thinks otherwise, something that is not in dispute stands in for it.
struct CellText {
    static let blank = CellText(" ")
    private static let replacement: UInt32 = 0x3F

    /// A base and its marks.
    private(set) var scalars: InlineArray<5, UInt32> = [0x20, 0, 0, 0, 0]
    private(set) var count: Int32 = 1
    /// Terminals disagree about its width.
    private(set) var isDisputed = false
    /// Stands for two columns but is sent as one: a blank has to follow.
    private(set) var needsBlank = false

    private init(_ scalar: Unicode.Scalar) { scalars[0] = scalar.value }

    init(_ character: Character, columns: Int, ascii: Bool) {
        let view = character.unicodeScalars
        guard let base = view.first else { return }
        if base.value < 0x7F, columns == 1, view.dropFirst().isEmpty {
            scalars[0] = base.value < 0x20 ? Self.replacement : base.value
            return
        }
        let width = ncurses_width(base.value)
        if ascii && !base.isASCII || width < 1 || width > columns || base.isHostile {
            scalars[0] = Self.replacement
            needsBlank = columns == 2
            return
        }
        scalars[0] = base.value
        needsBlank = width < columns
        isDisputed = needsBlank || width == 2 && !Self.isSettled(base.value)
        guard !ascii else { return }
        for mark in view.dropFirst() where Self.isMark(mark) && count < 5 {
            scalars[Int(count)] = mark.value
            count += 1
            isDisputed = true
        }
    }

    /// Characters that were always two columns wide: the scripts of East Asia.
    private static func isSettled(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFF00...0xFF60: true
        default: false
        }
    }

    /// Joins its base without a column of its own; joiners and selectors, which some terminals act on, are not.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard ncurses_width(scalar.value) == 0 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark: return !scalar.properties.isVariationSelector
        case .enclosingMark: return true
        default: return false
        }
    }
}

extension Character {
    /// What stands on the screen for something that may not stand there itself.
    package static let replacement: Character = "·"

    /// The form of this character that a cell may hold, and how many columns it takes: 1 or 2.
    ///
    /// Controls, bidirectional and other format characters, line separators, private, unassigned and very new
    /// characters, and marks without a base become a visible `·`; any other space becomes a plain one. Of a cluster
    /// whose width is disputed (emoji sequences, conjuncts, conjoining Hangul) only the base character is left.
    package var cellForm: (character: Character, columns: Int) {
        if let ascii = asciiValue, utf8.count == 1 {
            return ascii >= 0x20 && ascii < 0x7F ? (self, 1) : (.replacement, 1)
        }
        guard let base = unicodeScalars.first else { return (.replacement, 1) }
        let columns = base.cellColumns
        guard columns > 0 else {
            return (base.properties.generalCategory == .spaceSeparator ? " " : .replacement, 1)
        }
        if let letter = base.flagLetter { return (letter, 1) }
        var marks = unicodeScalars.dropFirst()
        if marks.isEmpty { return (self, columns) }
        guard marks.count <= 4, marks.allSatisfy(\.isPlainMark) else {
            marks = marks.prefix(while: \.isPlainMark).prefix(4)
            var kept = String(Character(base))
            kept.unicodeScalars.append(contentsOf: marks)
            return (kept.count == 1 ? Character(kept) : Character(base), columns)
        }
        return (self, columns)
    }
}

extension Unicode.Scalar {
    /// How many columns this scalar takes as the base of a cell; 0 where it may not be one.
    fileprivate var cellColumns: Int {
        // Lines, blocks and shapes: what the program itself draws most.
        if value >= 0x2500 && value < 0x25FD { return 1 }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate, .privateUse,
            .unassigned, .nonspacingMark, .enclosingMark:
            return 0
        default:
            break
        }
        guard !WideCharacters.isDisputed(value), let age = properties.age, age.major <= 13 else { return 0 }
        return WideCharacters.contain(value) ? 2 : 1
    }

    /// The plain letter for one half of a flag, whose width no two terminals agree on.
    fileprivate var flagLetter: Character? {
        guard value >= 0x1F1E6 && value <= 0x1F1FF, let scalar = Unicode.Scalar(value - 0x1F1E6 + 0x41) else {
            return nil
        }
        return Character(scalar)
    }

    /// A mark that takes no column of its own and does not change the width of its base.
    fileprivate var isPlainMark: Bool {
        switch value {
        case 0xFE00...0xFE0F, 0xE0100...0xE01EF, 0x20E0, 0x20E3: return false
        default: break
        }
        let category = properties.generalCategory
        guard category == .nonspacingMark || category == .enclosingMark else { return false }
        return (properties.age?.major ?? .max) <= 13
    }
}

import Canvas

/// Which key sends which bytes, over all terminals of the xterm, VT, rxvt and Linux families.
enum KeySequence {
    /// The key of one byte below 128, Escape excepted.
    static func plain(_ byte: UInt8) -> Key? {
        switch byte {
        case 0x00: .control(" ")
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x01...0x1A: .control(Character(Unicode.Scalar(byte | 0x60)))
        case 0x1C...0x1F: .control(Character(Unicode.Scalar(byte | 0x40)))
        case 0x20...0x7E: .character(Character(Unicode.Scalar(byte)))
        default: nil
        }
    }

    /// The key of `ESC O` and a letter: cursor keys, function keys and the number block.
    static func singleShift(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "M"): .enter
        case UInt8(ascii: "I"): .tab
        case UInt8(ascii: "X"): .character("=")
        // The number block sends its characters moved up by 64: `*` is `j`, `9` is `y`.
        case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 64)))
        default: letter(final)
        }
    }

    /// The key of `ESC [`, numbers and a letter.
    static func control(_ sequence: ControlSequence) -> Key? {
        switch sequence.final {
        case UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
            sequence.parameter(0) == 27
                ? modified(sequence.parameter(2), by: sequence.parameter(1)) : numbered(sequence.parameter(0))
        case UInt8(ascii: "u"): modified(sequence.parameter(0), by: sequence.parameter(1))
        case UInt8(ascii: "Z"): .backTab
        // What rxvt sends with Shift.
        case UInt8(ascii: "a")...UInt8(ascii: "d"): letter(sequence.final - 32)
        default: letter(sequence.final)
        }
    }

    private static func letter(_ final: UInt8) -> Key? {
        switch final {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23...26: .function(number - 12)
        case 28...29: .function(number - 13)
        case 31...34: .function(number - 14)
        default: nil
        }
    }

    /// A key given as its code point and a mask of modifiers plus one: 1 Shift, 2 Alt, 4 Control.
    private static func modified(_ code: Int, by mask: Int) -> Key? {
        let mask = max(0, mask - 1)
        switch code {
        case 9: return mask & 1 != 0 ? .backTab : .tab
        case 13: return .enter
        case 27: return .escape
        case 8, 127: return mask & 6 != 0 ? .control("w") : .backspace
        default: break
        }
        guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value), !scalar.isHostile
        else { return nil }
        let character = Character(scalar)
        if mask & 4 != 0 { return .control(character.lowercased().first ?? character) }
        return mask & 2 != 0 ? .alt(character) : .character(character)
    }
}

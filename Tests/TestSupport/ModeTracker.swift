/// Follows what a program switches on and off in a terminal, from its bytes.
package struct ModeTracker: Hashable, Sendable {
    private enum State: Hashable, Sendable {
        case ground, escape, other
        case control([UInt8])
        case command([UInt8])
    }

    private static let initial: Set<Int> = [7, 25]

    /// The private modes that are on; the cursor and the wrapping at the edge are to begin with.
    package private(set) var on = initial
    /// Whether the number block and the cursor keys send sequences.
    package private(set) var keypad = false
    package private(set) var title = ""
    /// The titles that were put aside.
    package private(set) var titles: [String] = []
    /// What was put into the clipboard last, in Base64.
    package private(set) var clipboard: String?
    /// How often a colour was set.
    package private(set) var colors = 0
    private var state = State.ground

    package init() {}

    /// What is on that a shell would not expect.
    package var leftOn: Set<Int> {
        on.symmetricDifference(Self.initial).union(keypad ? [-1] : []).union(titles.isEmpty ? [] : [-2])
    }

    mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { take(byte) }
    }

    private mutating func take(_ byte: UInt8) {
        switch state {
        case .ground: if byte == 0x1B { state = .escape }
        case .escape: escape(byte)
        // A character set: one byte more.
        case .other: state = .ground
        case .control(let sequence):
            if (0x40...0x7E).contains(byte) {
                state = .ground
                control(sequence, byte)
            } else {
                state = .control(sequence + [byte])
            }
        case .command(let text):
            if byte == 0x07 || byte == 0x1B {
                state = byte == 0x07 ? .ground : .escape
                command(String(decoding: text, as: UTF8.self))
            } else {
                state = .command(text + [byte])
            }
        }
    }

    private mutating func escape(_ byte: UInt8) {
        state = .ground
        switch byte {
        case UInt8(ascii: "["): state = .control([])
        case UInt8(ascii: "]"): state = .command([])
        case UInt8(ascii: "("), UInt8(ascii: ")"): state = .other
        case UInt8(ascii: "="): keypad = true
        case UInt8(ascii: ">"): keypad = false
        case UInt8(ascii: "c"): self = ModeTracker()
        default: break
        }
    }

    private mutating func control(_ sequence: [UInt8], _ final: UInt8) {
        let text = String(decoding: sequence, as: UTF8.self)
        let numbers = text.drop { !$0.isNumber }.split { !$0.isNumber }.compactMap { Int($0) }
        switch final {
        case UInt8(ascii: "h") where text.hasPrefix("?"): on.formUnion(numbers)
        case UInt8(ascii: "l") where text.hasPrefix("?"): on.subtract(numbers)
        case UInt8(ascii: "t") where numbers.first == 22: titles.append(title)
        case UInt8(ascii: "t") where numbers.first == 23: title = titles.popLast() ?? title
        case UInt8(ascii: "m") where numbers.contains { (30...49).contains($0) || (90...107).contains($0) }:
            colors += 1
        default: break
        }
    }

    private mutating func command(_ text: String) {
        if text.hasPrefix("2;") || text.hasPrefix("0;") { title = String(text.dropFirst(2)) }
        if text.hasPrefix("52;c;") { clipboard = String(text.dropFirst(5)) }
    }
}

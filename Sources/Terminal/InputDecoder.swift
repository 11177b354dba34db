package import Canvas

/// Turns the bytes of a terminal into events.
///
/// It is a value without a clock or a descriptor: it is fed bytes with the time they came at. Every sequence
/// of bytes has a meaning or is dropped; none is kept for longer than `deadline`.
package struct InputDecoder: Sendable {
    /// What bytes turn out to be.
    package enum Token: Hashable, Sendable {
        case event(InputEvent)
        /// The terminal's answer to whether it draws a frame at once when asked to.
        case synchronisedOutput(Bool)
    }

    /// How long a lone Escape may turn out to be the beginning of something, in milliseconds.
    package static let escapeDelay = 20
    /// How long a sequence that has begun may take, in milliseconds.
    package static let sequenceDelay = 150
    /// How long a paste may pause, in milliseconds, before it counts as over.
    package static let pasteDelay = 1000
    /// How many bytes a paste may have; the rest is dropped.
    package static let pasteLimit = 1 << 20
    static let sequenceLimit = 64

    enum State: Hashable, Sendable {
        case ground, escape, controlSequence, singleShift
        /// A text that the terminal sends; `ending` once Escape was seen in it.
        case string(ending: Bool)
        /// A character of several bytes.
        case character(missing: Int, alt: Bool)
        /// `ESC [ [`, then a letter: function keys of the Linux console.
        case consoleFunction
        /// `ESC [ M`, then three bytes.
        case plainMouse
        case paste
    }

    var state = State.ground
    /// The bytes of what has begun, without its introducer.
    var pending: [UInt8] = []
    var pasted: [UInt8] = []
    var clicks = ClickCounter()
    private var lastByte = 0

    package init() {}

    /// When what is pending has to be taken for what it is so far, by calling `expire`.
    package var deadline: Int? {
        switch state {
        case .ground: nil
        case .escape: lastByte + Self.escapeDelay
        case .paste: lastByte + Self.pasteDelay
        default: lastByte + Self.sequenceDelay
        }
    }

    /// Takes bytes that came at a time in milliseconds.
    package mutating func feed(_ bytes: some Sequence<UInt8>, at time: Int) -> [Token] {
        var tokens: [Token] = []
        lastByte = time
        for byte in bytes { take(byte, at: time, into: &tokens) }
        return tokens
    }

    /// Takes what is pending for what it is, if its time is over.
    package mutating func expire(at time: Int) -> [Token] {
        guard let deadline, time >= deadline else { return [] }
        var tokens: [Token] = []
        switch state {
        case .escape: tokens.append(.key(.escape))
        case .controlSequence where pending.isEmpty: tokens.append(.key(.alt("[")))
        case .singleShift where pending.isEmpty: tokens.append(.key(.alt("O")))
        case .paste: endPaste(into: &tokens)
        default: break
        }
        reset()
        return tokens
    }

    mutating func reset() {
        state = .ground
        pending.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ byte: UInt8, at time: Int, into tokens: inout [Token]) {
        switch state {
        case .ground: ground(byte, into: &tokens)
        case .escape: escape(byte, into: &tokens)
        case .controlSequence: controlSequence(byte, at: time, into: &tokens)
        case .singleShift:
            reset()
            if let key = KeySequence.singleShift(byte) { tokens.append(.key(key)) }
        case .consoleFunction:
            reset()
            if byte >= 0x41, byte <= 0x45 { tokens.append(.key(.function(Int(byte) - 0x40))) }
        case .string(let ending):
            // BEL, or Escape and a backslash, end it.
            if byte == 0x07 || ending { return reset() }
            if byte == 0x1B { state = .string(ending: true) }
        case .character(let missing, let alt):
            character(byte, missing: missing, alt: alt, into: &tokens)
        case .plainMouse:
            pending.append(byte)
            guard pending.count == 3 else { return }
            let values = pending.map { Int($0) - 32 }
            reset()
            mouse(
                code: values[0],
                column: values[1],
                row: values[2],
                released: false,
                at: time,
                into: &tokens
            )
        case .paste: paste(byte, into: &tokens)
        }
    }

    private mutating func ground(_ byte: UInt8, into tokens: inout [Token]) {
        switch byte {
        case 0x1B: state = .escape
        case 0x80...: beginCharacter(byte, alt: false)
        default:
            if let key = KeySequence.plain(byte) { tokens.append(.key(key)) }
        }
    }

    private mutating func escape(_ byte: UInt8, into tokens: inout [Token]) {
        reset()
        switch byte {
        case UInt8(ascii: "["): state = .controlSequence
        case UInt8(ascii: "O"): state = .singleShift
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
            state = .string(ending: false)
        case 0x1B:
            tokens.append(.key(.escape))
            state = .escape
        // Alt with Backspace deletes a word, as in shells.
        case 0x7F, 0x08: tokens.append(.key(.control("w")))
        case 0x20...0x7E: tokens.append(.key(.alt(Character(Unicode.Scalar(byte)))))
        case 0x80...: beginCharacter(byte, alt: true)
        default:
            tokens.append(.key(.escape))
            ground(byte, into: &tokens)
        }
    }

    private mutating func beginCharacter(_ byte: UInt8, alt: Bool) {
        let missing =
            switch byte {
            case 0xC2...0xDF: 1
            case 0xE0...0xEF: 2
            case 0xF0...0xF4: 3
            default: 0
            }
        guard missing > 0 else { return reset() }
        pending = [byte]
        state = .character(missing: missing, alt: alt)
    }

    private mutating func character(_ byte: UInt8, missing: Int, alt: Bool, into tokens: inout [Token]) {
        guard byte & 0xC0 == 0x80 else {
            // It never ended: what has come instead counts for itself.
            reset()
            return ground(byte, into: &tokens)
        }
        pending.append(byte)
        guard missing == 1 else {
            state = .character(missing: missing - 1, alt: alt)
            return
        }
        let text = String(validating: pending, as: UTF8.self)
        reset()
        guard let text, let scalar = text.unicodeScalars.first, !scalar.isHostile, let typed = text.first
        else { return }
        tokens.append(.key(alt ? .alt(typed) : .character(typed)))
    }
}

extension InputDecoder.Token {
    static func key(_ key: Key) -> Self { .event(.key(key)) }
}

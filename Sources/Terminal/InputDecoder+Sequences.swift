import Canvas

extension InputDecoder {
    private static let pasteBegins = 200
    private static let pasteEnds: [UInt8] = Array("\u{1B}[201~".utf8)

    /// Takes a byte behind `ESC [`: parameters, marks in between, and a letter that ends it.
    mutating func controlSequence(_ byte: UInt8, at time: Int, into tokens: inout [Token]) {
        switch byte {
        case UInt8(ascii: "[") where pending.isEmpty: state = .consoleFunction
        case UInt8(ascii: "M") where pending.isEmpty: state = .plainMouse
        case 0x20...0x3F:
            // What is too long is dropped to its end.
            if pending.count < Self.sequenceLimit { pending.append(byte) }
        case 0x40...0x7E:
            let sequence = ControlSequence(pending, ending: byte)
            let complete = pending.count < Self.sequenceLimit
            reset()
            if complete { interpret(sequence, at: time, into: &tokens) }
        case 0x1B:
            reset()
            state = .escape
        default: reset()
        }
    }

    private mutating func interpret(
        _ sequence: ControlSequence,
        at time: Int,
        into tokens: inout [Token]
    ) {
        switch (sequence.mark, sequence.final) {
        case (nil, UInt8(ascii: "~")) where sequence.parameter(0) == Self.pasteBegins:
            pasted.removeAll(keepingCapacity: true)
            state = .paste
        case (nil, UInt8(ascii: "I")): tokens.append(.event(.focus(true)))
        case (nil, UInt8(ascii: "O")): tokens.append(.event(.focus(false)))
        case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
            mouse(
                code: sequence.parameter(0),
                column: sequence.parameter(1),
                row: sequence.parameter(2),
                released: sequence.final == UInt8(ascii: "m"),
                at: time,
                into: &tokens
            )
        // The report of a mode: 2026 is drawing a frame at once; 1 and 2 say it can be set.
        case (UInt8(ascii: "?"), UInt8(ascii: "y")) where sequence.parameter(0) == 2026:
            tokens.append(.synchronisedOutput((1...2).contains(sequence.parameter(1))))
        case (nil, _):
            if let key = KeySequence.control(sequence) { tokens.append(.key(key)) }
        default: break
        }
    }

    // MARK: Mouse

    mutating func mouse(
        code: Int,
        column: Int,
        row: Int,
        released: Bool,
        at time: Int,
        into tokens: inout [Token]
    ) {
        // Modifiers are of no interest.
        let code = code & ~0b11100
        let point = Point(column: column - 1, row: row - 1)
        guard point.column >= 0, point.row >= 0, code >= 0 else { return }
        let button = code & 3
        let mouse: Mouse
        switch code {
        case 64: mouse = Mouse(.wheelUp, button: 0, at: point)
        case 65: mouse = Mouse(.wheelDown, button: 0, at: point)
        case 0...2 where released: mouse = Mouse(.release, button: button + 1, at: point)
        case 0...2:
            let double = clicks.isSecond(button: button + 1, at: point, time: time)
            mouse = Mouse(double ? .doublePress : .press, button: button + 1, at: point)
        case 3: mouse = Mouse(.release, at: point)
        case 32...34: mouse = Mouse(.drag, button: button + 1, at: point)
        default: return
        }
        tokens.append(.event(.mouse(mouse)))
    }

    // MARK: Paste

    mutating func paste(_ byte: UInt8, into tokens: inout [Token]) {
        // The end mark is kept apart until it is whole, so that the limit never cuts it.
        pending.append(byte)
        if pending == Self.pasteEnds {
            endPaste(into: &tokens)
            return reset()
        }
        while !Self.pasteEnds.starts(with: pending) {
            if pasted.count < Self.pasteLimit { pasted.append(pending[0]) }
            pending.removeFirst()
        }
    }

    mutating func endPaste(into tokens: inout [Token]) {
        let text = String(decoding: pasted, as: UTF8.self)
        pasted = []
        var clean = String.UnicodeScalarView()
        var last: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r": clean.append("\n")
            case "\n": if last != "\r" { clean.append(scalar) }
            case "\t": clean.append(scalar)
            default: if !scalar.isHostile { clean.append(scalar) }
            }
            last = scalar
        }
        tokens.append(.event(.paste(String(clean))))
    }
}

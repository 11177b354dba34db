package import Canvas

extension Key {
    private static let names: [String: Key] = [
        "Enter": .enter, "Esc": .escape, "Tab": .tab, "S-Tab": .backTab, "Backspace": .backspace,
        "Delete": .delete, "Insert": .insert, "Up": .up, "Down": .down, "Left": .left, "Right": .right,
        "PgUp": .pageUp, "PgDn": .pageDown, "Home": .home, "End": .end, "Space": .character(" "),
    ]

    /// The key that scenarios call by a name.
    package init?(named name: some StringProtocol) {
        let name = String(name)
        if let key = Self.names[name] {
            self = key
        } else if name.count == 1, let character = name.first {
            self = .character(character)
        } else if name.hasPrefix("C-"), name.count == 3, let character = name.last {
            self = .control(character)
        } else if name.hasPrefix("M-"), name.count == 3, let character = name.last {
            self = .alt(character)
        } else if name.hasPrefix("F"), let number = Int(name.dropFirst()) {
            self = .function(number)
        } else {
            return nil
        }
    }

    /// What xterm sends for the key.
    package var sequence: String {
        switch self {
        case .character(let character): String(character)
        case .control(let character):
            String(Character(Unicode.Scalar((character.asciiValue ?? 0x40) & 0x1F)))
        case .alt(let character): "\u{1B}\(character)"
        case .enter: "\r"
        case .escape: "\u{1B}"
        case .tab: "\t"
        case .backTab: "\u{1B}[Z"
        case .backspace: "\u{7F}"
        case .delete: "\u{1B}[3~"
        case .insert: "\u{1B}[2~"
        case .up: "\u{1B}OA"
        case .down: "\u{1B}OB"
        case .right: "\u{1B}OC"
        case .left: "\u{1B}OD"
        case .pageUp: "\u{1B}[5~"
        case .pageDown: "\u{1B}[6~"
        case .home: "\u{1B}OH"
        case .end: "\u{1B}OF"
        case .function(let number): Self.functions[number] ?? ""
        }
    }

    private static let functions: [Int: String] = {
        let tail = [15, 17, 18, 19, 20, 21, 23, 24].enumerated().map { ($0 + 5, "\u{1B}[\($1)~") }
        let head = ["P", "Q", "R", "S"].enumerated().map { ($0 + 1, "\u{1B}O\($1)") }
        return Dictionary(uniqueKeysWithValues: head + tail)
    }()
}

extension InputEvent {
    /// What a terminal of the xterm family sends; nothing for a new size.
    package var bytes: [UInt8] {
        switch self {
        case .key(let key): Array(key.sequence.utf8)
        case .paste(let text): Array("\u{1B}[200~\(text)\u{1B}[201~".utf8)
        case .focus(let gained): Array("\u{1B}[\(gained ? "I" : "O")".utf8)
        case .resize: []
        case .mouse(let mouse): Array(mouse.sequence.utf8)
        }
    }
}

extension Mouse {
    fileprivate var sequence: String {
        let place = "\(point.column + 1);\(point.row + 1)"
        return switch action {
        case .press: "\u{1B}[<\(button - 1);\(place)M"
        case .release: "\u{1B}[<\(button - 1);\(place)m"
        case .doublePress:
            String(repeating: "\u{1B}[<\(button - 1);\(place)M\u{1B}[<\(button - 1);\(place)m", count: 2)
        case .drag: "\u{1B}[<\(button + 31);\(place)M"
        case .wheelUp: "\u{1B}[<64;\(place)M"
        case .wheelDown: "\u{1B}[<65;\(place)M"
        }
    }
}

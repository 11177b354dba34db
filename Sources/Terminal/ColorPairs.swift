import CNcurses
import Canvas

/// The pairs of colours that ncurses knows, made as they are needed.
struct ColorPairs {
    private struct Key: Hashable {
        let foreground: Int32
        let background: Int32
    }

    let depth: ColorDepth
    private var numbers: [Key: Int32] = [:]
    private let limit: Int32

    /// Turns colours on, unless there are to be none: then ncurses sends not one colour sequence.
    init(depth: ColorDepth) {
        guard depth != .mono, has_colors() else {
            (self.depth, limit) = (.mono, 0)
            return
        }
        self.depth = depth
        start_color()
        use_default_colors()
        limit = ncurses_pair_limit()
    }

    /// The pair of two colours; 0, the terminal's own colours, where no more can be had.
    mutating func number(_ foreground: TerminalColor?, on background: TerminalColor?) -> Int32 {
        guard depth != .mono else { return 0 }
        let key = Key(foreground: value(foreground), background: value(background))
        if key.foreground == -1, key.background == -1 { return 0 }
        if let number = numbers[key] { return number }
        let number = Int32(numbers.count) + 1
        guard number < limit, init_extended_pair(number, key.foreground, key.background) == OK else {
            return 0
        }
        numbers[key] = number
        return number
    }

    /// Forgets all pairs, for a new theme.
    mutating func removeAll() { numbers.removeAll() }

    /// Whether a colour is one of the bright eight on a terminal that has only eight and makes them by bold.
    func needsBold(_ color: TerminalColor?) -> Bool {
        guard case .ansi(let number) = color else { return false }
        return depth != .mono && ncurses_color_limit() < 16 && number & 8 != 0
    }

    /// The number that ncurses has for a colour.
    private func value(_ color: TerminalColor?) -> Int32 {
        switch color?.reduced(to: depth) {
        case nil, .default: return -1
        case .ansi(let number): return Int32(number & (ncurses_color_limit() < 16 ? 7 : 15))
        case .indexed(let number) where depth == .palette256: return Int32(number)
        case .indexed, .rgb:
            guard let color = color?.rgb else { return -1 }
            // Numbers below 16 are the palette: the darkest blues become a shade lighter.
            return max(16, Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue))
        }
    }
}

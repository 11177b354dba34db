/// What is switched on while the terminal is ours, beside what ncurses does, and how to switch it off.
struct TerminalModes {
    private static let escape = "\u{1B}"
    /// How long a title may be, in characters.
    private static let titleLimit = 80

    let on: String
    let off: String
    /// Whether `on` asks the terminal something that it will answer.
    let asks: Bool

    init(traits: TerminalTraits, mouse: Bool, title: String?) {
        guard traits.isXtermLike else {
            (on, off, asks) = (traits.keypadOn, traits.keypadOff, false)
            return
        }
        let esc = Self.escape
        // Focus; pastes with marks around them.
        let modes = [1004, 2004]
        var on = traits.keypadOn
        // A frame under way when the program dies must not stay hidden.
        var off = "\(esc)[?2026l"
        if let title {
            on += "\(esc)[22;2t\(esc)]2;\(Self.presentable(title))\(esc)\\"
            off += "\(esc)[23;2t"
        }
        on += modes.map { "\(esc)[?\($0)h" }.joined()
        off += modes.reversed().map { "\(esc)[?\($0)l" }.joined() + Self.mouse(false)
        self.on = on + (mouse ? Self.mouse(true) : "") + "\(esc)[?2026$p"
        self.off = off + traits.keypadOff
        asks = true
    }

    /// Switches presses and drags on, told as numbers, or off.
    static func mouse(_ isOn: Bool) -> String {
        (isOn ? [1000, 1002, 1006] : [1006, 1002, 1000]).map { "\(escape)[?\($0)\(isOn ? "h" : "l")" }
            .joined()
    }

    /// A title without anything that could end or escape it.
    private static func presentable(_ title: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in title.unicodeScalars.prefix(titleLimit) where !scalar.isHostile && scalar.value != 0x7F
        {
            shown.append(scalar)
        }
        return String(shown)
    }
}

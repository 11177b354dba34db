import CNcurses
import Canvas
import Glibc

/// What a kind of terminal can do, from its description and its name.
struct TerminalTraits {
    let name: String
    /// How many colours its description speaks of.
    let colors: Int
    /// Whether its description takes colours of 24 bits.
    let takesDirectColor: Bool
    /// Whether it understands the modes that came with xterm: mouse, paste, focus, title.
    let isXtermLike: Bool
    /// Enters and leaves the mode in which the number block and the cursor keys send sequences.
    let keypadOn: String
    let keypadOff: String
    /// Brings back colours, attributes, the cursor and the screen that was there before.
    let restoration: String

    /// Loads the description of a terminal; it stays loaded.
    init(name: String, descriptor: Int32) throws(TerminalError) {
        self.name = name
        switch terminfo_load(name, descriptor) {
        case 1: break
        case 0: throw .unknownTerminal(Self.presentable(name))
        default: throw .refused("the terminal database is missing")
        }
        guard Self.string("cup") != nil, Self.string("clear") != nil else {
            throw .incapableTerminal(Self.presentable(name))
        }
        colors = Int(max(0, tigetnum("colors")))
        takesDirectColor = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || Self.string("RGB") != nil
        let mouse = Self.string("kmous")
        // The Linux console claims a mouse that it does not have.
        let hasMouse = mouse == "\u{1B}[M" || mouse == "\u{1B}[<"
        isXtermLike = (hasMouse || tigetflag("XT") > 0) && !name.hasPrefix("linux")
        keypadOn = Self.string("smkx") ?? ""
        keypadOff = Self.string("rmkx") ?? ""
        let shape = ["sgr0", "op", "cnorm"].compactMap { Self.string($0) }.joined()
        restoration = shape + (Self.string("rmcup") ?? "\r\n")
    }

    /// The deepest colour that is sound, if nobody asks for another.
    func depth(in environment: Environment, ignoringNoColor: Bool) -> ColorDepth {
        if environment.refusesColor && !ignoringNoColor || colors < 8 { return .mono }
        if takesDirectColor || environment.promisesTruecolor && !misleads { return .truecolor }
        return colors >= 256 ? .palette256 : .ansi16
    }

    /// Inherits a `COLORTERM` that speaks of the terminal around it, not of itself.
    private var misleads: Bool { !isXtermLike || name.hasPrefix("screen") }

    /// A capability, without the delays that only hardware needed.
    private static func string(_ capability: String) -> String? {
        guard let bytes = terminfo_string(capability) else { return nil }
        var text = ""
        var rest = String(cString: bytes)[...]
        while let dollar = rest.firstIndex(of: "$") {
            text += rest[..<dollar]
            rest = rest[dollar...]
            if rest.hasPrefix("$<"), let end = rest.firstIndex(of: ">") {
                rest = rest[rest.index(after: end)...]
            } else {
                text.append(rest.removeFirst())
            }
        }
        return text + rest
    }

    /// A name from the environment as it can be shown in an error.
    private static func presentable(_ name: String) -> String {
        var shown = String.UnicodeScalarView()
        for scalar in name.unicodeScalars.prefix(40) { shown.append(scalar.isHostile ? "?" : scalar) }
        return String(shown)
    }
}

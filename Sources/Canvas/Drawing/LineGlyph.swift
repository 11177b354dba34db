/// How thick an arm of a line glyph is.
package enum LineWeight: UInt8, Hashable, Sendable { case none, light, heavy, double }

/// A cell of a drawn line, told by the arms that leave its middle; cells that meet are joined by joining arms.
package struct LineGlyph: Hashable, Sendable {
    package var up: LineWeight
    package var right: LineWeight
    package var down: LineWeight
    package var left: LineWeight

    package init(
        up: LineWeight = .none,
        right: LineWeight = .none,
        down: LineWeight = .none,
        left: LineWeight = .none
    ) {
        self.up = up
        self.right = right
        self.down = down
        self.left = left
    }

    /// Both glyphs in one cell; the thicker arm wins.
    package func joined(with other: LineGlyph) -> LineGlyph {
        LineGlyph(
            up: Self.thicker(up, other.up),
            right: Self.thicker(right, other.right),
            down: Self.thicker(down, other.down),
            left: Self.thicker(left, other.left)
        )
    }

    /// What is drawn; a blank without any arm.
    package var character: Character { Self.characters[index] }

    /// What is drawn where there is ASCII alone.
    package var ascii: Character {
        switch (up != .none || down != .none, right != .none || left != .none) {
        case (true, true): "+"
        case (true, false): "|"
        case (false, true): right == .double || left == .double ? "=" : "-"
        case (false, false): " "
        }
    }

    /// Every line character that can be drawn, with its form in ASCII.
    static var all: [(character: Character, ascii: Character)] {
        glyphs.filter { $0 != LineGlyph() }.map { ($0.character, $0.ascii) }
            + [
                ("╭", "+"), ("╮", "+"), ("╰", "+"), ("╯", "+"), ("┄", "."), ("┆", ":"), ("┅", "."),
                ("┇", ":"),
            ]
    }

    private static func thicker(_ one: LineWeight, _ other: LineWeight) -> LineWeight {
        one.rawValue >= other.rawValue ? one : other
    }

    private var index: Int {
        Int(up.rawValue) << 6 | Int(right.rawValue) << 4 | Int(down.rawValue) << 2 | Int(left.rawValue)
    }

    /// All 256 combinations, at their index.
    private static let glyphs: [LineGlyph] = (0..<256).map { index in
        func arm(_ shift: Int) -> LineWeight { LineWeight(rawValue: UInt8(index >> shift & 3)) ?? .none }
        return LineGlyph(up: arm(6), right: arm(4), down: arm(2), left: arm(0))
    }

    private static let characters: [Character] = glyphs.map { glyph in
        glyph.hasDouble ? glyph.doubled : glyph.plain
    }

    private var hasDouble: Bool { up == .double || right == .double || down == .double || left == .double }

    /// The glyph of light and heavy arms: Unicode has all of them.
    private var plain: Character {
        Self.lightAndHeavy[
            Int(up.rawValue) * 27 + Int(right.rawValue) * 9 + Int(down.rawValue) * 3 + Int(left.rawValue)
        ]
    }

    /// The glyph with double arms: both arms of an axis alike, for Unicode has no others.
    private var doubled: Character {
        let vertical = up == .double || down == .double
        let horizontal = right == .double || left == .double
        switch (up != .none, right != .none, down != .none, left != .none) {
        case (_, false, _, false): return "║"
        case (false, _, false, _): return "═"
        case (false, true, true, false): return vertical ? (horizontal ? "╔" : "╓") : "╒"
        case (false, false, true, true): return vertical ? (horizontal ? "╗" : "╖") : "╕"
        case (true, true, false, false): return vertical ? (horizontal ? "╚" : "╙") : "╘"
        case (true, false, false, true): return vertical ? (horizontal ? "╝" : "╜") : "╛"
        case (true, true, true, false): return vertical ? (horizontal ? "╠" : "╟") : "╞"
        case (true, false, true, true): return vertical ? (horizontal ? "╣" : "╢") : "╡"
        case (false, true, true, true): return vertical ? (horizontal ? "╦" : "╥") : "╤"
        case (true, true, false, true): return vertical ? (horizontal ? "╩" : "╨") : "╧"
        case (true, true, true, true): return vertical ? (horizontal ? "╬" : "╫") : "╪"
        }
    }

    /// By up, right, down and left as digits to the base of three.
    private static let lightAndHeavy: [Character] = Array(
        " ╴╸╷┐┑╻┒┓╶─╾┌┬┭┎┰┱╺╼━┍┮┯┏┲┳╵┘┙│┤┥╽┧┪└┴┵├┼┽┟╁╅┕┶┷┝┾┿┢╆╈╹┚┛╿┦┩┃┨┫┖┸┹┞╀╃┠╂╉┗┺┻┡╄╇┣╊╋"
    )
}

/// How many colours a terminal shows.
package enum ColorDepth: String, CaseIterable, Sendable { case truecolor, palette256, ansi16, mono }

/// A colour as a terminal is told it.
package enum TerminalColor: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case `default`
    /// One of the user's 16 colours, 0 to 15.
    case ansi(UInt8)
    /// One of the fixed colours, 16 to 255.
    case indexed(UInt8)
    case rgb(RGB)
}

/// What a terminal needs to know to draw a cell; nil leaves the colour alone.
package struct CellLook: Hashable, Sendable {
    package let foreground: TerminalColor?
    package let background: TerminalColor?
    package let attributes: Style.Attributes

    package init(
        foreground: TerminalColor? = nil,
        background: TerminalColor? = nil,
        attributes: Style.Attributes = []
    ) {
        self.foreground = foreground
        self.background = background
        self.attributes = attributes
    }
}

/// The fixed colours of terminals.
package enum TerminalPalette {
    /// What 0 to 15 are in xterm; a user's own may differ.
    package static let ansi: [RGB] = [
        RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
        RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0),
        RGB(255, 255, 0), RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
    ]

    /// What 16 to 255 are in every terminal: a cube of six steps a side, and 24 greys.
    package static let indexed: [RGB] = {
        let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
        var colors: [RGB] = []
        for red in steps {
            for green in steps {
                for blue in steps { colors.append(RGB(red, green, blue)) }
            }
        }
        return colors + (0..<24).map { RGB(8 + 10 * $0, 8 + 10 * $0, 8 + 10 * $0) }
    }()

    /// The fixed colour, 16 to 255, that looks most like another.
    package static func nearestIndexed(_ color: RGB) -> UInt8 { UInt8(16 + nearest(color, perceivedIndexed)) }

    /// The colour of xterm's 16 that looks most like another.
    package static func nearestANSI(_ color: RGB) -> UInt8 { UInt8(nearest(color, perceivedANSI)) }

    private static let perceivedANSI = ansi.map { PerceivedColor($0) }
    private static let perceivedIndexed = indexed.map { PerceivedColor($0) }

    private static func nearest(_ color: RGB, _ among: [PerceivedColor]) -> Int {
        let wanted = PerceivedColor(color)
        var best = 0
        var shortest = Double.infinity
        for (index, candidate) in among.enumerated() {
            let distance = wanted.squaredDistance(to: candidate)
            if distance < shortest { (best, shortest) = (index, distance) }
        }
        return best
    }
}

extension TerminalColor {
    /// The colour as it is shown, where that is known: the user's own 16 are taken for xterm's.
    package var rgb: RGB? {
        switch self {
        case .default: nil
        case .ansi(let number): TerminalPalette.ansi[Int(number & 15)]
        case .indexed(let number): number < 16 ? nil : TerminalPalette.indexed[Int(number) - 16]
        case .rgb(let color): color
        }
    }

    /// The nearest colour that a terminal of a depth has; nil where it has none.
    package func reduced(to depth: ColorDepth) -> TerminalColor? {
        switch (depth, self) {
        case (.mono, _): nil
        case (.truecolor, _), (_, .default), (_, .ansi), (.palette256, .indexed): self
        case (.palette256, .rgb(let color)): .indexed(TerminalPalette.nearestIndexed(color))
        case (.ansi16, _): rgb.map { .ansi(TerminalPalette.nearestANSI($0)) }
        }
    }
}

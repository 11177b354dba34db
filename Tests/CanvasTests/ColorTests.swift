import Testing

@testable import Canvas

@Suite struct ColorTests {
    @Test func hexIsReadStrictly() {
        #expect(RGB(hex: "#5fd0de") == RGB(0x5F, 0xD0, 0xDE))
        #expect(RGB(hex: "#5fd0de")?.hex == "#5fd0de")
        for wrong in ["5fd0de", "#5fd0d", "#5fd0dg", "#+5fd0d", "", "#", "#5fd0de0", "#日日"] {
            #expect(RGB(hex: wrong) == nil)
        }
    }

    @Test func contrastFollowsTheGuidelines() throws {
        #expect(abs(RGB(0, 0, 0).contrast(with: RGB(255, 255, 255)) - 21) < 0.001)
        #expect(abs(RGB(0x77, 0x77, 0x77).contrast(with: RGB(255, 255, 255)) - 4.478) < 0.001)
        #expect(RGB(9, 9, 9).contrast(with: RGB(9, 9, 9)) == 1)
    }

    @Test func theNearestFixedColourIsItselfWhereItExists() {
        for (index, color) in TerminalPalette.indexed.enumerated() {
            let nearest = Int(TerminalPalette.nearestIndexed(color)) - 16
            #expect(TerminalPalette.indexed[nearest] == color, "\(index + 16)")
        }
        for (index, color) in TerminalPalette.ansi.enumerated() {
            #expect(TerminalPalette.nearestANSI(color) == UInt8(index))
        }
    }

    @Test(arguments: [("#ff0010", UInt8(9)), ("#101010", 0), ("#00cc10", 2), ("#fafafa", 15), ("#808284", 8)])
    func nearestOfSixteen(hex: String, number: UInt8) throws {
        let color = try #require(RGB(hex: hex))
        #expect(TerminalPalette.nearestANSI(color) == number)
    }

    @Test func fewerColoursAreReached() {
        let color = TerminalColor.rgb(RGB(95, 215, 255))
        #expect(color.reduced(to: .truecolor) == color)
        #expect(color.reduced(to: .palette256) == .indexed(81))
        #expect(color.reduced(to: .mono) == nil)
        #expect(TerminalColor.default.reduced(to: .ansi16) == .default)
        #expect(TerminalColor.ansi(3).reduced(to: .palette256) == .ansi(3))
    }

    @Test func oklabOfKnownColours() {
        let white = PerceivedColor(RGB(255, 255, 255))
        #expect(abs(white.lightness - 1) < 0.001 && abs(white.greenRed) < 0.001)
        let red = PerceivedColor(RGB(255, 0, 0))
        #expect(abs(red.lightness - 0.62796) < 0.001)
        #expect(abs(red.greenRed - 0.22486) < 0.001)
        #expect(abs(red.blueYellow - 0.12585) < 0.001)
    }
}

import Testing

@testable import Canvas

@Suite struct GlyphTests {
    @Test(arguments: Glyph.allCases)
    func glyphIsOneColumnInBothForms(glyph: Glyph) {
        #expect(glyph.rawValue.count == 2)
        #expect(glyph.character.cellForm == (glyph.character, 1))
        // What is ASCII already stays what it is.
        #expect(!glyph.character.isASCII || glyph.character == glyph.ascii)
        #expect(glyph.ascii.isASCII && glyph.ascii.cellForm.columns == 1)
        #expect(glyph.ascii.cellForm.character == glyph.ascii)
    }

    @Test func linesAreOneColumnInBothForms() {
        for line in LineGlyph.all {
            #expect(line.character.cellForm == (line.character, 1))
            #expect(line.ascii.isASCII && "+-|=.:".contains(line.ascii))
        }
    }

    @Test func severitiesAndOutcomesDifferByGlyphInBothForms() {
        let severities: [Role] = [.critical, .high, .medium, .low, .info]
        let outcomes: [Role] = [.pass, .fail, .unknown, .notApplicable, .manual, .waived]
        for group in [severities, outcomes] {
            #expect(Set(group.compactMap(\.glyph?.character)).count == group.count)
            #expect(Set(group.compactMap(\.glyph?.ascii)).count == group.count)
        }
    }

    private static let joints: [(one: LineGlyph, other: LineGlyph, expected: Character)] = [
        (LineGlyph(up: .light, down: .light), LineGlyph(right: .light, left: .light), "┼"),
        (LineGlyph(up: .light, down: .light), LineGlyph(right: .double), "╞"),
        (LineGlyph(up: .heavy, down: .heavy), LineGlyph(left: .light), "┨"),
        (LineGlyph(right: .double, left: .double), LineGlyph(up: .light, down: .light), "╪"),
        (LineGlyph(right: .heavy), LineGlyph(down: .light), "┍"),
        (LineGlyph(), LineGlyph(), " "),
    ]

    @Test(arguments: joints)
    func armsJoin(joint: (one: LineGlyph, other: LineGlyph, expected: Character)) {
        #expect(joint.one.joined(with: joint.other).character == joint.expected)
        #expect(joint.other.joined(with: joint.one).character == joint.expected)
    }
}

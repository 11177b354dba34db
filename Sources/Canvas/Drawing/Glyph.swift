/// Every character beyond ASCII that bulkhead draws, with the form it takes on a terminal that has ASCII alone.
///
/// The raw value holds both, each one column wide: `"✓+"` is drawn `✓`, or `+`.
package enum Glyph: String, CaseIterable, Sendable {
    // Text.
    case ellipsis = "…~"
    case replacement = "·."
    case bullet = "•*"
    case dash = "–-"
    case times = "×x"

    // Outcomes and severities: each a different shape, for colour may be missing.
    case pass = "✓+"
    case fail = "✗x"
    case unknown = "◌u"
    case notApplicable = "∅o"
    case manual = "✎w"
    case waived = "≈~"
    case critical = "◆!"
    case high = "▲^"
    case medium = "■="
    case low = "▽v"
    case info = "○i"

    // Arrows.
    case arrowLeft = "←<"
    case arrowUp = "↑^"
    case arrowRight = "→>"
    case arrowDown = "↓v"
    case arrowBoth = "↔="
    case headLeft = "◂<"
    case headUp = "▴^"
    case headRight = "▸>"
    case headDown = "▾v"

    // Marks.
    case pointer = "❯>"
    case marked = "●*"
    case unmarked = "◦."
    case lock = "◈#"
    case decided = "✔+"
    case returnKey = "↵/"
    case tabKey = "⇥>"
    case shift = "⇧^"

    // The steps of the review.
    case step1 = "11"
    case step2 = "22"
    case step3 = "33"
    case step4 = "44"
    case step5 = "55"

    // Bars.
    case full = "█#"
    case seven = "▉#"
    case six = "▊#"
    case five = "▋="
    case half = "▌="
    case rightHalf = "▐#"
    case three = "▍-"
    case two = "▎-"
    case one = "▏|"
    case dark = "▓#"
    case middling = "▒="
    case light = "░."
    case lowerHalf = "▄="
    case upperHalf = "▀="
    case lower = "▂_"

    // A thing going on.
    case spinner0 = "⠋|"
    case spinner1 = "⠙/"
    case spinner2 = "⠸-"
    case spinner3 = "⠴\\"
    case spinner4 = "⠦|"
    case spinner5 = "⠇/"

    /// What is drawn.
    package var character: Character { rawValue.first ?? Character.replacement }

    /// What is drawn where there is ASCII alone.
    package var ascii: Character { rawValue.last ?? "?" }

    /// The badge of a step 1 to 5, or a bullet for any other number.
    package static func step(_ number: Int) -> Glyph {
        let steps: [Glyph] = [.step1, .step2, .step3, .step4, .step5]
        return steps.indices.contains(number - 1) ? steps[number - 1] : .bullet
    }

    /// One picture of a thing going on; count on to let it turn.
    package static func spinner(_ tick: Int) -> Glyph {
        let pictures: [Glyph] = [.spinner0, .spinner1, .spinner2, .spinner3, .spinner4, .spinner5]
        return pictures[Int(tick.magnitude % UInt(pictures.count))]
    }

    /// The form in ASCII of a glyph or line that bulkhead draws, or nil for any other character.
    static func ascii(of character: Character) -> Character? { table[character] }

    private static let table: [Character: Character] = {
        var table: [Character: Character] = [:]
        for glyph in allCases { table[glyph.character] = glyph.ascii }
        for line in LineGlyph.all { table[line.character] = line.ascii }
        return table
    }()
}

/// Colour for text output: only where it goes to a terminal that wants it.
package struct Ink: Sendable {
    private let enabled: Bool

    package init(enabled: Bool) { self.enabled = enabled }

    func callAsFunction(_ text: String, _ tint: Tint) -> String {
        enabled ? "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The word for what failed.
    package func failure(_ text: String) -> String { self(text, .red) }

    enum Tint: String {
        case bold = "1"
        case quiet = "2"
        case red = "31"
        case boldRed = "1;31"
        case green = "32"
        case yellow = "33"
        case blue = "34"
        case magenta = "35"
    }
}

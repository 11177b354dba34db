extension TerminalSession {
    /// How many bytes terminals take into the clipboard, in Base64.
    private static let clipboardLimit = 74_994

    /// Puts text into the clipboard of the person at the terminal, over any number of hops.
    ///
    /// Terminals do not say whether they did. False if this one cannot, or the text is too long for it; then
    /// the text has to be offered in another way.
    @discardableResult
    package func copy(_ text: String) -> Bool {
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars where !scalar.isHostile || scalar == "\n" || scalar == "\t" {
            clean.append(scalar)
        }
        let encoded = Base64.encode(Array(String(clean).utf8))
        guard traits.isXtermLike, encoded.utf8.count <= Self.clipboardLimit else { return false }
        device.send("\u{1B}]52;c;\(encoded)\u{1B}\\")
        return true
    }
}

import Canvas

/// The keys that work where one is: searchable, and Enter runs one.
package struct HelpList: Sendable {
    var line = Prompt()
    private(set) var entries: [ActionTable.Entry] = []
    var cursor = ListCursor()

    /// Looks for what was typed among what works at a spot.
    mutating func look(at spot: Spot) {
        cursor = ListCursor()
        let all = ActionTable.entries(at: spot)
        guard !line.isEmpty else {
            entries = all
            return
        }
        let texts = all.map { "\($0.name) \($0.help) \($0.keys.map(\.label).joined(separator: " "))" }
        entries = FuzzyMatch.rank(line.text, texts).map { all[$0.index] }
    }
}

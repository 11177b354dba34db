import Canvas

/// The keys that work where one is and the signs drawn there: searchable, and Enter runs a key.
package struct HelpList: Sendable {
    var line = Prompt()
    private(set) var items: [Item] = []
    var cursor = ListCursor()

    /// A line of the list.
    enum Item: Sendable {
        case key(ActionTable.Entry)
        case sign(Sign)

        /// What Enter does.
        var action: Action? { if case .key(let entry) = self { entry.action } else { nil } }

        /// What a search looks through.
        fileprivate var text: String {
            switch self {
            case .key(let entry):
                "\(entry.name) \(entry.help) \(entry.keys.map(\.label).joined(separator: " "))"
            case .sign(let sign): "sign \(sign.picture) \(sign.meaning)"
            }
        }

        /// The line as it is drawn.
        var entry: Menu.Entry {
            switch self {
            case .key(let entry):
                Menu.Entry(
                    entry.keys.prefix(3).map(\.label).joined(separator: " ").padded(to: 14) + entry.help
                )
            case .sign(let sign):
                Menu.Entry(sign.picture.padded(to: 14) + sign.meaning, role: sign.role)
            }
        }
    }

    /// Looks for what was typed among what works and what is drawn at a spot.
    mutating func look(at spot: Spot) {
        cursor = ListCursor()
        let all = ActionTable.entries(at: spot).map(Item.key) + Sign.signs(of: spot.view).map(Item.sign)
        guard !line.isEmpty else {
            items = all
            return
        }
        items = FuzzyMatch.rank(line.text, all.map(\.text)).map { all[$0.index] }
    }

    /// Stands on the first sign.
    mutating func showSigns(page: Int) {
        let first = items.firstIndex { $0.action == nil } ?? 0
        cursor = ListCursor(row: first, top: first)
        cursor.settle(count: items.count, page: page)
    }
}

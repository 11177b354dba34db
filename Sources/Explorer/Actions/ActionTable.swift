package import Canvas

/// The one table of actions: it feeds key handling, the hint line, the help, the palette and the list of keys.
package enum ActionTable {
    /// What the table says of one action in one kind of place.
    package struct Entry: Sendable {
        package let action: Action
        /// The keys that call it; the first is the one that hints show.
        package let keys: [Key]
        package let scopes: [Scope]
        /// Two or three words, as the palette lists it.
        package let name: String
        /// What it does, in one line.
        package let help: String
        /// One or two words for the hint line; nil where it is not worth the room.
        package let hint: String?
        /// Hints with a higher weight come first.
        package let weight: Int
        package let chapter: Chapter

        /// The keys as they are written; a long row of them by its ends.
        var labels: [String] {
            guard keys.count > 4 else { return keys.map(\.label) }
            return [keys[0].label, "\(keys[1].label) to \(keys[keys.count - 1].label)"]
        }

        func holds(in spot: Spot) -> Bool { scopes.contains { $0.holds(in: spot) } }
    }

    /// The parts of the list of keys.
    package enum Chapter: String, Sendable, CaseIterable {
        case moving = "Moving"
        case places = "Places"
        case views = "Views and panes"
        case finding = "Searching and sorting"
        case reaching = "What reaches what"
        case marking = "Marking rows"
        case doing = "Deciding and taking away"
        case program = "The program"
        case open = "In menus and forms"
    }

    /// The entry that a key means at a spot, or nil where it means nothing.
    package static func entry(for key: Key, at spot: Spot) -> Entry? {
        byKey[key]?.first { $0.holds(in: spot) }
    }

    /// The entries valid at a spot, in the order of the table.
    package static func entries(at spot: Spot) -> [Entry] { entries.filter { $0.holds(in: spot) } }

    /// What the hint line says at a spot: most useful first.
    package static func hints(at spot: Spot) -> [(key: String, label: String)] {
        entries(at: spot).filter { $0.hint != nil }
            .sorted { $0.weight > $1.weight }
            .map { ($0.keys.first?.label ?? "", $0.hint ?? "") }
    }

    private static let byKey: [Key: [Entry]] = entries.reduce(into: [:]) { table, entry in
        for key in entry.keys { table[key, default: []].append(entry) }
    }

    /// The list of keys as Markdown, a table for each chapter.
    package static var markdown: String {
        Chapter.allCases.map { chapter in
            let rows = entries.filter { $0.chapter == chapter }.map { entry in
                "| \(entry.labels.map { "`\($0)`" }.joined(separator: " ")) | \(entry.help) |"
            }
            return "### \(chapter.rawValue)\n\n| keys | what they do |\n|---|---|\n"
                + rows.joined(separator: "\n")
        }
        .joined(separator: "\n\n")
    }

    /// The list of keys as plain text, for `--help`.
    package static var plain: String {
        Chapter.allCases.map { chapter in
            let rows = entries.filter { $0.chapter == chapter }.map { entry in
                "  " + entry.labels.joined(separator: " ").padded(to: 24) + entry.help
            }
            return chapter.rawValue + "\n" + rows.joined(separator: "\n")
        }
        .joined(separator: "\n\n")
    }
}

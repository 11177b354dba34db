import Canvas
import Review
import Rules
import Topology

/// Finds anything by typing a part of it: actions, views, controls, resources, addresses.
package struct Palette: Sendable {
    var line = Prompt()
    private(set) var items: [Item] = []
    var cursor = ListCursor()

    /// What an entry leads to.
    enum Meaning: Sendable, Hashable {
        case action(Action)
        case control(String)
        case resource(ResourceID)
    }

    struct Item: Sendable, Hashable {
        let meaning: Meaning
        let entry: Menu.Entry
        /// How well it fits what was typed.
        var fit = PaletteFit()
    }

    private static let limit = 200
    /// Estates larger than this are searched by whole words first.
    private static let fuzzyLimit = 2_000

    /// The entries to draw, with what was typed underlined in those that a number of rows shows.
    func entries(rows: Int) -> [Menu.Entry] {
        let query = FuzzyQuery(line.text)
        let shown = Viewport(count: items.count, visible: rows, offset: cursor.top).showing(cursor.row).rows
        return items.enumerated().map { index, item in
            var entry = item.entry
            if shown.contains(index) { entry.found = FuzzyMatch(query, in: entry.text)?.positions ?? [] }
            return entry
        }
    }

    /// Looks for what was typed among the actions of a spot and in the estate.
    mutating func look(at spot: Spot, in estate: Estate?) {
        cursor = ListCursor()
        let query = line.text
        let actions = actions(query, at: spot)
        items = actions
        guard let estate, !query.allSatisfy(\.isWhitespace) else { return }
        // The best fit first, whatever it is; among equal ones actions before resources before controls.
        let found = actions + resources(query, in: estate) + controls(query, in: estate)
        let ranked = found.enumerated().sorted { left, right in
            (left.element.fit, left.offset) < (right.element.fit, right.offset)
        }
        items = addresses(query, in: estate) + ranked.map(\.element)
        items = Array(items.prefix(Palette.limit))
    }

    private func actions(_ query: String, at spot: Spot) -> [Item] {
        let entries = ActionTable.entries(at: spot).filter { $0.action != .cancel && $0.action != .palette }
        return FuzzyMatch.rank(query, entries.map(\.name)).map { ranked in
            let entry = entries[ranked.index]
            return Item(
                meaning: .action(entry.action),
                entry: Menu.Entry(
                    entry.name,
                    note: entry.help,
                    key: entry.keys.first?.label ?? ""
                ),
                fit: PaletteFit(query, entry.name, score: ranked.score)
            )
        }
    }

    private func controls(_ query: String, in estate: Estate) -> [Item] {
        let controls = estate.index.controls
        let ranking = FuzzyMatch.rank(query, controls.map { "\($0.id) \($0.title)" })
        return ranking.prefix(40).map { ranked in
            let control = controls[ranked.index]
            return Item(
                meaning: .control(control.id),
                entry: Menu.Entry(
                    "\(control.id) \(control.title)",
                    note: "control",
                    role: Role(control.severity)
                ),
                fit: PaletteFit(query, [control.id, control.title], score: ranked.score)
            )
        }
    }

    /// Small estates are searched letter by letter, large ones by the words typed.
    private func resources(_ query: String, in estate: Estate) -> [Item] {
        let keys = estate.index.resourceKeys
        let words = query.split(separator: " ").map { Array($0.utf8).foldedASCII }
        var candidates = Array(estate.index.resources.indices)
        if candidates.count > Palette.fuzzyLimit {
            let found = words.map { keys.rows(containing: $0) }
            candidates = candidates.filter { row in found.allSatisfy { $0[row] } }
        }
        let shown = candidates.prefix(Palette.fuzzyLimit)
        let names = shown.map { estate.index.resources[$0].spokenName }
        let fits = FuzzyMatch.rank(query, names).map { ranked in
            (position: shown[ranked.index], fit: PaletteFit(query, names[ranked.index], score: ranked.score))
        }
        return fits.sorted { $0.fit < $1.fit }.prefix(100).map { item($0.position, in: estate, fit: $0.fit) }
    }

    /// Who has the address that was typed, then what holds it, the narrowest first, then who else names it.
    private func addresses(_ query: String, in estate: Estate) -> [Item] {
        guard let wanted = AddressPrefix(query.split(separator: " ").joined()) else { return [] }
        var found: [(index: Int, rank: Int)] = []
        for (index, prefixes) in estate.addresses.value.enumerated() {
            guard let narrowest = prefixes.filter({ $0.contains(wanted) }).map(\.length).max() else {
                continue
            }
            let isExact = narrowest == wanted.length
            let isOwner = isExact && BodyText.owns(wanted, estate.index.resources[index])
            let holds = BodyText.holds(wanted, estate.index.resources[index])
            // A length is at most 128.
            found.append((index, isOwner ? 0 : (holds ? 200 : 400) - narrowest))
        }
        // The parts of resources come last in the index: a subnet says more than its network.
        return found.sorted { ($0.rank, $1.index) < ($1.rank, $0.index) }.prefix(60)
            .map { item($0.index, in: estate) }
    }

    private func item(_ index: Int, in estate: Estate, fit: PaletteFit = PaletteFit()) -> Item {
        let resource = estate.index.resources[index]
        let group = ScopePath(resource.id).group
        return Item(
            meaning: .resource(resource.id),
            entry: Menu.Entry(
                resource.spokenName,
                note: ResourceNames.short(resource.type) + (group.isEmpty ? "" : "  \(group)"),
                role: ResourceNames.role(resource.type)
            ),
            fit: fit
        )
    }
}

import Canvas
import Review
import Topology

/// A list to pick from by typing a part of a name: an end of a path, a service, a way to group.
///
/// Besides what it lists it takes what is typed in a form that it knows, such as `ip:10.0.1.4` or `tcp/8443`.
package struct Picker: Sendable {
    package enum Purpose: Sendable, Hashable { case from, to, service, grouping }

    struct Item: Sendable, Hashable {
        /// What is handed to the view that asked.
        let value: String
        let entry: Menu.Entry
    }

    let purpose: Purpose
    let title: String
    var line = Prompt()
    var cursor = ListCursor()
    private(set) var items: [Item] = []
    private let fixed: [Item]
    /// Resources to pick from, by their places in the index of the estate.
    private let resources: [Int]

    private static let limit = 200
    /// More resources than this are searched by whole words first.
    private static let fuzzyLimit = 2_000

    init(_ purpose: Purpose, _ title: String, _ fixed: [Item], resources: [Int] = [], in estate: Estate?) {
        self.purpose = purpose
        self.title = title
        self.fixed = fixed
        self.resources = resources
        look(in: estate)
    }

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

    /// Looks for what was typed.
    mutating func look(in estate: Estate?) {
        cursor = ListCursor()
        let query = line.text
        guard !query.allSatisfy(\.isWhitespace) else {
            items = fixed + resources.prefix(Self.limit).compactMap { item($0, in: estate) }
            return
        }
        let found = FuzzyMatch.rank(query, fixed.map { "\($0.entry.text) \($0.entry.note)" })
            .map { fixed[$0.index] }
        items = Array((typed(query) + found + named(query, in: estate)).prefix(Self.limit))
    }

    /// What was typed itself, where it has a form that names something.
    private func typed(_ query: String) -> [Item] {
        let text = query.filter { !$0.isWhitespace }
        switch purpose {
        case .from, .to:
            if IPAddress(text) != nil {
                return [Item(value: "ip:\(text)", entry: Menu.Entry("ip:\(text)", note: "this address"))]
            }
            guard text.contains(":") || text.hasPrefix("/") else { return [] }
            return [Item(value: text, entry: Menu.Entry(text, note: "as typed"))]
        case .service:
            let isPort = UInt16(text) != nil
            guard let service = ServiceName(isPort ? "tcp/\(text)" : text) else { return [] }
            return [Item(value: service.text, entry: Menu.Entry(service.text, note: "as typed"))]
        case .grouping: return []
        }
    }

    private func named(_ query: String, in estate: Estate?) -> [Item] {
        guard let estate, !resources.isEmpty else { return [] }
        var candidates = resources
        if candidates.count > Self.fuzzyLimit {
            let keys = estate.index.resourceKeys
            let words = query.split(separator: " ").map { keys.rows(containing: Array($0.utf8).foldedASCII) }
            candidates = candidates.filter { position in words.allSatisfy { $0[position] } }
        }
        let shown = candidates.prefix(Self.fuzzyLimit)
        let names = shown.map { estate.index.resources[$0].id.displayName }
        // What was typed whole stands first, as in the palette.
        let fits = FuzzyMatch.rank(query, names).map { ranked in
            (position: shown[ranked.index], fit: PaletteFit(query, names[ranked.index], score: ranked.score))
        }
        return fits.sorted { $0.fit < $1.fit }.prefix(Self.limit).compactMap { item($0.position, in: estate) }
    }

    private func item(_ position: Int, in estate: Estate?) -> Item? {
        guard let estate, estate.index.resources.indices.contains(position) else { return nil }
        let resource = estate.index.resources[position]
        let group = ScopePath(resource.id).group
        return Item(
            value: resource.id.text,
            entry: Menu.Entry(
                resource.id.displayName,
                note: ResourceNames.short(resource.type) + (group.isEmpty ? "" : "  \(group)"),
                role: ResourceNames.role(resource.type)
            )
        )
    }
}

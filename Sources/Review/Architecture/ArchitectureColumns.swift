import Rules

/// Which boxes of the map stand in which column of a picture, from top to bottom.
///
/// The outside is at the left, hubs and the edge in the middle, spokes and platform services at the right.
package struct ArchitectureColumns: Sendable {
    /// More spokes than this are counted in one box; the gravest ones keep their own.
    private static let mostSpokes = 24

    package private(set) var left: [ArchitectureMap.Box] = []
    /// With how many rows of the grid each one takes.
    package private(set) var middle: [(box: ArchitectureMap.Box, rows: Int)] = []
    /// A row of the grid each; nil leaves it free.
    package private(set) var right: [ArchitectureMap.Box?] = []
    package private(set) var leftOut = 0

    package init(_ state: ArchitectureState) {
        let map = state.map
        left = map.boxes(in: .internet) + map.boxes(in: .onPremises)
        let spokes = Self.shown(map.boxes(in: .spoke), state)
        leftOut = map.boxes(in: .spoke).count - spokes.count
        var waiting = spokes
        right = map.boxes(in: .platformServices)
        middle = map.boxes(in: .edge).map { ($0, 1) }
        while right.count < middle.count { right.append(nil) }
        // A service without Front Door beside it stands beside the first hub.
        var rows = right.count - middle.count
        for hub in map.boxes(in: .hub) + map.boxes(in: .virtualHub) {
            let neighbours = Set(map.links.filter { $0.from == hub.id }.map(\.to))
            let own = waiting.filter { neighbours.contains($0.id) }
            waiting.removeAll { neighbours.contains($0.id) }
            right += own.isEmpty ? [nil] : own.map(Optional.some)
            middle.append((hub, rows + max(1, own.count)))
            rows = 0
        }
        right += waiting
    }

    /// The spokes that are shown, in the order of the map.
    private static func shown(
        _ spokes: [ArchitectureMap.Box],
        _ state: ArchitectureState
    ) -> [ArchitectureMap.Box] {
        guard spokes.count > mostSpokes else { return spokes }
        let graveness = spokes.map { box in ReviewCounts(state.findings(at: box))[.fail] }
        let gravest = spokes.indices.sorted { graveness[$0] > graveness[$1] }
        let kept = Set(gravest.prefix(mostSpokes))
        return spokes.indices.filter(kept.contains).map { spokes[$0] }
    }
}

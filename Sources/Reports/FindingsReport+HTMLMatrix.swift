import Reachability

extension FindingsReport {
    /// Beyond so many segments a page is no place for the matrix.
    private static let mostSegments = 48
    /// Up to so many subnets each is a segment; beyond, each virtual network is one.
    private static let mostSubnets = 24

    /// Which segment reaches which by the services that matter most, a letter a cell.
    func writeMatrix(into page: inout Markup) {
        let map = ReachabilityMap(Network(topology))
        var matrix = SegmentMatrix(map, by: .subnet, services: Service.common)
        var segment = "subnet"
        if matrix.groups.count > Self.mostSubnets {
            matrix = SegmentMatrix(map, by: .virtualNetwork, services: Service.common)
            segment = "virtual network"
        }
        guard map.table.sites.contains(where: \.initiates) else { return }
        page.element("section", ["id": "matrix"]) { page in
            page.element("h2", "What reaches what")
            guard matrix.groups.count <= Self.mostSegments else {
                page.element(
                    "p",
                    """
                    \(matrix.groups.count) virtual networks are too many for a page: \
                    bulkhead matrix --group-by vnet --format csv writes them all.
                    """
                )
                return
            }
            page.element("p", ["class": "quiet"]) { page in
                page.text("Rows send, columns receive; a segment is a \(segment). ")
                page.text("Asked by \(Service.common.map(\.description).joined(separator: ", ")). ")
                for (state, meaning) in SegmentMatrix.Cell.State.meanings {
                    page.element("span", ["class": "mark \(state.tone)"], state.letter)
                    page.text(" \(meaning)  ")
                }
            }
            page.element("figure") { page in
                page.element("table", ["class": "matrix"]) { writeCells(of: matrix, into: &$0) }
            }
        }
        page.breakLine()
    }

    private func writeCells(of matrix: SegmentMatrix, into page: inout Markup) {
        page.row("th", ["", ""] + matrix.groups.indices.map { String($0 + 1) })
        for (from, row) in matrix.cells.enumerated() {
            page.element("tr") { page in
                page.element("th", String(from + 1))
                page.element("th", ["class": "name"], matrix.groups[from].name.shown(48))
                for cell in row {
                    guard cell.pairs > 0 else {
                        page.element("td", "")
                        continue
                    }
                    let flows = cell.flows.isEmpty ? "" : ": \(cell.flows)"
                    let title = """
                        \(matrix.groups[from].name) to \(matrix.groups[cell.to].name), \
                        \(cell.allowedPairs) of \(cell.pairs) pairs\(flows)
                        """
                    page.element("td", ["class": cell.state.tone, "title": title], cell.state.letter)
                }
            }
            page.breakLine()
        }
    }
}

extension SegmentMatrix.Cell.State {
    fileprivate static let meanings: KeyValuePairs<Self, String> = [
        .allow: "every pair", .partial: "some pairs", .unknown: "not to be said", .deny: "none",
    ]

    fileprivate var letter: String {
        switch self {
        case .allow: "A"
        case .partial: "p"
        case .unknown: "?"
        case .deny: "·"
        }
    }

    /// The class of its colour.
    fileprivate var tone: String {
        switch self {
        case .allow: "high"
        case .partial: "medium"
        case .unknown: "unknown"
        case .deny: "quiet"
        }
    }
}

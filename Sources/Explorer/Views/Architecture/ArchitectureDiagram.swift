import Canvas
import Review
import Rules
import Topology

/// The architecture map as a picture: the outside at the left, hubs and the edge in the middle, spokes and platform
/// services at the right, and every way between them with the number of the step that secures it.
struct ArchitectureDiagram: Sendable, Hashable {
    let diagram: Diagram
    /// The id of the map's box for each box of the picture; empty for the one that counts what is left out.
    let ids: [String]

    /// Draws for an area: where it is narrow, names inside boxes and words on links give way to what they stand for.
    init(_ state: ArchitectureState, in area: Size) {
        let columns = ArchitectureColumns(state)
        let isUsed = [!columns.left.isEmpty, !columns.middle.isEmpty, columns.right.contains { $0 != nil }]
        let widths = TextWidths(area, isUsed: isUsed)
        let rowsOfAll = max(columns.middle.reduce(0) { $0 + $1.rows }, columns.right.count, 1)
        var boxes: [Diagram.Box] = []
        var ids: [String] = []
        func add(_ box: ArchitectureMap.Box, column: Int, row: Int, rows: Int) {
            let place = Diagram.Place(column: column, row: row, rows: rows)
            boxes.append(Self.picture(box, state, place, columns: widths.of(column)))
            ids.append(box.id)
        }
        let share = rowsOfAll / max(1, columns.left.count)
        for (index, box) in columns.left.enumerated() {
            let isLast = index == columns.left.count - 1
            let rows = isLast ? rowsOfAll - index * share : share
            add(box, column: 0, row: index * share, rows: rows)
        }
        var row = 0
        for (index, (box, rows)) in columns.middle.enumerated() {
            let isLast = index == columns.middle.count - 1
            add(box, column: 1, row: row, rows: isLast ? rowsOfAll - row : rows)
            row += rows
        }
        for (row, box) in columns.right.enumerated() {
            if let box { add(box, column: 2, row: row, rows: 1) }
        }
        if columns.leftOut > 0 {
            let place = Diagram.Place(column: 2, row: columns.right.count)
            boxes.append(Diagram.Box(StyledLine("\(columns.leftOut) more networks", .muted), at: place))
            ids.append("")
        }
        let numbers = Dictionary(ids.enumerated().map { ($1, $0) }) { first, _ in first }
        let links = state.map.links.compactMap { link -> Diagram.Link? in
            guard let from = numbers[link.from], let to = numbers[link.to] else { return nil }
            return Self.picture(link, state, from: from, to: to, hasWords: widths.isWide)
        }
        diagram = Diagram(boxes: boxes, links: links)
        self.ids = ids
    }

    /// How much text the boxes of each column take, so that the links between them keep room for their words.
    private struct TextWidths {
        let isWide: Bool
        private let widths: [Int]

        /// Columns without boxes leave their room to the others.
        init(_ area: Size, isUsed: [Bool]) {
            isWide = area.columns >= 76
            let used = max(1, isUsed.count(where: \.self))
            // Borders and blanks of a box with its title, and gaps with a label each.
            let spare = max(8 * used, area.columns - used * 6 - (used - 1) * (isWide ? 8 : 4) - 2)
            guard used == 3 else {
                widths = Array(repeating: min(34, spare / used), count: 3)
                return
            }
            let left = isWide ? 13 : min(12, spare / 3)
            let right = isWide ? min(24, spare * 34 / 100) : spare / 3
            widths = [left, min(30, spare - left - right), right]
        }

        func of(_ column: Int) -> Int { widths[min(max(0, column), 2)] }
    }

    private static func picture(
        _ box: ArchitectureMap.Box,
        _ state: ArchitectureState,
        _ place: Diagram.Place,
        columns: Int
    ) -> Diagram.Box {
        let counts = ReviewCounts(state.findings(at: box))
        let lines = Self.content(box, columns: columns).map { $0.truncated(to: columns) }
        var badges: [StyledLine] = []
        if let worst = counts.worst {
            badges = [StyledLine("\(Glyph(worst).character)\(counts[.fail])", Role(worst), .bold)]
        } else if counts[.unknown] > 0 {
            badges = [StyledLine("\(Glyph.unknown.character)\(counts[.unknown])", .unknown)]
        } else if counts[.pass] > 0 {
            badges = [StyledLine("\(Glyph.pass.character)", .pass)]
        }
        let isOutside = box.zone == .internet || box.zone == .onPremises
        return Diagram.Box(
            StyledLine(box.title.truncated(to: columns), .strong, .bold),
            lines: lines,
            badges: badges,
            at: place,
            role: isOutside ? .muted : .border,
            border: box.zone == .hub || box.zone == .virtualHub ? .double : .rounded
        )
    }

    /// What stands inside a box: its addresses, what it holds by name where there is room, and how much else.
    private static func content(_ box: ArchitectureMap.Box, columns: Int) -> [StyledLine] {
        var lines = box.caption.isEmpty ? [] : [StyledLine(box.caption, .muted)]
        if box.zone == .platformServices {
            let nouns = StyledLine(box.fittings.map(\.title).joined(separator: ", "), .service)
            return lines + nouns.wrapped(to: columns).prefix(3)
        }
        let named = box.fittings.filter { $0.kind != .subnet && $0.kind != .machines }
        lines += named.prefix(7).map {
            StyledLine($0.title.columns <= columns ? $0.title : $0.noun, $0.kind.role)
        }
        if named.count > 7 { lines.append(StyledLine("+\(named.count - 7) more", .muted)) }
        let subnets = box.fittings.count { $0.kind == .subnet }
        let machines = box.fittings.filter { $0.kind == .machines }.map(\.noun)
        let rest = (subnets > 0 ? ["\(subnets) subnet\(subnets == 1 ? "" : "s")"] : []) + machines
        if !rest.isEmpty { lines.append(StyledLine(rest.joined(separator: ", "), .network)) }
        return lines
    }

    private static func picture(
        _ link: ArchitectureMap.Link,
        _ state: ArchitectureState,
        from: Int,
        to: Int,
        hasWords: Bool
    ) -> Diagram.Link {
        let counts = ReviewCounts(state.findings(at: link))
        let mark = counts.worst.map { String(Glyph($0).character) } ?? ""
        return Diagram.Link(
            from: from,
            to: to,
            role: link.kind.role,
            line: link.kind.line,
            heads: link.kind == .peering || link.kind == .hubConnection ? .none : .end,
            label: "\(link.kind.step.rawValue)\(hasWords ? link.kind.short : "")\(mark)"
        )
    }
}

extension ArchitectureMap.Link.Kind {
    /// What its colour means.
    var role: Role {
        switch self {
        case .siteToSite, .pointToSite: .vpn
        case .expressRoute: .expressRoute
        case .peering, .hubConnection: .peering
        case .https: .https
        case .bastion: .bastion
        case .publicAddress: .critical
        }
    }

    /// How its line is drawn.
    var line: Diagram.Line {
        switch self {
        case .siteToSite: .double
        case .pointToSite, .bastion: .dotted
        case .expressRoute, .publicAddress: .heavy
        case .peering, .hubConnection, .https: .single
        }
    }

    /// The word for it where there is little room.
    var short: String {
        switch self {
        case .siteToSite: "S2S"
        case .pointToSite: "P2S"
        case .expressRoute: "ER"
        case .peering: ""
        case .hubConnection: ""
        case .https: "TLS"
        case .bastion: "RDP"
        case .publicAddress: "IP"
        }
    }
}

extension ArchitectureMap.Fitting.Kind {
    fileprivate var role: Role {
        switch self {
        case .firewall, .bastion, .webApplicationFirewall: .security
        case .vpnGateway, .expressRouteGateway, .applicationGateway, .subnet: .network
        case .machines: .compute
        case .services: .service
        }
    }
}

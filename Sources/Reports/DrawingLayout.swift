import Review
import Rules

/// Where everything of an architecture drawing stands, in units of the drawing.
struct DrawingLayout {
    static let width = 1080
    static let lineHeight = 17

    private(set) var boxes: [Placed] = []
    private(set) var routes: [Route] = []
    private(set) var height = 0

    struct Frame {
        let x: Int
        let y: Int
        let width: Int
        let height: Int
    }

    struct Line {
        let text: String
        var isQuiet = false
    }

    struct Badge {
        let text: String
        /// The class of its colour.
        let tone: String
    }

    struct Placed {
        let id: String
        /// The class of its frame.
        let zone: String
        /// 0 at the left, 1 in the middle, 2 at the right.
        let column: Int
        let frame: Frame
        let lines: [Line]
        let badge: Badge?
    }

    struct Point {
        let x: Int
        let y: Int
    }

    struct Route {
        let link: ArchitectureMap.Link
        let path: String
        let label: Point

        var kind: ArchitectureMap.Link.Kind { link.kind }
    }

    /// The left edge and the width of each column.
    private static let columns = [(x: 10, width: 190), (x: 350, width: 290), (x: 780, width: 250)]
    private static let gap = 22

    init(_ state: ArchitectureState) {
        let columns = ArchitectureColumns(state)
        let lanes = Self.lanes(of: state, columns)
        let top = 12 + lanes.count * 20
        let right = columns.right.map { $0.map { Self.lines(of: $0, 33) } ?? [] }
        let rows = max(1, columns.right.count, columns.middle.reduce(0) { $0 + $1.rows })
        var rowHeights = (0..<rows).map { row in
            max(64, right.indices.contains(row) ? right[row].count * Self.lineHeight + 30 : 0)
        }
        // A hub with much in it stretches the last of its rows.
        var row = 0
        var middle: [(box: ArchitectureMap.Box, first: Int, last: Int)] = []
        for (index, (box, count)) in columns.middle.enumerated() {
            let last = index == columns.middle.count - 1 ? rows - 1 : min(rows - 1, row + count - 1)
            let needed = Self.lines(of: box, 39).count * Self.lineHeight + 34
            let given = rowHeights[row...last].reduce(0, +) + (last - row) * Self.gap
            if needed > given { rowHeights[last] += needed - given }
            middle.append((box, row, last))
            row = min(rows - 1, last + 1)
        }
        var tops: [Int] = []
        var next = top
        for height in rowHeights {
            tops.append(next)
            next += height + Self.gap
        }
        height = next + 4
        func place(_ box: ArchitectureMap.Box, _ column: Int, y: Int, height: Int, characters: Int) {
            boxes.append(Self.placed(box, state, column, y: y, height: height, characters: characters))
        }
        let whole = next - Self.gap - top
        let share = (whole - (max(1, columns.left.count) - 1) * Self.gap) / max(1, columns.left.count)
        for (index, box) in columns.left.enumerated() {
            place(box, 0, y: top + index * (share + Self.gap), height: share, characters: 24)
        }
        for (box, first, last) in middle {
            place(box, 1, y: tops[first], height: tops[last] + rowHeights[last] - tops[first], characters: 39)
        }
        for (row, box) in columns.right.enumerated() {
            if let box { place(box, 2, y: tops[row], height: rowHeights[row], characters: 33) }
        }
        if columns.leftOut > 0 {
            let text = "\(columns.leftOut.counted("more network")), not drawn"
            let frame = Frame(x: Self.columns[2].x, y: next, width: Self.columns[2].width, height: 36)
            let line = Line(text: text, isQuiet: true)
            boxes.append(Placed(id: "", zone: "rest", column: 2, frame: frame, lines: [line], badge: nil))
            height = next + 48
        }
        route(state, lanes)
    }

    // MARK: Boxes

    private static func placed(
        _ box: ArchitectureMap.Box,
        _ state: ArchitectureState,
        _ column: Int,
        y: Int,
        height: Int,
        characters: Int
    ) -> Placed {
        let frame = Frame(x: columns[column].x, y: y, width: columns[column].width, height: height)
        return Placed(
            id: box.id,
            zone: "\(box.zone)",
            column: column,
            frame: frame,
            lines: lines(of: box, characters),
            badge: badge(ReviewCounts(state.findings(at: box)))
        )
    }

    private static func badge(_ counts: ReviewCounts) -> Badge? {
        if let worst = counts.worst {
            let more = counts[.fail] > 1 ? "\(counts[.fail]) failures, " : ""
            return Badge(text: more + worst.rawValue, tone: worst.rawValue)
        }
        if counts[.unknown] > 0 { return Badge(text: "\(counts[.unknown]) unknown", tone: "unknown") }
        return counts[.pass] > 0 ? Badge(text: "passes", tone: "pass") : nil
    }

    /// What stands in a box: its name, its addresses, and what it holds.
    private static func lines(of box: ArchitectureMap.Box, _ characters: Int) -> [Line] {
        var lines = [Line(text: box.title.shown(characters))]
        if !box.caption.isEmpty { lines.append(Line(text: box.caption.shown(characters), isQuiet: true)) }
        let named = box.fittings.filter { $0.kind != .subnet && $0.kind != .machines }
        lines += named.prefix(9).map { Line(text: $0.title.shown(characters)) }
        if named.count > 9 { lines.append(Line(text: "and \(named.count - 9) more", isQuiet: true)) }
        let subnets = box.fittings.count { $0.kind == .subnet }
        var rest = subnets > 0 ? [subnets.counted("subnet")] : []
        rest += box.fittings.filter { $0.kind == .machines }.map(\.noun)
        if !rest.isEmpty { lines.append(Line(text: rest.joined(separator: ", "), isQuiet: true)) }
        return lines
    }

    // MARK: Links

    /// A way from the outside at the left to the right column goes over the top, one lane for each start and kind.
    private struct Lane: Hashable {
        let from: String
        let kind: ArchitectureMap.Link.Kind
    }

    private static func lanes(of state: ArchitectureState, _ columns: ArchitectureColumns) -> [Lane] {
        let left = Set(columns.left.map(\.id))
        let right = Set(columns.right.compactMap { $0?.id })
        var lanes: [Lane] = []
        for link in state.map.links where left.contains(link.from) && right.contains(link.to) {
            let lane = Lane(from: link.from, kind: link.kind)
            if !lanes.contains(lane) { lanes.append(lane) }
        }
        return lanes
    }

    private mutating func route(_ state: ArchitectureState, _ lanes: [Lane]) {
        let placed = Dictionary(boxes.map { ($0.id, $0) }) { first, _ in first }
        let links = state.map.links.filter { placed[$0.from] != nil && placed[$0.to] != nil }
        let ports = Ports(links, placed)
        var labelled: Set<Lane> = []
        for link in links {
            guard let from = placed[link.from], let to = placed[link.to] else { continue }
            let start = ports.point(of: link, at: from)
            let end = ports.point(of: link, at: to)
            if from.column == 0, to.column == 2,
                let lane = lanes.firstIndex(of: Lane(from: link.from, kind: link.kind))
            {
                let y = 14 + lane * 20
                let (out, down) = (212 + lane * 8, 760 - lane * 8)
                let path = "M\(start.x) \(start.y) H\(out) V\(y) H\(down) V\(end.y) H\(end.x)"
                let isFirst = labelled.insert(lanes[lane]).inserted
                let label = isFirst ? Point(x: 500, y: y) : Point(x: down - 4, y: end.y - 12)
                routes.append(Route(link: link, path: path, label: label))
            } else if from.column == to.column {
                let out = max(start.x, end.x) + 34
                let path = "M\(start.x) \(start.y) C\(out) \(start.y) \(out) \(end.y) \(end.x) \(end.y)"
                routes.append(
                    Route(link: link, path: path, label: Point(x: out + 30, y: (start.y + end.y) / 2))
                )
            } else {
                let middle = (start.x + end.x) / 2
                let path = "M\(start.x) \(start.y) C\(middle) \(start.y) \(middle) \(end.y) \(end.x) \(end.y)"
                routes.append(
                    Route(link: link, path: path, label: Point(x: middle, y: (start.y + end.y) / 2))
                )
            }
        }
    }

    /// Where links leave a box: spread over its side, in the order of the heights of what they lead to.
    private struct Ports {
        private var points: [String: Point] = [:]

        init(_ links: [ArchitectureMap.Link], _ placed: [String: Placed]) {
            var sides: [String: [(key: String, box: Placed, other: Placed)]] = [:]
            for link in links {
                guard let from = placed[link.from], let to = placed[link.to] else { continue }
                for (box, other) in [(from, to), (to, from)] {
                    let side = "\(box.id) \(Self.isRight(box, other))"
                    sides[side, default: []].append((Self.key(link, box), box, other))
                }
            }
            for ends in sides.values {
                let sorted = ends.enumerated().sorted {
                    ($0.element.other.frame.y, $0.offset) < ($1.element.other.frame.y, $1.offset)
                }
                for (index, end) in sorted.map(\.element).enumerated() {
                    let frame = end.box.frame
                    points[end.key] = Point(
                        x: Self.isRight(end.box, end.other) ? frame.x + frame.width : frame.x,
                        y: frame.y + frame.height * (index + 1) / (ends.count + 1)
                    )
                }
            }
        }

        /// Where a link meets a box.
        func point(of link: ArchitectureMap.Link, at box: Placed) -> Point {
            points[Self.key(link, box)] ?? Point(x: box.frame.x, y: box.frame.y)
        }

        private static func key(_ link: ArchitectureMap.Link, _ box: Placed) -> String {
            "\(box.id) \(link.id)"
        }

        /// The right side of a box serves its own column too.
        private static func isRight(_ box: Placed, _ other: Placed) -> Bool { other.column >= box.column }
    }
}

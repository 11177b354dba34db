/// The links of a diagram turned into cells to draw.
struct LinkPlan {
    private(set) var strokes: [DiagramLayout.Stroke] = []
    private(set) var joints: [[DiagramLayout.Joint]]
    private(set) var labels: [DiagramLayout.Label] = []

    /// What runs through a cell.
    private struct Crossing {
        var glyph = LineGlyph()
        var links: [Int] = []
        var head: Glyph?
    }

    private let diagram: Diagram
    private var crossings: [Point: Crossing] = [:]

    init(_ diagram: Diagram, boxes: [Rect], in size: Size) {
        self.diagram = diagram
        joints = Array(repeating: [], count: boxes.count)
        var router = LinkRouter(diagram, boxes: boxes, in: size)
        var paths = [[Point]](repeating: [], count: diagram.links.count)
        // Short links have the least choice: they go first.
        for number in Self.shortestFirst(diagram.links, boxes) { paths[number] = router.route(number) }
        for (number, path) in paths.enumerated() where path.count >= 3 { add(path, number) }
        finishStrokes()
        for (number, path) in paths.enumerated() where path.count >= 3 { addLabel(path, number) }
    }

    private static func shortestFirst(_ links: [Diagram.Link], _ boxes: [Rect]) -> [Int] {
        func length(_ link: Diagram.Link) -> Int {
            guard boxes.indices.contains(link.from), boxes.indices.contains(link.to) else { return 0 }
            let (one, other) = (boxes[link.from], boxes[link.to])
            let across = abs(2 * one.column + one.columns - 2 * other.column - other.columns)
            return across + 2 * abs(2 * one.row + one.rows - 2 * other.row - other.rows)
        }
        let lengths = links.map(length)
        return links.indices.sorted { (lengths[$0], $0) < (lengths[$1], $1) }
    }

    private mutating func add(_ path: [Point], _ number: Int) {
        let link = diagram.links[number]
        let weight = link.line.weight
        for index in 1..<path.count - 1 {
            var glyph = LineGlyph()
            for neighbour in [path[index - 1], path[index + 1]] {
                glyph = glyph.joined(with: Self.arm(from: path[index], to: neighbour, weight))
            }
            crossings[path[index], default: Crossing()].glyph.join(glyph)
            crossings[path[index]]?.links.append(number)
        }
        let (first, last) = (path[0], path[path.count - 1])
        if link.heads == .both {
            crossings[path[1]]?.head = Self.head(from: path[1], to: first)
        } else {
            join(link.from, first, to: path[1], weight)
        }
        if link.heads == .none {
            join(link.to, last, to: path[path.count - 2], weight)
        } else {
            crossings[path[path.count - 2]]?.head = Self.head(from: path[path.count - 2], to: last)
        }
    }

    private mutating func join(_ box: Int, _ point: Point, to next: Point, _ weight: LineWeight) {
        joints[box].append(DiagramLayout.Joint(point: point, arm: Self.arm(from: point, to: next, weight)))
    }

    private mutating func finishStrokes() {
        for (point, crossing) in crossings {
            guard let first = crossing.links.first else { continue }
            let link = diagram.links[first]
            var character = crossing.head?.character ?? crossing.glyph.character
            if crossing.head == nil, crossing.links.allSatisfy({ diagram.links[$0].line == .dotted }) {
                if crossing.glyph == LineGlyph(right: .light, left: .light) { character = "┄" }
                if crossing.glyph == LineGlyph(up: .light, down: .light) { character = "┆" }
            }
            strokes.append(
                DiagramLayout.Stroke(
                    point: point,
                    character: character,
                    role: link.role,
                    links: crossing.links
                )
            )
        }
        strokes.sort { ($0.point.row, $0.point.column) < ($1.point.row, $1.point.column) }
    }

    /// Puts a label into the longest horizontal stretch that it leaves a cell of at either side.
    private mutating func addLabel(_ path: [Point], _ number: Int) {
        let text = diagram.links[number].label
        let columns = text.columns
        guard columns > 0 else { return }
        var stretch: [Point] = []
        var longest: [Point] = []
        for point in path.dropFirst().dropLast() {
            let isFree = crossings[point].map { $0.links.count == 1 && $0.head == nil } ?? false
            if isFree, stretch.last.map({ $0.row == point.row }) ?? true {
                stretch.append(point)
            } else {
                stretch = isFree ? [point] : []
            }
            if stretch.count > longest.count { longest = stretch }
        }
        let left = longest.map(\.column).min() ?? 0
        guard let row = longest.first?.row, longest.count >= columns + 2 else { return }
        let start = left + (longest.count - columns) / 2
        let place = Rect(column: start, row: row, columns: columns, rows: 1)
        let isTaken = labels.contains { label in
            let other = Rect(
                column: label.point.column,
                row: label.point.row,
                columns: label.text.columns,
                rows: 1
            )
            return !other.intersection(place).isEmpty
        }
        if !isTaken {
            labels.append(
                DiagramLayout.Label(point: Point(column: start, row: row), text: text, link: number)
            )
        }
    }

    private static func arm(from: Point, to: Point, _ weight: LineWeight) -> LineGlyph {
        if to.row < from.row { return LineGlyph(up: weight) }
        if to.row > from.row { return LineGlyph(down: weight) }
        return to.column < from.column ? LineGlyph(left: weight) : LineGlyph(right: weight)
    }

    private static func head(from: Point, to: Point) -> Glyph {
        if to.row < from.row { return .headUp }
        if to.row > from.row { return .headDown }
        return to.column < from.column ? .headLeft : .headRight
    }
}

extension LineGlyph {
    /// Joins another glyph into this cell.
    fileprivate mutating func join(_ other: LineGlyph) { self = joined(with: other) }
}

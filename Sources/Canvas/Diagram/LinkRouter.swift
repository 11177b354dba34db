/// Finds ways for links around boxes, with few bends, crossings and shared stretches.
///
/// A shortest-path search over the cells and the four directions; costs are small whole numbers, so that a list of
/// buckets serves as queue.
struct LinkRouter {
    /// The four directions, in the order up, right, down, left.
    static let steps = [(0, -1), (1, 0), (0, 1), (-1, 0)]

    private static let bend = 7
    private static let crossing = 9
    private static let sharing = 60
    private static let besideBox = 2
    private static let offCentre = 2
    private static let underText = 8

    private let links: [Diagram.Link]
    private let boxes: [Rect]
    /// How many columns of each box's upper and lower edge hold text, from the second on.
    private let texts: [(upper: Int, lower: Int)]
    private let columns: Int
    private let rows: Int
    /// The box that covers a cell, or -1.
    private var box: [Int]
    private var isBesideBox: [Bool]
    /// The link that runs through a cell sideways, and upwards, or -1.
    private var sideways: [Int]
    private var upwards: [Int]

    init(_ diagram: Diagram, boxes: [Rect], in size: Size) {
        links = diagram.links
        self.boxes = boxes
        texts = diagram.boxes.map { box in
            (box.title.columns + 2, box.badges.reduce(0) { $0 + $1.columns + 1 })
        }
        columns = size.columns
        rows = size.rows
        box = Array(repeating: -1, count: columns * rows)
        isBesideBox = Array(repeating: false, count: columns * rows)
        sideways = box
        upwards = box
        let area = Rect(size)
        for (index, rect) in boxes.enumerated() {
            let near = rect.inset(by: -1).intersection(area)
            for row in near.row..<near.endRow {
                for column in near.column..<near.endColumn {
                    let cell = row * columns + column
                    isBesideBox[cell] = true
                    if rect.contains(Point(column: column, row: row)) { box[cell] = index }
                }
            }
        }
    }

    /// The cells of a link, from a cell of the one box's border to one of the other's; empty where there is no way.
    mutating func route(_ number: Int) -> [Point] {
        let link = links[number]
        guard boxes.indices.contains(link.from), boxes.indices.contains(link.to), link.from != link.to else {
            return []
        }
        let path = search(number, from: link.from, to: link.to)
        for (here, next) in zip(path, path.dropFirst()) {
            for point in [here, next] {
                let cell = point.row * columns + point.column
                if here.row == next.row { sideways[cell] = number } else { upwards[cell] = number }
            }
        }
        return path
    }

    private func search(_ number: Int, from: Int, to: Int) -> [Point] {
        // A state is a cell and the direction in which it was entered.
        var cost = [Int](repeating: .max, count: columns * rows * 4)
        var previous = [Int](repeating: -1, count: columns * rows * 4)
        var buckets: [[Int]] = []
        func push(_ state: Int, _ total: Int, _ buckets: inout [[Int]]) {
            while buckets.count <= total { buckets.append([]) }
            buckets[total].append(state)
        }
        for (point, direction, price) in ports(of: from) {
            let (column, row) = moved(point.column, point.row, direction)
            guard let price = priceOf(entering: column, row, direction, turning: false, number, price) else {
                continue
            }
            let state = (row * columns + column) * 4 + direction
            if price < cost[state] {
                cost[state] = price
                push(state, price, &buckets)
            }
        }
        var best = (cost: Int.max, state: -1, direction: 0)
        var total = 0
        while total < buckets.count, total < best.cost {
            while let state = buckets[total].popLast() {
                guard cost[state] == total else { continue }
                let (column, row) = (state / 4 % columns, state / 4 / columns)
                for direction in 0..<4 where direction != (state + 2) & 3 {
                    let isTurning = direction != state & 3
                    let (nextColumn, nextRow) = moved(column, row, direction)
                    if let price = priceOfPort(nextColumn, nextRow, direction, of: to) {
                        let sum = total + price + (isTurning ? turn(at: state / 4, number) : 0)
                        if sum < best.cost { best = (sum, state, direction) }
                        continue
                    }
                    let turning = isTurning ? turn(at: state / 4, number) : 0
                    guard
                        let price = priceOf(
                            entering: nextColumn,
                            nextRow,
                            direction,
                            turning: isTurning,
                            number,
                            total + turning
                        )
                    else { continue }
                    let next = (nextRow * columns + nextColumn) * 4 + direction
                    if price < cost[next] {
                        cost[next] = price
                        previous[next] = state
                        push(next, price, &buckets)
                    }
                }
            }
            total += 1
        }
        guard best.state >= 0 else { return [] }
        return trace(previous, best.state, end: best.direction)
    }

    /// The border cells of a box that a link may leave from, the way out, and what it costs to leave there.
    private func ports(of number: Int) -> [(Point, direction: Int, price: Int)] {
        let rect = boxes[number]
        var ports: [(Point, direction: Int, price: Int)] = []
        for column in rect.column + 1..<max(rect.column + 1, rect.endColumn - 1) {
            for (row, direction) in [(rect.row, 0), (rect.endRow - 1, 2)] {
                if let price = priceOfPort(column, row, (direction + 2) & 3, of: number) {
                    ports.append((Point(column: column, row: row), direction, price))
                }
            }
        }
        for row in rect.row + 1..<max(rect.row + 1, rect.endRow - 1) {
            for (column, direction) in [(rect.endColumn - 1, 1), (rect.column, 3)] {
                if let price = priceOfPort(column, row, (direction + 2) & 3, of: number) {
                    ports.append((Point(column: column, row: row), direction, price))
                }
            }
        }
        return ports
    }

    /// What it costs to enter a box at a cell of its border; nil where that is no port.
    private func priceOfPort(_ column: Int, _ row: Int, _ direction: Int, of number: Int) -> Int? {
        guard column >= 0, row >= 0, column < columns, row < rows, box[row * columns + column] == number
        else {
            return nil
        }
        let rect = boxes[number]
        if direction & 1 == 0 {
            // Half as dear as on the sides: a cell is twice as high as wide.
            guard column > rect.column, column < rect.endColumn - 1 else { return nil }
            let away = abs(2 * column - rect.column - rect.endColumn + 1) * Self.offCentre / 4
            let text = row == rect.row ? texts[number].upper : texts[number].lower
            return away + (column - rect.column - 2 < text ? Self.underText : 0)
        }
        guard row > rect.row, row < rect.endRow - 1 else { return nil }
        return abs(2 * row - rect.row - rect.endRow + 1) * Self.offCentre / 2
    }

    /// What a way costs after entering a cell; nil where it cannot.
    private func priceOf(
        entering column: Int,
        _ row: Int,
        _ direction: Int,
        turning: Bool,
        _ number: Int,
        _ before: Int
    ) -> Int? {
        guard column >= 0, row >= 0, column < columns, row < rows else { return nil }
        let cell = row * columns + column
        guard box[cell] < 0 else { return nil }
        let isUpwards = direction & 1 == 0
        var price = before + (isUpwards ? 2 : 1)
        if isBesideBox[cell] { price += Self.besideBox }
        let along = isUpwards ? upwards[cell] : sideways[cell]
        let across = isUpwards ? sideways[cell] : upwards[cell]
        if along >= 0, !links[along].isKin(of: links[number]) { price += Self.sharing }
        if across >= 0 { price += links[across].isKin(of: links[number]) ? 1 : Self.crossing }
        return price
    }

    /// What it costs to turn in a cell: dear where another link would seem to turn too.
    private func turn(at cell: Int, _ number: Int) -> Int {
        for other in [sideways[cell], upwards[cell]] where other >= 0 {
            if !links[other].isKin(of: links[number]) { return Self.bend + Self.sharing }
        }
        return Self.bend
    }

    private func moved(_ column: Int, _ row: Int, _ direction: Int) -> (Int, Int) {
        let step = Self.steps[direction]
        return (column + step.0, row + step.1)
    }

    private func trace(_ previous: [Int], _ last: Int, end: Int) -> [Point] {
        func point(_ state: Int) -> Point {
            Point(column: state / 4 % columns, row: state / 4 / columns)
        }
        let (column, row) = moved(point(last).column, point(last).row, end)
        var path = [Point(column: column, row: row)]
        var state = last
        while true {
            path.append(point(state))
            guard previous[state] >= 0 else { break }
            state = previous[state]
        }
        // The cell of the first box's border, behind the way it was left.
        let first = point(state)
        let (startColumn, startRow) = moved(first.column, first.row, (state + 2) & 3)
        path.append(Point(column: startColumn, row: startRow))
        return path.reversed()
    }
}

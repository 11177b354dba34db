import Review

/// A selected row of a list and the first row on the screen.
struct ListCursor: Sendable, Hashable {
    var row = 0
    var top = 0

    /// Keeps both inside the list and the selected row on the screen.
    mutating func settle(count: Int, page: Int) {
        row = min(max(0, row), max(0, count - 1))
        top = min(max(top, row - page + 1), row)
        top = max(0, min(top, max(0, count - page)))
    }

    /// Moves as an action of moving says; false where it says nothing of moving.
    mutating func move(_ action: Action, by count: Int?, of rows: Int, page: Int) -> Bool {
        let times = min(max(1, count ?? 1), 1_000_000)
        switch action {
        case .moveDown: row += times
        case .moveUp: row -= times
        case .pageDown: turn(by: times * page, of: rows, page: page)
        case .pageUp: turn(by: -times * page, of: rows, page: page)
        case .halfPageDown: turn(by: times * max(1, page / 2), of: rows, page: page)
        case .halfPageUp: turn(by: -times * max(1, page / 2), of: rows, page: page)
        case .first: row = (count ?? 1) - 1
        case .last: row = count.map { $0 - 1 } ?? rows - 1
        default: return false
        }
        settle(count: rows, page: page)
        return true
    }

    /// Moves as above and then on over rows on which there is nothing to select, back where only such ones follow.
    mutating func move(
        _ action: Action,
        by count: Int?,
        of rows: Int,
        page: Int,
        skipping isBlank: (Int) -> Bool
    ) -> Bool {
        let before = row
        guard move(action, by: count, of: rows, page: page) else { return false }
        guard rows > 0, isBlank(row) else { return true }
        let isDown = row > before || action == .first
        let below = (row..<rows).first { !isBlank($0) }
        let above = (0...row).last { !isBlank($0) }
        row = (isDown ? below ?? above : above ?? below) ?? row
        settle(count: rows, page: page)
        return true
    }

    /// Moves the selected row and what is on the screen alike.
    private mutating func turn(by distance: Int, of rows: Int, page: Int) {
        row = min(max(0, row + distance), max(0, rows - 1))
        top = min(max(0, top + distance), max(0, rows - page))
    }

    /// Scrolls what is on the screen and keeps the selected row on it.
    mutating func scroll(by distance: Int, of rows: Int, page: Int) {
        top = min(max(0, top + distance), max(0, rows - page))
        row = min(max(row, top), top + page - 1)
        settle(count: rows, page: page)
    }

    /// Moves to the next line, or the one before, in which a lower-case word occurs; false where there is none.
    mutating func find(_ word: [UInt8], in lines: [String], forward: Bool, including: Bool) -> Bool {
        guard !lines.isEmpty else { return false }
        for distance in (including ? 0 : 1)...lines.count {
            let step = forward ? row + distance : row - distance
            let next = (step % lines.count + lines.count) % lines.count
            guard SearchKeys.text(lines[next], contains: word) else { continue }
            row = next
            return true
        }
        return false
    }
}

import Review

/// How far a text is scrolled down and to the right.
struct Scroll: Sendable, Hashable {
    var top = 0
    var left = 0
    /// The line a search found last.
    private(set) var found: Int?

    /// Moves as an action of moving says; false where it says nothing of moving.
    mutating func move(_ action: Action, by count: Int?, of rows: Int, page: Int) -> Bool {
        let times = min(max(1, count ?? 1), 1_000_000)
        switch action {
        case .moveDown: top += times
        case .moveUp: top -= times
        case .pageDown: top += times * page
        case .pageUp: top -= times * page
        case .halfPageDown: top += times * max(1, page / 2)
        case .halfPageUp: top -= times * max(1, page / 2)
        case .first: top = (count ?? 1) - 1
        case .last: top = count.map { $0 - 1 } ?? rows
        case .left: left = max(0, left - 8 * times)
        case .right: left = min(left + 8 * times, 10_000)
        default: return false
        }
        found = nil
        settle(count: rows, page: page)
        return true
    }

    /// Moves to the next line, or the one before, in which a lower-case word occurs; false where there is none.
    mutating func find(_ word: [UInt8], in lines: [String], forward: Bool, including: Bool, page: Int) -> Bool
    {
        guard !lines.isEmpty else { return false }
        let start = min(found ?? top, lines.count - 1)
        for distance in (including ? 0 : 1)...lines.count {
            let step = forward ? start + distance : start - distance
            let line = (step % lines.count + lines.count) % lines.count
            guard SearchKeys.text(lines[line], contains: word) else { continue }
            top = line - page / 3
            settle(count: lines.count, page: page)
            found = line
            return true
        }
        return false
    }

    mutating func settle(count: Int, page: Int) { top = min(max(0, top), max(0, count - page)) }
}

/// How far a text is scrolled down and to the right.
struct Scroll: Sendable, Hashable {
    var top = 0
    var left = 0

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
        settle(count: rows, page: page)
        return true
    }

    mutating func settle(count: Int, page: Int) { top = min(max(0, top), max(0, count - page)) }
}

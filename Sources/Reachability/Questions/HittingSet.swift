/// The fewest numbers of which every one of some sets holds at least one.
///
/// Exact by deepening search as long as that is cheap, else greedy: the number that is in most of the sets left.
package struct HittingSet {
    /// Nil where one of the sets is empty.
    package let elements: [Int]?
    /// Whether no smaller set of numbers does.
    package let isSmallest: Bool

    private static let mostWork = 200_000
    private static let largestExact = 6

    package init(_ sets: [Set<Int>]) {
        let distinct = Set(sets).sorted { ($0.count, $0.min() ?? -1) < ($1.count, $1.min() ?? -1) }
        guard distinct.first?.isEmpty != true else {
            (elements, isSmallest) = (nil, true)
            return
        }
        // A set that holds another one is hit with it.
        var minimal: [Set<Int>] = []
        for set in distinct where !minimal.contains(where: { $0.isSubset(of: set) }) { minimal.append(set) }
        var work = Self.mostWork
        for size in 0...Self.largestExact {
            if let found = Self.search(minimal, size, &work) {
                (elements, isSmallest) = (found, true)
                return
            }
            guard work > 0 else { break }
        }
        (elements, isSmallest) = (Self.greedy(minimal), false)
    }

    private static func search(_ sets: [Set<Int>], _ size: Int, _ work: inout Int) -> [Int]? {
        guard let first = sets.first else { return [] }
        guard size > 0 else { return nil }
        // Numbers that are in many sets are tried first.
        let ranked = first.sorted { left, right in
            let (mine, theirs) = (sets.count { $0.contains(left) }, sets.count { $0.contains(right) })
            return (theirs, left) < (mine, right)
        }
        for element in ranked {
            work -= sets.count
            guard work > 0 else { return nil }
            if let rest = search(sets.filter { !$0.contains(element) }, size - 1, &work) {
                return [element] + rest
            }
        }
        return nil
    }

    private static func greedy(_ sets: [Set<Int>]) -> [Int] {
        var open = sets
        var chosen: [Int] = []
        while !open.isEmpty {
            var counts: [Int: Int] = [:]
            for set in open { for element in set { counts[element, default: 0] += 1 } }
            guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { break }
            chosen.append(best)
            open.removeAll { $0.contains(best) }
        }
        return chosen
    }
}

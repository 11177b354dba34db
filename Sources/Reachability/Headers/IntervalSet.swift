/// A set of whole numbers, kept as sorted ranges that neither overlap nor touch.
///
/// Ports, protocols and addresses are all sets of this kind. Every operation is linear in the ranges, but for
/// building a set from unsorted ones.
package struct IntervalSet<Number: FixedWidthInteger & UnsignedInteger & Sendable>: Hashable, Sendable {
    package let ranges: [ClosedRange<Number>]

    /// The numbers that lie in any of the ranges.
    package init(_ ranges: some Sequence<ClosedRange<Number>>) {
        var merged: [ClosedRange<Number>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            // `- 1` cannot go below zero: a range that starts at zero is the first one or overlaps the last.
            if let last = merged.last,
                range.lowerBound <= last.upperBound || range.lowerBound - 1 == last.upperBound
            {
                merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        self.ranges = merged
    }

    private init(sorted ranges: [ClosedRange<Number>]) { self.ranges = ranges }

    package init(_ number: Number) { self.init(sorted: [number...number]) }

    package static var empty: IntervalSet { IntervalSet(sorted: []) }
    package static var everything: IntervalSet { IntervalSet(sorted: [Number.min...Number.max]) }

    package var isEmpty: Bool { ranges.isEmpty }
    package var isEverything: Bool { ranges == [Number.min...Number.max] }

    package var first: Number? { ranges.first?.lowerBound }

    /// How many numbers it holds; saturates at the largest number.
    package var count: UInt128 {
        ranges.reduce(0) { sum, range in
            let span = UInt128(range.upperBound - range.lowerBound)
            let (total, overflow) = sum.addingReportingOverflow(span)
            return overflow || total == .max ? .max : total + 1
        }
    }

    package func contains(_ number: Number) -> Bool { ranges.contains { $0.contains(number) } }

    /// Whether every number of the other set is in this one; builds nothing.
    package func contains(_ other: IntervalSet) -> Bool {
        var mine = ranges.makeIterator()
        var current = mine.next()
        for range in other.ranges {
            while let wide = current, wide.upperBound < range.lowerBound { current = mine.next() }
            guard let wide = current, wide.lowerBound <= range.lowerBound, range.upperBound <= wide.upperBound
            else { return false }
        }
        return true
    }

    /// Whether the sets share a number; builds nothing.
    package func overlaps(_ other: IntervalSet) -> Bool {
        var (left, right) = (0, 0)
        while left < ranges.count, right < other.ranges.count {
            if ranges[left].overlaps(other.ranges[right]) { return true }
            if ranges[left].upperBound < other.ranges[right].upperBound { left += 1 } else { right += 1 }
        }
        return false
    }

    package func union(_ other: IntervalSet) -> IntervalSet { IntervalSet(ranges + other.ranges) }

    package func intersection(_ other: IntervalSet) -> IntervalSet {
        var common: [ClosedRange<Number>] = []
        var (left, right) = (0, 0)
        while left < ranges.count, right < other.ranges.count {
            let (mine, theirs) = (ranges[left], other.ranges[right])
            let lower = max(mine.lowerBound, theirs.lowerBound)
            let upper = min(mine.upperBound, theirs.upperBound)
            if lower <= upper { common.append(lower...upper) }
            if mine.upperBound < theirs.upperBound { left += 1 } else { right += 1 }
        }
        return IntervalSet(sorted: common)
    }

    package func subtracting(_ other: IntervalSet) -> IntervalSet { intersection(other.complement) }

    /// Every number that is not in the set.
    package var complement: IntervalSet {
        var gaps: [ClosedRange<Number>] = []
        var next = Number.min
        for range in ranges {
            if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
            guard range.upperBound < Number.max else { return IntervalSet(sorted: gaps) }
            next = range.upperBound + 1
        }
        gaps.append(next...Number.max)
        return IntervalSet(sorted: gaps)
    }
}

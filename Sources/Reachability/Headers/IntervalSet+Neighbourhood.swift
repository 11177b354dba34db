extension IntervalSet {
    /// Whether it holds the number, and the widest range around the number of which the same is true.
    ///
    /// O(log ranges).
    package func neighbourhood(of number: Number) -> (isInside: Bool, range: ClosedRange<Number>) {
        // The first range that ends at the number or behind it.
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound < number { low = middle + 1 } else { high = middle }
        }
        guard low < ranges.count else {
            let start = ranges.last.map { $0.upperBound + 1 } ?? Number.min
            return (false, start...Number.max)
        }
        guard ranges[low].lowerBound > number else { return (true, ranges[low]) }
        let start = low > 0 ? ranges[low - 1].upperBound + 1 : Number.min
        return (false, start...ranges[low].lowerBound - 1)
    }
}

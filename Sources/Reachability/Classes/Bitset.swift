/// A set of small numbers, one bit each.
package struct Bitset: Hashable, Sendable {
    private(set) var words: [UInt64]
    package let count: Int

    /// The empty set of numbers below a count.
    package init(count: Int) {
        self.count = count
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    package subscript(index: Int) -> Bool {
        get { words[index / 64] >> UInt64(index % 64) & 1 == 1 }
        set {
            let bit: UInt64 = 1 << UInt64(index % 64)
            if newValue { words[index / 64] |= bit } else { words[index / 64] &= ~bit }
        }
    }

    /// Adds every number of a range.
    package mutating func insert(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let (first, last) = (range.lowerBound / 64, (range.upperBound - 1) / 64)
        let head = UInt64.max << UInt64(range.lowerBound % 64)
        let tail = UInt64.max >> UInt64(63 - (range.upperBound - 1) % 64)
        guard first != last else {
            words[first] |= head & tail
            return
        }
        words[first] |= head
        for word in first + 1..<last { words[word] = .max }
        words[last] |= tail
    }

    package mutating func formUnion(_ other: Bitset) {
        for word in words.indices { words[word] |= other.words[word] }
    }

    package mutating func formIntersection(_ other: Bitset) {
        for word in words.indices { words[word] &= other.words[word] }
    }

    package mutating func subtract(_ other: Bitset) {
        for word in words.indices { words[word] &= ~other.words[word] }
    }

    package var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// How many numbers are in it.
    package var size: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Calls with every number in it, in order.
    package func forEach(_ body: (Int) -> Void) {
        for (index, word) in words.enumerated() {
            var rest = word
            while rest != 0 {
                body(index * 64 + rest.trailingZeroBitCount)
                rest &= rest - 1
            }
        }
    }

    package var elements: [Int] {
        var all: [Int] = []
        forEach { all.append($0) }
        return all
    }
}

extension Bitset {
    /// How many numbers of a range are in it.
    package func size(in range: Range<Int>) -> Int {
        guard !range.isEmpty else { return 0 }
        let (first, last) = (range.lowerBound / 64, (range.upperBound - 1) / 64)
        let head = UInt64.max << UInt64(range.lowerBound % 64)
        let tail = UInt64.max >> UInt64(63 - (range.upperBound - 1) % 64)
        guard first != last else { return (words[first] & head & tail).nonzeroBitCount }
        var size = (words[first] & head).nonzeroBitCount + (words[last] & tail).nonzeroBitCount
        for word in first + 1..<last { size += words[word].nonzeroBitCount }
        return size
    }
}

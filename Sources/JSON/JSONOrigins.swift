/// Which value of another document each part of a generated one was made from.
///
/// A part reaches from its offset to the next one, so that a container is noted before what is in it.
package struct JSONOrigins: Sendable {
    private var offsets: [Int] = []
    private var values: [JSONValue] = []

    package init() {}

    /// Notes what was written from an offset on; offsets only grow.
    package mutating func note(_ offset: Int, madeFrom value: JSONValue) {
        guard offset >= offsets.last ?? 0 else { return }
        if offset == offsets.last { values.removeLast() } else { offsets.append(offset) }
        values.append(value)
    }

    /// The value that what stands at an offset was made from; O(log of the parts).
    package func value(at offset: Int) -> JSONValue? {
        var low = 0
        var high = offsets.count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? values[low - 1] : nil
    }
}

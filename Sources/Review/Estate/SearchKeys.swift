/// Lower-case text of many rows in one buffer, so that looking for a word in all of them is one pass over memory.
package struct SearchKeys: Sendable {
    private var bytes: [UInt8] = []
    /// Where each row begins; one more than there are rows.
    private var starts: [Int] = [0]

    init() {}

    mutating func reserve(rows: Int, bytes count: Int) {
        starts.reserveCapacity(rows + 1)
        bytes.reserveCapacity(count)
    }

    var count: Int { starts.count - 1 }

    /// Adds a row of parts, which a search never joins.
    mutating func append(_ parts: String...) {
        for part in parts {
            for byte in part.utf8 { bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte) }
            bytes.append(0x0A)
        }
        starts.append(bytes.count)
    }

    /// Whether the lower-case word occurs in a row.
    package func row(_ row: Int, contains word: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                SearchKeys.find(word, in: text, from: starts[row], to: starts[row + 1]) != nil
            }
        }
    }

    /// The rows in which the lower-case word occurs, as one flag a row.
    ///
    /// One pass over the whole text.
    package func rows(containing word: [UInt8]) -> [Bool] {
        var found = [Bool](repeating: word.isEmpty, count: count)
        guard !word.isEmpty else { return found }
        bytes.withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                var row = 0
                var index = 0
                while let hit = SearchKeys.find(word, in: text, from: index, to: text.count) {
                    row = self.row(at: hit, from: row)
                    found[row] = true
                    index = starts[row + 1]
                }
            }
        }
        return found
    }

    /// The row a byte belongs to, looked for from a row at or before it, in growing steps.
    private func row(at offset: Int, from first: Int) -> Int {
        var low = first
        var step = 1
        while low + step < count, starts[low + step] <= offset {
            low += step
            step *= 2
        }
        var high = min(low + step, count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// Whether a lower-case word occurs in a text, the letters A to Z folded.
    package static func text(_ text: some StringProtocol, contains word: [UInt8]) -> Bool {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes in
            guard let first = word.first else { return true }
            var index = 0
            while index + word.count <= bytes.count {
                if fold(bytes[index]) == first {
                    var matched = 1
                    while matched < word.count, fold(bytes[index + matched]) == word[matched] { matched += 1 }
                    if matched == word.count { return true }
                }
                index += 1
            }
            return false
        }
        return found ?? text.lowercased().contains(String(decoding: word, as: UTF8.self))
    }

    private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    private static func find(
        _ word: UnsafeBufferPointer<UInt8>,
        in text: UnsafeBufferPointer<UInt8>,
        from start: Int,
        to end: Int
    ) -> Int? {
        guard let first = word.first else { return start }
        var index = start
        let last = end - word.count
        while index <= last {
            if text[index] == first {
                var matched = 1
                while matched < word.count, text[index + matched] == word[matched] { matched += 1 }
                if matched == word.count { return index }
            }
            index += 1
        }
        return nil
    }
}

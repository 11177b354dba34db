/// The names of the objects that are open, to find one that stands twice.
///
/// Kept cheap: names are compared by a fingerprint first, and of an object with very many only the first are kept.
struct NameLedger {
    private struct Entry {
        let fingerprint: UInt64
        let name: Range<Int>
    }

    private static let limit = 4_096
    private var entries: [Entry] = []
    private var starts: [Int] = []

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
    }

    mutating func open() { starts.append(entries.count) }

    @inline(__always)
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) {
        guard let start = starts.last, entries.count - start < Self.limit else { return }
        entries.append(Entry(fingerprint: Self.fingerprint(bytes, name), name: name))
    }

    /// Forgets the innermost object; answers the offsets of names that stood before.
    mutating func close(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int] {
        guard let start = starts.popLast() else { return [] }
        defer { entries.removeLast(entries.count - start) }
        var found: [Int] = []
        if entries.count - start <= 24 {
            for later in start..<entries.count {
                for earlier in start..<later
                where entries[earlier].fingerprint == entries[later].fingerprint
                    && Self.isSame(bytes, entries[earlier].name, entries[later].name)
                {
                    found.append(entries[later].name.lowerBound - 1)
                    break
                }
            }
            return found
        }
        // Many names: sorted, equal ones stand side by side.
        let sorted = entries[start...].sorted {
            ($0.fingerprint, $0.name.lowerBound) < ($1.fingerprint, $1.name.lowerBound)
        }
        for (earlier, later) in zip(sorted, sorted.dropFirst())
        where earlier.fingerprint == later.fingerprint && Self.isSame(bytes, earlier.name, later.name) {
            found.append(later.name.lowerBound - 1)
        }
        return found.sorted()
    }

    /// The length, the first and the last bytes of a name, mixed.
    @inline(__always)
    private static func fingerprint(_ bytes: UnsafeBufferPointer<UInt8>, _ name: Range<Int>) -> UInt64 {
        var head: UInt64 = 0
        var tail: UInt64 = 0
        for offset in name.prefix(8) { head = head << 8 | UInt64(ByteCursor.fold(bytes[offset])) }
        for offset in name.suffix(8) { tail = tail << 8 | UInt64(ByteCursor.fold(bytes[offset])) }
        return head &* 0x9E37_79B9_7F4A_7C15 ^ tail ^ UInt64(truncatingIfNeeded: name.count) << 48
    }

    private static func isSame(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ left: Range<Int>,
        _ right: Range<Int>
    ) -> Bool {
        ByteCursor.equalIgnoringCase(bytes, left, UnsafeBufferPointer(rebasing: bytes[right]))
    }
}

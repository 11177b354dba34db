import Topology

/// Reads the snapshot of service tags that is compiled in: 3,039 tags with 93,362 prefixes in 313 KiB.
///
/// After a line with its name and the day (ten bytes), everything is a number in groups of seven bits, the lowest
/// first, the top bit set on all but the last byte:
/// - the change number of the list;
/// - for IPv4, then for IPv6: how many different prefixes there are, and each in order as its length (one byte) and
///   its distance from the one before, counted in blocks of its own length;
/// - how many tags there are, and each as the length of its name, the name, how many runs of prefixes it has, and
///   each run as its distance from the end of the one before, doubled, plus one where it is longer than one prefix,
///   followed by its length less two in that case.
struct ServiceTagSnapshot {
    static let head = Array("bulkhead.service-tags/1\n".utf8)
    private static let dayLength = 10

    private let bytes: [UInt8]
    private var index: Int

    /// The table of a snapshot; nil for bytes that are none.
    static func table(_ bytes: [UInt8]) -> ServiceTagTable? {
        guard bytes.starts(with: head), bytes.count > head.count + dayLength else { return nil }
        var reader = ServiceTagSnapshot(bytes: bytes, index: head.count + dayLength)
        let day = String(decoding: bytes[head.count..<reader.index], as: UTF8.self)
        return reader.read(day)
    }

    private mutating func read(_ day: String) -> ServiceTagTable? {
        guard let changeNumber = count() else { return nil }
        var prefixes: [AddressPrefix] = []
        for version in [IPAddress.Version.v4, .v6] {
            guard readPrefixes(version, into: &prefixes) else { return nil }
        }
        guard let tags = count() else { return nil }
        var members: [ServiceTag: [Range<Int>]] = [:]
        for _ in 0..<tags {
            guard let (name, runs) = readTag(prefixes.count) else { return nil }
            members[ServiceTag(name)] = runs
        }
        return ServiceTagTable(
            origin: .snapshot(day: day),
            changeNumber: changeNumber,
            prefixes: prefixes,
            members: members
        )
    }

    private mutating func readPrefixes(
        _ version: IPAddress.Version,
        into prefixes: inout [AddressPrefix]
    ) -> Bool {
        guard let number = count(), number <= bytes.count else { return false }
        prefixes.reserveCapacity(prefixes.count + number)
        var last: UInt128 = 0
        for _ in 0..<number {
            guard index < bytes.count, Int(bytes[index]) <= version.width else { return false }
            let length = Int(bytes[index])
            index += 1
            guard let distance = self.number() else { return false }
            // Shifts of the whole width give zero.
            let shift = UInt128(version.width - length)
            last = ((last >> shift) &+ distance) << shift
            prefixes.append(AddressPrefix(IPAddress(version: version, bits: last), length: length))
        }
        return true
    }

    private mutating func readTag(_ limit: Int) -> (name: String, runs: [Range<Int>])? {
        guard let length = count(), length <= bytes.count - index else { return nil }
        let name = String(decoding: bytes[index..<index + length], as: UTF8.self)
        index += length
        guard let number = count(), number <= limit else { return nil }
        var runs: [Range<Int>] = []
        runs.reserveCapacity(number)
        var end = 0
        for _ in 0..<number {
            guard let step = count() else { return nil }
            var length = 1
            if step & 1 == 1 {
                guard let more = count(), more <= limit else { return nil }
                length = more + 2
            }
            let start = end + step >> 1
            guard start <= limit, length <= limit - start else { return nil }
            end = start + length
            runs.append(start..<end)
        }
        return (name, runs)
    }

    /// A number small enough to count with.
    private mutating func count() -> Int? {
        number().flatMap { $0 < 1 << 31 ? Int($0) : nil }
    }

    private mutating func number() -> UInt128? {
        var value: UInt128 = 0
        var shift: UInt128 = 0
        while index < bytes.count, shift < 128 {
            let byte = bytes[index]
            index += 1
            value |= UInt128(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}

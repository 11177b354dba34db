/// An IPv4 or IPv6 address.
///
/// Addresses order by version, then by number.
package struct IPAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
    package enum Version: Int, Sendable, Comparable {
        case v4 = 4
        case v6 = 6

        /// The number of bits of an address: 32 or 128.
        package var width: Int { self == .v4 ? 32 : 128 }

        package static func < (left: Version, right: Version) -> Bool { left.rawValue < right.rawValue }
    }

    package let version: Version
    /// The address as a number; the upper 96 bits of an IPv4 address are zero.
    package let bits: UInt128

    package init(version: Version, bits: UInt128) {
        self.version = version
        self.bits = version == .v4 ? bits & UInt128(UInt32.max) : bits
    }

    /// Reads dotted decimal or colon-separated text; nil for anything else.
    package init?(_ text: some StringProtocol) {
        if let bits = Self.dotted(text) {
            self.init(version: .v4, bits: UInt128(bits))
        } else if let bits = Self.colons(text) {
            self.init(version: .v6, bits: bits)
        } else {
            return nil
        }
    }

    package static func < (left: IPAddress, right: IPAddress) -> Bool {
        (left.version, left.bits) < (right.version, right.bits)
    }

    package var description: String {
        switch version {
        case .v4: [24, 16, 8, 0].map { String((bits >> $0) & 0xFF) }.joined(separator: ".")
        case .v6: colonText
        }
    }

    /// Whether the address lies in the ranges of RFC 1918, RFC 6598 or RFC 4193: not routed on the internet.
    package var isPrivate: Bool { AddressPrefix.privateRanges.contains { $0.contains(self) } }

    private var colonText: String {
        let groups = stride(from: 112, through: 0, by: -16).map { UInt16(truncatingIfNeeded: bits >> $0) }
        // The longest run of two or more zero groups is written as two colons, the first one on a tie.
        var best = 0..<0
        var start = 0
        while start < groups.count {
            var end = start
            while end < groups.count, groups[end] == 0 { end += 1 }
            if end - start > max(best.count, 1) { best = start..<end }
            start = max(end, start + 1)
        }
        let hex = groups.map { String($0, radix: 16) }
        guard !best.isEmpty else { return hex.joined(separator: ":") }
        return hex[..<best.lowerBound].joined(separator: ":") + "::"
            + hex[best.upperBound...].joined(separator: ":")
    }

    private static func dotted(_ text: some StringProtocol) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ 0x30...0x39 ~= $0 }),
                let byte = UInt8(part)
            else { return nil }
            bits = bits << 8 | UInt32(byte)
        }
        return bits
    }

    private static func colons(_ text: some StringProtocol) -> UInt128? {
        guard text.utf8.count <= 45, text.contains(":") else { return nil }
        // Two colons stand for as many zero groups as are missing, at one place at most.
        let sides = text.split(separator: "::", omittingEmptySubsequences: false).map { groups($0) }
        guard let head = sides.first ?? nil, let tail = sides.last ?? nil else { return nil }
        var all = head
        if sides.count == 2 {
            guard head.count + tail.count < 8 else { return nil }
            all += [UInt16](repeating: 0, count: 8 - head.count - tail.count) + tail
        }
        guard sides.count <= 2, all.count == 8 else { return nil }
        return all.reduce(0) { $0 << 16 | UInt128($1) }
    }

    /// The groups between single colons, the last of which may be dotted decimal.
    private static func groups(_ text: some StringProtocol) -> [UInt16]? {
        guard !text.isEmpty else { return [] }
        var groups: [UInt16] = []
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            if index == parts.count - 1, let tail = dotted(part) {
                groups += [UInt16(tail >> 16), UInt16(tail & 0xFFFF)]
            } else {
                guard (1...4).contains(part.utf8.count), part.allSatisfy(\.isHexDigit),
                    let group = UInt16(part, radix: 16)
                else { return nil }
                groups.append(group)
            }
        }
        return groups
    }
}

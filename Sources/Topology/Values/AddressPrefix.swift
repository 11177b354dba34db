/// A block of addresses in CIDR notation, such as `10.0.0.0/16`.
package struct AddressPrefix: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The first address: bits behind the length are zero.
    package let first: IPAddress
    /// The number of leading bits that are fixed, 0...32 or 0...128.
    package let length: Int

    /// The block of that length around the address; the length is clamped to what the version has.
    package init(_ address: IPAddress, length: Int) {
        let clamped = min(max(length, 0), address.version.width)
        self.length = clamped
        let host = Self.hostBits(address.version, clamped)
        first = IPAddress(version: address.version, bits: address.bits & ~host)
    }

    /// Reads `address/length`, or a bare address as a block of one; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = parts.first.flatMap({ IPAddress($0) }), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(address, length: address.version.width)
            return
        }
        guard parts[1].utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let length = Int(parts[1]),
            length <= address.version.width
        else { return nil }
        self.init(address, length: length)
    }

    package var version: IPAddress.Version { first.version }
    package var last: IPAddress {
        IPAddress(version: version, bits: first.bits | Self.hostBits(version, length))
    }
    package var description: String { "\(first)/\(length)" }

    /// The number of addresses; saturates for `::/0`.
    package var count: UInt128 {
        let shift = version.width - length
        return shift >= 128 ? .max : 1 << UInt128(shift)
    }

    /// Whether the address lies in the block.
    package func contains(_ address: IPAddress) -> Bool {
        address.version == version && first <= address && address <= last
    }

    /// Whether all of the other block lies in this one.
    package func contains(_ other: AddressPrefix) -> Bool { length <= other.length && contains(other.first) }

    /// Whether the blocks share an address.
    package func overlaps(_ other: AddressPrefix) -> Bool { contains(other) || other.contains(self) }

    package static func < (left: AddressPrefix, right: AddressPrefix) -> Bool {
        (left.first, left.length) < (right.first, right.length)
    }

    /// Whether it is every address of its version.
    package var isEverything: Bool { length == 0 }

    /// RFC 1918, RFC 6598 and RFC 4193.
    package static let privateRanges = [
        "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7",
    ]
    .compactMap { AddressPrefix($0) }

    private static func hostBits(_ version: IPAddress.Version, _ length: Int) -> UInt128 {
        let shift = version.width - length
        return shift >= 128 ? .max : (1 << UInt128(shift)) - 1
    }
}

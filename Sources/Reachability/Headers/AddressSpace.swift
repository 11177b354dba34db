package import Topology

/// Addresses of both versions on one line: an IPv4 address lies where IPv6 maps it, at `::ffff:0:0/96`.
package typealias AddressSet = IntervalSet<UInt128>

/// The parts of the address line that Azure's filters speak of.
package enum AddressSpace {
    /// What no packet of the internet carries as its source: private, shared, loopback, link-local and multicast
    /// addresses, and 168.63.129.16, from which Azure itself speaks (azure-semantics 1.5).
    private static let unrouted = AddressSet(prefixes: [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.168.0.0/16", "224.0.0.0/3",
    ])

    /// Every IPv4 address.
    package static let version4 = AddressSet(prefixes: ["0.0.0.0/0"])

    /// The public addresses of both versions.
    package static let internet = version4.subtracting(unrouted).union(AddressSet(prefixes: ["2000::/3"]))

    /// The addresses a virtual network may use: all that are not public.
    package static let inside = AddressSet(AddressPrefix.privateRanges.map(\.line))

    /// Where load balancer probes come from, the one address of the tag `AzureLoadBalancer` (azure-semantics 1.5).
    package static let probes = AddressSet(prefixes: ["168.63.129.16/32"])

    /// Addresses that belong to nobody: kept for documentation, so that no service tag holds them.
    package static let documentation = AddressSet(prefixes: [
        "192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32",
    ])
}

extension AddressPrefix {
    /// The block on the line of both versions.
    package var line: ClosedRange<UInt128> { first.line...last.line }
}

extension IPAddress {
    private static let mapped: UInt128 = 0xFFFF << 32

    /// The place on the line of both versions.
    package var line: UInt128 { version == .v4 ? Self.mapped | bits : bits }

    /// The address at a place on the line.
    package init(line: UInt128) {
        let isVersion4 = line >> 32 == 0xFFFF
        self.init(version: isVersion4 ? .v4 : .v6, bits: isVersion4 ? line & UInt128(UInt32.max) : line)
    }
}

extension AddressSet {
    fileprivate init(prefixes: [String]) { self.init(prefixes.compactMap { AddressPrefix($0)?.line }) }

    /// Whether it holds as many addresses as a /8 of IPv4 or a /16 of IPv6: more than sites anyone could name.
    package var isWide: Bool {
        let version4 = intersection(AddressSpace.version4)
        return version4.count >= 1 << 24 || subtracting(AddressSpace.version4).count >= 1 << 112
    }

    package init(_ prefixes: some Sequence<AddressPrefix>) { self.init(prefixes.map(\.line)) }

    /// The addresses of the block in its own version: `::/0` holds no IPv4 address, though the line has them inside.
    init(alone prefix: AddressPrefix) {
        let set = AddressSet([prefix.line])
        self = prefix.version == .v6 && prefix.length < 96 ? set.subtracting(AddressSpace.version4) : set
    }
}

extension AddressSet {
    /// The fewest prefixes that hold the same addresses.
    package var blocks: [AddressPrefix] {
        ranges.flatMap { range -> [AddressPrefix] in
            var blocks: [AddressPrefix] = []
            var next = range.lowerBound
            while true {
                let address = IPAddress(line: next)
                let width = address.version.width
                // The block may be as large as its first address is aligned and as the range is long.
                let aligned = min(next.trailingZeroBitCount, width)
                let room = range.upperBound - next
                let fitting = room == .max ? 128 : 127 - (room + 1).leadingZeroBitCount
                let size = min(aligned, fitting, width)
                blocks.append(AddressPrefix(address, length: width - size))
                let last = size >= 128 ? .max : next + ((1 << UInt128(size)) - 1)
                guard last < range.upperBound else { return blocks }
                next = last + 1
            }
        }
    }
}

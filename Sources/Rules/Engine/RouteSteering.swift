import Topology

/// Where the user-defined routes of a table lead a block of addresses.
struct RouteSteering {
    private let routes: [(prefix: AddressPrefix, route: Route)]

    init(_ table: RouteTable) {
        routes = table.routes.flatMap { route in route.addressPrefixes.prefixes.map { ($0, route) } }
    }

    /// Whether every address of the block goes to an appliance at one of these addresses.
    ///
    /// The longest prefix decides, and a user-defined route wins over a system route of the same length.
    ///
    /// - Parameters:
    ///   - block: The addresses.
    ///   - hops: The addresses of the appliances.
    ///   - length: The length of a system route to the block, such as a peering's; shorter routes lose to it.
    /// - Returns: Whether all of it is led there; O(routes x address length).
    func leads(_ block: AddressPrefix, to hops: Set<IPAddress>, beatingLength length: Int = 0) -> Bool {
        Self.leads(block, to: hops, by: routes.filter { $0.prefix.length >= length })
    }

    /// The route that leads the block, or nil where none does or a system route of that length wins.
    func route(to block: AddressPrefix, beatingLength length: Int = 0) -> Route? {
        let matching = routes.filter { $0.prefix.contains(block) && $0.prefix.length >= length }
        return matching.max { $0.prefix.length < $1.prefix.length }?.route
    }

    private static func leads(
        _ block: AddressPrefix,
        to hops: Set<IPAddress>,
        by routes: [(prefix: AddressPrefix, route: Route)]
    ) -> Bool {
        let relevant = routes.filter { $0.prefix.overlaps(block) }
        guard relevant.contains(where: { $0.prefix.length > block.length }), let halves = block.halves else {
            let longest = relevant.max { $0.prefix.length < $1.prefix.length }
            return longest.map { $0.route.leads(to: hops) } ?? false
        }
        return leads(halves.lower, to: hops, by: relevant) && leads(halves.upper, to: hops, by: relevant)
    }
}

extension Route {
    /// Whether it hands packets to an appliance at one of these addresses, or drops them.
    fileprivate func leads(to hops: Set<IPAddress>) -> Bool {
        if nextHopType.is("None") { return true }
        return nextHopType.is("VirtualAppliance") && nextHopIPAddress.value.map(hops.contains) ?? false
    }

    /// Why it cannot be read, or nil where all of it is known.
    var gap: String? {
        if addressPrefixes.isEmpty { return "the input has no prefix of the route \(name)" }
        if let gap = nextHopType.gap("next hop of the route \(name)") { return gap }
        guard nextHopType.is("VirtualAppliance") else { return nil }
        return nextHopIPAddress.gap("next hop address of the route \(name)")
    }
}

extension AddressPrefix {
    /// The block cut in two, or nil for a single address.
    fileprivate var halves: (lower: AddressPrefix, upper: AddressPrefix)? {
        guard length < version.width else { return nil }
        let bit: UInt128 = 1 << UInt128(version.width - length - 1)
        let middle = IPAddress(version: version, bits: first.bits | bit)
        return (AddressPrefix(first, length: length + 1), AddressPrefix(middle, length: length + 1))
    }
}

import Topology

/// Everything with a private address, in the order of networks and addresses.
///
/// Sites of one profile differ by their address alone: they stand in one subnet, behind the same groups.
package struct EndpointTable: Sendable {
    package let sites: [Site]
    /// The profile of each site.
    let profiles: [Int32]
    let profileCount: Int
    /// Where the sites of each virtual network stand.
    let ranges: [ResourceID: Range<Int>]
    private let lines: [UInt128]

    init(_ network: Network) {
        let order = network.topology.all(VirtualNetwork.self).map(\.id)
        let rank = Dictionary(
            order.enumerated().map { ($0.element, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        let placed = network.sites.all.compactMap { site in
            site.virtualNetwork.flatMap { rank[$0] }.map { (site: site, rank: $0, line: site.address.line) }
        }
        let sorted = placed.sorted { ($0.rank, $0.line) < ($1.rank, $1.line) }
        sites = sorted.map(\.site)
        lines = sorted.map(\.line)
        var ranges: [ResourceID: Range<Int>] = [:]
        var start = 0
        for index in sorted.indices
        where index + 1 == sorted.count || sorted[index + 1].rank != sorted[index].rank {
            ranges[order[sorted[index].rank]] = start..<index + 1
            start = index + 1
        }
        self.ranges = ranges
        var known: [ProfileKey: Int32] = [:]
        profiles = sites.map { site in
            let key = ProfileKey(site)
            if let profile = known[key] { return profile }
            known[key] = Int32(known.count)
            return Int32(known.count - 1)
        }
        profileCount = known.count
    }

    package var count: Int { sites.count }

    /// The sites of a virtual network whose addresses lie in a range.
    func range(of addresses: ClosedRange<UInt128>, in network: ResourceID) -> Range<Int> {
        guard let all = ranges[network] else { return 0..<0 }
        let first = firstIndex(from: addresses.lowerBound, in: all)
        guard addresses.upperBound < .max else { return first..<all.upperBound }
        return first..<max(first, firstIndex(from: addresses.upperBound + 1, in: all))
    }

    func line(_ index: Int) -> UInt128 { lines[index] }

    private func firstIndex(from line: UInt128, in range: Range<Int>) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] < line { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// What two sites share that are treated alike but for their address.
    private struct ProfileKey: Hashable {
        let subnet: ResourceID
        let group: ResourceID?
        let isReadable: Bool
        let groups: [ResourceID]
        /// What stands there, where it is not one machine like the next.
        let occupant: ResourceID?

        init(_ site: Site) {
            subnet = site.subnet
            group = site.securityGroup.value
            isReadable = site.securityGroup.reason == nil
            groups = site.groups
            if case .machine = site.occupant { occupant = nil } else { occupant = site.owner }
        }
    }
}

extension Site {
    /// Whether it sends packets of its own.
    package var initiates: Bool {
        if case .machine = occupant { true } else { false }
    }
}

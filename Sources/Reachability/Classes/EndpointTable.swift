import Topology

/// Everything with a private address, in the order of networks and addresses.
package struct EndpointTable: Sendable {
    package let sites: [Site]
    /// The virtual networks that have sites or not, in the order of the input.
    let networks: [ResourceID]
    /// Where the sites of each virtual network stand.
    let ranges: [Range<Int>]
    /// The virtual network of each site.
    let networkOf: [Int32]
    /// Every address at which a packet may come from or go to, in order, each once.
    let world: [UInt128]
    /// The place of each site's address among them.
    let ranks: [Int32]
    private let numbers: [ResourceID: Int32]

    init(_ network: Network) {
        let order = network.topology.all(VirtualNetwork.self).map(\.id)
        let numbers = Dictionary(
            order.enumerated().map { ($0.element, Int32($0.offset)) },
            uniquingKeysWith: { first, _ in first }
        )
        let placed = network.sites.all.compactMap { site in
            site.virtualNetwork.flatMap { numbers[$0] }.map {
                (site: site, number: $0, line: site.address.line)
            }
        }
        .sorted { ($0.number, $0.line) < ($1.number, $1.line) }
        sites = placed.map(\.site)
        networkOf = placed.map(\.number)
        networks = order
        self.numbers = numbers
        var ranges = [Range<Int>](repeating: 0..<0, count: order.count)
        var start = 0
        for index in placed.indices
        where index + 1 == placed.count || placed[index + 1].number != placed[index].number {
            ranges[Int(placed[index].number)] = start..<index + 1
            start = index + 1
        }
        self.ranges = ranges
        // Firewalls put their own address in packets.
        let devices = network.topology.all(AzureFirewall.self).compactMap { firewall in
            network.inspection(of: firewall.id)?.privateAddress?.line
        }
        var world = placed.map(\.line) + devices
        world.sort()
        var last = 0
        for index in world.indices.dropFirst() where world[index] != world[last] {
            last += 1
            world[last] = world[index]
        }
        world.removeSubrange(min(world.count, last + 1)...)
        self.world = world
        let known = world
        ranks = placed.map { entry in Int32(known.partitioningIndex { $0 >= entry.line }) }
    }

    package var count: Int { sites.count }

    func line(_ index: Int) -> UInt128 { world[Int(ranks[index])] }

    /// The number of a virtual network; nil for one that the input does not hold.
    func number(of network: ResourceID) -> Int32? { numbers[network] }

    /// The place of the first address of the world at or behind one.
    func rank(from line: UInt128) -> Int32 { Int32(world.partitioningIndex { $0 >= line }) }

    /// The place of an address of the world; nil for another one.
    func rank(of line: UInt128) -> Int32? {
        let rank = rank(from: line)
        return Int(rank) < world.count && world[Int(rank)] == line ? rank : nil
    }

    /// The places of those addresses of the world that lie in a range.
    func ranks(in range: ClosedRange<UInt128>) -> Range<Int32> {
        let first = rank(from: range.lowerBound)
        let end = Int32(world.partitioningIndex { $0 > range.upperBound })
        return first..<max(first, end)
    }

    /// Where the address of a site in a virtual network stands in the table.
    func index(at line: UInt128, in network: ResourceID) -> Int? {
        guard let number = numbers[network], let rank = rank(of: line) else { return nil }
        let range = ranges[Int(number)]
        let index = ranks[range].partitioningIndex { $0 >= rank }
        return index < range.upperBound && ranks[index] == rank ? index : nil
    }
}

extension Site {
    /// Whether it sends packets of its own.
    package var initiates: Bool {
        if case .machine = occupant { true } else { false }
    }
}

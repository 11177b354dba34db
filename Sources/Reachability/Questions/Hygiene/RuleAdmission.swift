import Topology

/// How much a rule lets through.
package struct RuleAdmission: Sendable, Equatable {
    /// Combinations of an IPv4 source, an IPv4 destination and a service, a service being a port of TCP or UDP, or
    /// another protocol as a whole: in all the addresses the rule speaks of, its own end kept to what the list guards.
    package internal(set) var space: UInt128 = 0
    /// The same between addresses at which something stands in the estate.
    package internal(set) var endpoints: UInt128 = 0

    /// Adds what the boxes hold at a place; false where a name of them is in no list.
    mutating func add(_ boxes: [PacketBox], at place: GuardedPlace, _ estate: AddressLine) -> Bool {
        for box in boxes {
            guard !place.isVague(box), let box = place.resolved(box) else { return false }
            guard !box.isEmpty else { continue }
            let services = box.serviceCount
            let sources = box.sources.intersection(AddressSpace.version4).count
            let destinations = box.destinations.intersection(AddressSpace.version4).count
            space = space.addingSaturated(
                sources.multiplyingSaturated(destinations).multiplyingSaturated(services)
            )
            let here = place.nearSites
            let (from, to) =
                switch place.direction {
                case .inbound: (estate, here)
                case .outbound: (here, estate)
                case nil: (estate, estate)
                }
            // Nothing sends to itself.
            let both = box.sources.intersection(box.destinations)
            let selves = both.isEmpty ? 0 : (place.direction == nil ? estate : here).count(in: both)
            let pairs = from.count(in: box.sources) * to.count(in: box.destinations) - selves
            endpoints = endpoints.addingSaturated(UInt128(max(0, pairs)).multiplyingSaturated(services))
        }
        return true
    }
}

extension PacketBox {
    /// How many services it holds: ports of TCP and UDP, and other protocols that rules name.
    var serviceCount: UInt128 {
        let portful = UInt128([6, 17].count { protocols.contains($0) }) * destinationPorts.count
        guard destinationPorts.isEverything else { return portful }
        return portful + UInt128([1, 50, 51].count { protocols.contains($0) })
    }
}

extension UInt128 {
    fileprivate func multiplyingSaturated(_ other: UInt128) -> UInt128 {
        let (product, overflow) = multipliedReportingOverflow(by: other)
        return overflow ? .max : product
    }

    fileprivate func addingSaturated(_ other: UInt128) -> UInt128 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}

import Topology

/// One place that a list of rules guards: what its names hold there.
struct GuardedPlace: Sendable {
    /// Nil for the whole estate, which a firewall stands before.
    let direction: SecurityRule.Direction?
    /// What `VirtualNetwork` covers there (azure-semantics 1.4).
    let place: Place
    /// The addresses it guards, and those of them at which something stands.
    let near: AddressSet
    let nearSites: AddressLine
    let tags: TagAddresses
    /// Whether a firewall asks there, which knows no `VirtualNetwork` of its own.
    var isFirewall: Bool { direction == nil }

    /// The packets of a box with the names put in; nil where a name is in no list.
    ///
    /// The near end is kept to what is guarded. The result may be empty, and may hold packets that do not exist where
    /// the box is vague there.
    func resolved(_ box: PacketBox) -> PacketBox? {
        var box = box
        for (mark, isInside) in box.marks {
            switch mark {
            case .sourceTag(let tag):
                guard let set = addresses(of: tag, isInside) else { return nil }
                box.sources = isInside ? box.sources.intersection(set) : box.sources.subtracting(set)
            case .destinationTag(let tag):
                guard let set = addresses(of: tag, isInside) else { return nil }
                box.destinations =
                    isInside ? box.destinations.intersection(set) : box.destinations.subtracting(set)
            case .sourceGroup(let group):
                let set = place.members(group)
                box.sources = isInside ? box.sources.intersection(set) : box.sources.subtracting(set)
            case .destinationGroup(let group):
                let set = place.members(group)
                box.destinations =
                    isInside ? box.destinations.intersection(set) : box.destinations.subtracting(set)
            case .name, .unread: return nil
            }
        }
        box.marks = [:]
        switch direction {
        case .inbound: box.destinations = box.destinations.intersection(near)
        case .outbound: box.sources = box.sources.intersection(near)
        case nil: break
        }
        // No packet goes from an address of one version to one of the other.
        if near.isVersion4 {
            box.sources = box.sources.intersection(AddressSpace.version4)
            box.destinations = box.destinations.intersection(AddressSpace.version4)
        }
        return box
    }

    /// Whether it is open which packets of a box there are: some of the addresses may or may not be in
    /// `VirtualNetwork`.
    func isVague(_ box: PacketBox) -> Bool {
        guard let perhaps = place.perhaps?.addresses else { return false }
        return box.marks[.sourceTag(.virtualNetwork)] != nil && box.sources.overlaps(perhaps)
            || box.marks[.destinationTag(.virtualNetwork)] != nil && box.destinations.overlaps(perhaps)
    }

    /// What a tag covers; the most it may, for packets inside of it, the least, for those outside.
    private func addresses(of tag: ServiceTag, _ isInside: Bool) -> AddressSet? {
        switch tag {
        case .virtualNetwork where isFirewall: .empty
        case .virtualNetwork:
            isInside
                ? place.virtualNetwork.union(place.perhaps?.addresses ?? .empty) : place.virtualNetwork
        case .internet: place.internet
        case .azureLoadBalancer: AddressSpace.probes
        default: PlatformService(tag)?.addresses ?? tags[tag]
        }
    }
}

/// Addresses at which something stands, in order, to be counted by ranges.
struct AddressLine: Sendable {
    private let lines: [UInt128]

    init(_ addresses: some Sequence<UInt128>) { lines = Set(addresses).sorted() }

    var isEmpty: Bool { lines.isEmpty }

    /// How many lie in a set; O(ranges · log addresses).
    func count(in set: AddressSet) -> Int {
        if set.isEverything { return lines.count }
        // The shorter of both is walked.
        if lines.count < set.ranges.count {
            return lines.count { set.neighbourhood(of: $0).isInside }
        }
        return set.ranges.reduce(0) { sum, range in
            sum + lines.partitioningIndex { $0 > range.upperBound }
                - lines.partitioningIndex { $0 >= range.lowerBound }
        }
    }

    /// The first that lies in a set.
    func first(in set: AddressSet) -> UInt128? {
        for range in set.ranges {
            let index = lines.partitioningIndex { $0 >= range.lowerBound }
            if index < lines.count, lines[index] <= range.upperBound { return lines[index] }
        }
        return nil
    }
}

extension AddressSet {
    /// Whether all of it is IPv4.
    fileprivate var isVersion4: Bool { AddressSpace.version4.contains(self) }
}

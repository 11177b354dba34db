import Topology

/// Mistakes put into the engine on purpose, so that the tests can show that they would notice each.
///
/// Empty outside of tests; it is read where lists, routes and gates are made, never for a packet of its own.
package struct Faults: OptionSet, Sendable, Hashable {
    package let rawValue: UInt64

    package init(rawValue: UInt64) { self.rawValue = rawValue }

    private init(_ place: UInt64) { rawValue = 1 << place }

    // Rules.
    package static let portsEndEarly = Faults(0)
    package static let portsStartLate = Faults(1)
    package static let prioritiesReversed = Faults(2)
    package static let anyProtocolIgnoresPorts = Faults(3)
    package static let sourcePortsIgnored = Faults(4)
    package static let portsSwapped = Faults(5)
    package static let unlistedTagIsEmpty = Faults(6)
    package static let unlistedTagIsEverything = Faults(7)
    package static let unreadableRulesSkipped = Faults(8)
    package static let defaultRulesMissing = Faults(9)
    package static let deniesFirst = Faults(10)
    package static let sourcesIgnored = Faults(11)
    package static let destinationsIgnored = Faults(12)
    package static let groupsIgnored = Faults(13)
    package static let protocolsIgnored = Faults(14)
    package static let tagCoversEveryPrivateAddress = Faults(15)
    package static let internetCoversEverything = Faults(16)
    package static let directionsSwapped = Faults(17)
    package static let alwaysAllowAsksGroups = Faults(18)

    // Routes and places.
    package static let userRoutesIgnored = Faults(19)
    package static let shortestPrefixWins = Faults(20)
    package static let narrowPrivateRange = Faults(21)
    package static let peeringIsTransitive = Faults(22)
    package static let endpointRoutesMissing = Faults(23)
    package static let learnedRoutesFirst = Faults(24)
    package static let tagWithoutPeers = Faults(25)
    package static let tagWithoutRoutes = Faults(26)

    // The order of filters.
    package static let subnetGroupIgnored = Faults(27)
    package static let interfaceGroupIgnored = Faults(28)
    package static let adminRulesIgnored = Faults(29)

    // Sets.
    package static let setsForgetOpen = Faults(32)
    package static let axisEndsEarly = Faults(33)
    package static let atomsMerged = Faults(34)
    package static let nearEndsIgnored = Faults(35)
    package static let replacedSourcesKept = Faults(36)
    package static let peeringFlagsIgnored = Faults(37)
    package static let tagEverywhere = Faults(38)
    package static let cutsIgnored = Faults(39)
    package static let straysLost = Faults(40)
    package static let windowsIgnored = Faults(41)
}

// MARK: - Rules

extension Faults {
    /// The list as an engine with these faults would have compiled it.
    func applied(to list: RuleList) -> RuleList {
        guard !isEmpty else { return list }
        var entries = list.entries
        if contains(.unreadableRulesSkipped) { entries.removeAll { $0.doubt != nil || $0.action.isUnknown } }
        if contains(.defaultRulesMissing) { entries.removeAll { $0.priority >= 65_000 } }
        if contains(.prioritiesReversed) {
            // Azure's own rules stay behind.
            entries = entries.map { $0.priority < 65_000 ? changed($0, priority: 5000 - $0.priority) : $0 }
        }
        if contains(.deniesFirst) {
            entries = entries.map {
                $0.action.isSame(as: .deny) && $0.priority < 65_000 ? changed($0, priority: 0) : $0
            }
        }
        return RuleList(list.direction, entries.map { changed($0, priority: $0.priority) })
    }

    private func changed(_ entry: RuleList.Entry, priority: Int) -> RuleList.Entry {
        var action = entry.action
        if contains(.alwaysAllowAsksGroups), action.isSame(as: .alwaysAllow) { action = .allow }
        var ports = (source: entry.sourcePorts, destination: entry.destinationPorts)
        if contains(.portsSwapped) { ports = (ports.destination, ports.source) }
        if contains(.sourcePortsIgnored) { ports.source = .everything }
        if contains(.anyProtocolIgnoresPorts), entry.protocols.isEverything {
            ports.destination = .everything
        }
        if contains(.portsEndEarly) { ports.destination = ports.destination.shrunk(low: 0, high: 1) }
        if contains(.portsStartLate) { ports.destination = ports.destination.shrunk(low: 1, high: 0) }
        return RuleList.Entry(
            name: entry.name,
            priority: priority,
            action: action,
            resource: entry.resource,
            protocols: contains(.protocolsIgnored) ? .everything : entry.protocols,
            source: contains(.sourcesIgnored) ? RuleEnd(addresses: .everything) : applied(to: entry.source),
            destination: contains(.destinationsIgnored)
                ? RuleEnd(addresses: .everything) : applied(to: entry.destination),
            sourcePorts: ports.source,
            destinationPorts: ports.destination,
            doubt: entry.doubt,
            shownPriority: entry.shownPriority
        )
    }

    private func applied(to end: RuleEnd) -> RuleEnd {
        var end = end
        if contains(.unlistedTagIsEmpty) { end.publicDoubt = nil }
        if contains(.unlistedTagIsEverything), end.publicDoubt != nil { end.addresses = .everything }
        if contains(.groupsIgnored), !end.groups.isEmpty { end.addresses = .everything }
        if contains(.tagCoversEveryPrivateAddress), end.namesVirtualNetwork {
            end.addresses = end.addresses.union(AddressSpace.inside)
        }
        if contains(.internetCoversEverything), end.namesInternet { end.addresses = .everything }
        return end
    }
}

extension IntervalSet<UInt16> {
    /// The set with so many numbers less at both ends of each range that is not a single number or everything.
    fileprivate func shrunk(low: UInt16, high: UInt16) -> IntervalSet {
        guard !isEverything else { return self }
        return IntervalSet(
            ranges.compactMap { range in
                range.count > 1 ? range.lowerBound + low...range.upperBound - high : range
            }
        )
    }
}

extension RuleList.Entry.Action {
    fileprivate var isUnknown: Bool {
        if case .unknown = self { true } else { false }
    }
}

// MARK: - Routes

extension Faults {
    /// The routes as an engine with these faults would have collected them.
    func applied(to entries: [RouteEntry]) -> [RouteEntry] {
        guard !isEmpty else { return entries }
        var entries = entries
        if contains(.userRoutesIgnored) { entries.removeAll { $0.source == .user } }
        if contains(.endpointRoutesMissing) { entries.removeAll { $0.nextHop.kind == .privateEndpoint } }
        if contains(.shortestPrefixWins) {
            let all = entries
            entries.removeAll { entry in
                all.contains {
                    $0.prefix != entry.prefix && $0.prefix.contains(entry.prefix) && !$0.prefix.isEverything
                }
            }
        }
        if contains(.learnedRoutesFirst) {
            let learned = Set(entries.filter { $0.source == .gateway }.map(\.prefix))
            entries.removeAll { $0.source != .gateway && learned.contains($0.prefix) }
        }
        if contains(.narrowPrivateRange) {
            entries = entries.map { entry in
                guard entry.prefix.description == "172.16.0.0/12",
                    let narrow = AddressPrefix("172.16.0.0/20")
                else { return entry }
                return RouteEntry(
                    narrow,
                    entry.nextHop,
                    entry.source,
                    resource: entry.resource,
                    name: entry.name
                )
            }
        }
        return entries
    }
}

extension SecurityRule.Direction {
    var opposite: SecurityRule.Direction { self == .inbound ? .outbound : .inbound }
}

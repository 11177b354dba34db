import JSON
import Topology

/// What a rule of a security group matches, as boxes: sources by destinations by protocols with their ports.
struct RuleMatch {
    let boxes: [PacketBox]

    /// - Parameters:
    ///   - rule: The rule.
    ///   - index: Its place in the group.
    ///   - direction: The direction it is read for.
    ///   - namesSplit: Whether `VirtualNetwork` is any address, and `Internet` what that leaves of the public ones, as
    ///     it is where networks use public addresses (azure-semantics 1.5).
    init(
        _ rule: SecurityRule,
        _ index: Int,
        _ direction: SecurityRule.Direction,
        namesSplit: Bool = false
    ) {
        let unread = PacketBox.Mark.unread(rule: index)
        let sources = Self.ends(
            rule.sourceAddresses,
            rule.sourceApplicationSecurityGroups.map(PacketBox.Mark.sourceGroup),
            tag: PacketBox.Mark.sourceTag,
            isNear: direction == .outbound,
            isWhole: Self.isWhole(rule, "sourceAddressPrefix", "sourceAddressPrefixes"),
            namesSplit: namesSplit,
            unread: unread
        )
        let destinations = Self.ends(
            rule.destinationAddresses,
            rule.destinationApplicationSecurityGroups.map(PacketBox.Mark.destinationGroup),
            tag: PacketBox.Mark.destinationTag,
            isNear: direction == .inbound,
            isWhole: Self.isWhole(rule, "destinationAddressPrefix", "destinationAddressPrefixes"),
            namesSplit: namesSplit,
            unread: unread
        )
        let services = Self.services(rule, unread)
        boxes = sources.flatMap { source in
            destinations.flatMap { destination in
                services.map { service in
                    var box = service
                    box.sources = source.addresses
                    box.destinations = destination.addresses
                    for end in [source, destination] { end.mark.map { box.marks[$0] = end.isInside } }
                    return box
                }
            }
        }
    }

    /// Addresses of one end, or those of them that are in what the mark names.
    private struct End {
        var addresses: AddressSet
        var mark: PacketBox.Mark?
        var isInside = true
    }

    private static func ends(
        _ terms: [AddressTerm],
        _ groups: [PacketBox.Mark],
        tag: (ServiceTag) -> PacketBox.Mark,
        isNear: Bool,
        isWhole: Bool,
        namesSplit: Bool,
        unread: PacketBox.Mark
    ) -> [End] {
        var ends = groups.map { End(addresses: isNear ? .everything : AddressSpace.inside, mark: $0) }
        var known = AddressSet.empty
        for term in terms {
            switch term.meaning {
            case .any: known = .everything
            // `0.0.0.0/0` is the same as `*` (azure-semantics 1.3).
            case .prefix(let prefix) where prefix.isEverything && prefix.version == .v4: known = .everything
            case .prefix(let prefix): known = known.union(AddressSet(alone: prefix))
            case .range(let first, let last): known = known.union(AddressSet([first.line...last.line]))
            case .unreadable: ends.append(End(addresses: .everything, mark: unread))
            case .tag(let name) where isNear:
                // What a group guards is in the virtual network, and in no other tag (azure-semantics 1.1).
                if name == .virtualNetwork { known = .everything }
            case .tag(.virtualNetwork) where namesSplit:
                ends.append(End(addresses: .everything, mark: tag(.virtualNetwork)))
            case .tag(.internet) where namesSplit:
                let line = AddressSpace.internet
                ends.append(End(addresses: line, mark: tag(.virtualNetwork), isInside: false))
            case .tag(let name):
                let party = Party.tag(name)
                guard let named = party.namedTag else {
                    known = known.union(party.addresses)
                    continue
                }
                ends.append(End(addresses: party.addresses, mark: tag(named)))
            }
        }
        if !known.isEmpty { ends.append(End(addresses: known)) }
        if !isWhole || (terms.isEmpty && groups.isEmpty) {
            ends.append(End(addresses: .everything, mark: unread))
        }
        return ends
    }

    /// The protocols with their ports.
    ///
    /// A rule of all protocols that names ports matches TCP and UDP alone, one of
    /// a protocol without ports that names some cannot be read (azure-semantics 1.3).
    private static func services(_ rule: SecurityRule, _ unread: PacketBox.Mark) -> [PacketBox] {
        let from = ports(rule, rule.sourcePorts, "sourcePortRange", "sourcePortRanges")
        let to = ports(rule, rule.destinationPorts, "destinationPortRange", "destinationPortRanges")
        guard let protocols = rule.networkProtocol.value?.numbers, let from, let to else {
            return [PacketBox().marked(unread)]
        }
        var box = PacketBox()
        box.sourcePorts = from
        box.destinationPorts = to
        box.protocols = protocols
        guard !from.isEverything || !to.isEverything else { return [box] }
        box.protocols = protocols.intersection(.portful)
        guard box.protocols.isEmpty else { return [box] }
        var portless = PacketBox().marked(unread)
        portless.protocols = protocols
        return [portless]
    }

    /// The ports of a field; nil where they cannot be read in full.
    private static func ports(
        _ rule: SecurityRule,
        _ terms: [PortTerm],
        _ fields: String...
    ) -> IntervalSet<UInt16>? {
        guard !terms.isEmpty, terms.ranges.count == terms.count,
            fields.allSatisfy({ isWhole(rule, $0) })
        else { return nil }
        return IntervalSet(terms.ranges.map { $0.first...$0.last })
    }

    /// Whether everything in the fields is text: a value that only Azure knows is not among the terms.
    private static func isWhole(_ rule: SecurityRule, _ fields: String...) -> Bool {
        fields.allSatisfy { name in
            guard let value = rule.resource.fields[name], !value.isNull else { return true }
            let values = value.kind == .array ? value.elements : [value]
            return values.allSatisfy { $0.kind == .string || $0.kind == .number }
        }
    }
}

extension PacketBox {
    /// The same packets as far as they are in what the mark names.
    func marked(_ mark: Mark) -> PacketBox {
        var box = self
        box.marks[mark] = true
        return box
    }
}

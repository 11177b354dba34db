package import Topology

/// The packets whose fields lie each in its own set, and which meet the given marks.
package struct PacketBox: Hashable, Sendable {
    /// IP protocol numbers.
    package var protocols = IntervalSet<UInt8>.everything
    package var sources = AddressSet.everything
    package var destinations = AddressSet.everything
    package var sourcePorts = IntervalSet<UInt16>.everything
    package var destinationPorts = IntervalSet<UInt16>.everything
    /// What is known only by name: whether the packet is in it.
    package var marks: [Mark: Bool] = [:]

    package init() {}

    /// A set that has a name here and its members elsewhere.
    ///
    /// One name stands for the same packets in every rule, so that rules which name it are compared exactly
    /// although nobody knows who is in it.
    package enum Mark: Hashable, Sendable {
        case sourceTag(ServiceTag)
        case destinationTag(ServiceTag)
        case sourceGroup(ResourceID)
        case destinationGroup(ResourceID)
        /// A name that a firewall asks for, in lower case; `*.x` holds every name below `x`.
        case name(String)
        /// What could not be read of the rule at this place.
        case unread(rule: Int)
    }

    /// The most it can be: what could not be read of its rule taken as everything.
    package var atMost: PacketBox {
        var box = self
        box.marks = marks.filter { mark, _ in
            if case .unread = mark { false } else { true }
        }
        return box
    }

    package var isEmpty: Bool {
        protocols.isEmpty || sources.isEmpty || destinations.isEmpty || sourcePorts.isEmpty
            || destinationPorts.isEmpty
    }

    /// Whether the boxes share packets.
    package func overlaps(_ other: PacketBox) -> Bool {
        destinationPorts.overlaps(other.destinationPorts) && protocols.overlaps(other.protocols)
            && sources.overlaps(other.sources) && destinations.overlaps(other.destinations)
            && sourcePorts.overlaps(other.sourcePorts)
            && other.marks.allSatisfy { mark, value in marks[mark, default: value] == value }
    }

    /// Whether every packet of the other box is in this one.
    package func contains(_ other: PacketBox) -> Bool {
        destinationPorts.contains(other.destinationPorts) && protocols.contains(other.protocols)
            && sources.contains(other.sources) && destinations.contains(other.destinations)
            && sourcePorts.contains(other.sourcePorts)
            && marks.allSatisfy { mark, value in other.marks[mark] == value }
    }

    /// The packets in both; nil where there are none.
    package func intersection(_ other: PacketBox) -> PacketBox? {
        guard overlaps(other) else { return nil }
        var common = self
        common.protocols = protocols.intersection(other.protocols)
        common.destinationPorts = destinationPorts.intersection(other.destinationPorts)
        common.sources = sources.intersection(other.sources)
        common.destinations = destinations.intersection(other.destinations)
        common.sourcePorts = sourcePorts.intersection(other.sourcePorts)
        common.marks.merge(other.marks) { mine, _ in mine }
        return common
    }

    /// The packets of this box outside the other one, as boxes that share none.
    package func subtracting(_ other: PacketBox) -> [PacketBox] {
        guard overlaps(other) else { return [self] }
        var rest = self
        var outside: [PacketBox] = []
        func cut<Number>(_ field: WritableKeyPath<PacketBox, IntervalSet<Number>>) {
            var piece = rest
            piece[keyPath: field] = rest[keyPath: field].subtracting(other[keyPath: field])
            if !piece[keyPath: field].isEmpty { outside.append(piece) }
            rest[keyPath: field] = rest[keyPath: field].intersection(other[keyPath: field])
        }
        cut(\.protocols)
        cut(\.destinationPorts)
        cut(\.sources)
        cut(\.destinations)
        cut(\.sourcePorts)
        for (mark, value) in other.marks where rest.marks[mark] == nil {
            var piece = rest
            piece.marks[mark] = !value
            outside.append(piece)
            rest.marks[mark] = value
        }
        return outside
    }

    /// One packet of the box, the most ordinary there is; nil for an empty box.
    package var witness: Packet? {
        func pick<Number>(_ set: IntervalSet<Number>, preferring liked: Number...) -> Number? {
            liked.first { set.contains($0) } ?? set.first
        }
        let host: UInt128 = 0xFFFF_CB00_710A  // 203.0.113.10
        let inside: UInt128 = 0xFFFF_0A00_0004  // 10.0.0.4
        let host6: UInt128 = 0x2001_0DB8 << 96 | 0x10  // 2001:db8::10
        guard let number = pick(protocols, preferring: 6, 17, 1),
            let source = pick(sources, preferring: host, inside, host6),
            let destination = pick(destinations, preferring: inside, host, host6),
            let sourcePort = pick(sourcePorts, preferring: 49152),
            let destinationPort = pick(destinationPorts, preferring: 443)
        else { return nil }
        let hasPorts = IntervalSet.portful.contains(number)
        return Packet(
            networkProtocol: NetworkProtocol(number: number),
            source: IPAddress(line: source),
            destination: IPAddress(line: destination),
            sourcePort: hasPorts ? sourcePort : nil,
            destinationPort: hasPorts ? destinationPort : nil
        )
    }
}

/// Any set of packets: boxes that share none.
package struct PacketSet: Sendable {
    package let boxes: [PacketBox]

    package init(_ box: PacketBox) { boxes = box.isEmpty ? [] : [box] }

    private init(disjoint boxes: [PacketBox]) { self.boxes = boxes }

    package var isEmpty: Bool { boxes.isEmpty }

    /// One packet of the set; nil where it is empty.
    package var witness: Packet? { boxes.first?.witness }

    /// Every source address of the set.
    package var sources: AddressSet { AddressSet(boxes.flatMap(\.sources.ranges)) }

    /// Every destination port of the set.
    package var destinationPorts: IntervalSet<UInt16> {
        IntervalSet(boxes.flatMap(\.destinationPorts.ranges))
    }

    /// The set without some of its boxes.
    package func filter(_ isKept: (PacketBox) -> Bool) -> PacketSet {
        PacketSet(disjoint: boxes.filter(isKept))
    }

    /// Parts the set into what lies in any of the boxes and what lies in none.
    package func split(by others: [PacketBox]) -> (inside: PacketSet, outside: PacketSet) {
        var inside: [PacketBox] = []
        var open = boxes
        for other in others {
            inside += open.compactMap { $0.intersection(other) }
            open = open.flatMap { $0.subtracting(other) }
        }
        return (PacketSet(disjoint: inside), PacketSet(disjoint: open))
    }
}

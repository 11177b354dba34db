package import Topology

/// The packets of a question that one rule decides.
package struct FilterDecision: Sendable {
    package let rule: FilterRule
    package let packets: PacketSet
    /// Those of the packets that certainly exist, whoever is in the tags the rules name.
    package let certain: PacketSet

    init(rule: FilterRule, packets: PacketSet, question: PacketBox) {
        self.rule = rule
        self.packets = packets
        certain = packets.filter { $0.isCertain(in: question) }
    }

    /// A packet that this rule decides, a certain one where there is one.
    package var witness: Packet? { certain.witness ?? packets.witness }

    /// The tags whose members would have to be known to be sure.
    package var openTags: [ServiceTag] {
        let tags = packets.boxes.flatMap(\.marks.keys).compactMap { mark in
            switch mark {
            case .sourceTag(let tag), .destinationTag(let tag): tag
            default: nil
            }
        }
        return Set(tags).sorted { $0.text < $1.text }
    }
}

extension PacketBox {
    /// Whether packets of this part exist for certain, given that those of the question do.
    ///
    /// A part inside a tag that the question does not speak of may be empty, and so may what a question about a
    /// tag leaves when some addresses are taken out of it. A part outside a tag is not empty where it holds
    /// addresses that no tag has. Members and non-members of an application security group both exist.
    fileprivate func isCertain(in question: PacketBox) -> Bool {
        marks.allSatisfy { mark, isInside in
            let (mine, asked): (AddressSet, AddressSet)
            switch mark {
            case .sourceGroup, .destinationGroup: return true
            case .unread: return false
            case .sourceTag: (mine, asked) = (sources, question.sources)
            case .destinationTag: (mine, asked) = (destinations, question.destinations)
            }
            return isInside
                ? question.marks[mark] == true && mine == asked
                : mine.contains(AddressSpace.documentation)
        }
    }
}

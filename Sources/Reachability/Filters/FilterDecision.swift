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

    /// Whether nothing hangs on what a tag holds or on what could not be read.
    package var isCertain: Bool { certain.boxes.count == packets.boxes.count }

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
    /// A part inside a tag that the question does not speak of may be empty. Of a tag it does speak of, a part is
    /// left as long as few addresses are taken out; `VirtualNetwork` may be as small as what is taken out. A part
    /// outside a tag is not empty where it holds addresses that no tag has. Members and non-members of an
    /// application security group both exist.
    fileprivate func isCertain(in question: PacketBox) -> Bool {
        marks.allSatisfy { mark, isInside in
            switch mark {
            case .sourceGroup, .destinationGroup: true
            case .unread: false
            case .sourceTag(let tag):
                Self.holds(tag, isInside, question.marks[mark], sources, of: question.sources)
            case .destinationTag(let tag):
                Self.holds(tag, isInside, question.marks[mark], destinations, of: question.destinations)
            }
        }
    }

    private static func holds(
        _ tag: ServiceTag,
        _ isInside: Bool,
        _ asked: Bool?,
        _ part: AddressSet,
        of whole: AddressSet
    ) -> Bool {
        guard isInside else { return part.contains(AddressSpace.documentation) }
        guard asked == true else { return false }
        return tag == .virtualNetwork ? part == whole : !whole.subtracting(part).isWide
    }
}

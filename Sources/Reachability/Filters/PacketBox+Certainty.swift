import Topology

extension PacketBox {
    /// Whether packets of this part exist for certain, given that those of the question do.
    ///
    /// A part inside a tag that the question does not speak of may be empty. Of a tag it does speak of, a part is
    /// left as long as few addresses are taken out; `VirtualNetwork` may be as small as what is taken out. A part
    /// outside a tag is not empty where it holds addresses that no tag has. Members and non-members of an
    /// application security group both exist.
    func isCertain(in question: PacketBox) -> Bool {
        marks.allSatisfy { mark, isInside in
            switch mark {
            case .sourceGroup, .destinationGroup: true
            case .unread, .name: false
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
        guard asked == isInside else { return !isInside && part.overlaps(AddressSpace.documentation) }
        guard isInside else { return true }
        return tag == .virtualNetwork ? part == whole : !whole.subtracting(part).isWide
    }
}

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

    /// Where the rules part the traffic so finely that the question is given up at that rule.
    init(tooMany rule: FilterRule, packets: PacketSet, question: PacketBox) {
        let reason = "the rules before it part the traffic into more pieces than can be followed"
        let unread = FilterRule(
            name: rule.name,
            priority: rule.priority,
            action: .unknown(reason: reason),
            isDefault: rule.isDefault,
            path: rule.path,
            resource: rule.resource,
            matches: rule.matches
        )
        self.init(rule: unread, packets: packets, question: question)
    }

    /// Whether nothing hangs on what a tag holds or on what could not be read.
    package var isCertain: Bool { certain.boxes.count == packets.boxes.count }

    /// Whether the rule may let something through, and it cannot be said that it does.
    package var isDoubtful: Bool { rule.action != .deny && (rule.action != .allow || !isCertain) }

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

import Topology

extension HygieneEstate {
    /// Judges every rule of a list.
    func judge(_ list: JudgedList) -> RuleHygiene.List {
        let judge = RuleJudge(self, list)
        let rules = list.rules.indices.filter { !list.isContext($0) }
        let judged = rules.map { judge.judge($0) }
        return RuleHygiene.List(
            resource: list.resource,
            kind: list.kind,
            isAttached: !list.places.isEmpty,
            rules: judged.map(\.rule),
            findings: judged.flatMap(\.findings)
        )
    }
}

/// Judges the rules of one list.
struct RuleJudge {
    private let estate: HygieneEstate
    private let list: JudgedList
    private let overlaps: RuleOverlaps

    init(_ estate: HygieneEstate, _ list: JudgedList) {
        self.estate = estate
        self.list = list
        overlaps = RuleOverlaps(rules: list.rules)
    }

    /// More services than this from a wide range are over-broad.
    private static let fewServices: UInt128 = 16

    func judge(_ index: Int) -> (rule: RuleHygiene.Rule, findings: [RuleHygiene.Finding]) {
        let rule = list.rules[index]
        let share = overlaps.share(of: index)
        var heirs = overlaps.heirs(of: share.own, after: index)
        heirs.heirs.removeAll { list.rules[$0.rule].action != rule.action && isNowhere($0.parts) }
        let isCounted = rule.action == .allow && !share.isGivenUp && !heirs.isGivenUp
        let lost =
            heirs.rest
            + heirs.heirs.filter { list.rules[$0.rule].action != .allow }.flatMap(\.parts)
        let result = RuleHygiene.Rule(
            name: list.names[index],
            action: rule.action,
            isDefault: rule.isDefault,
            admitted: isCounted ? admission(share.own) : nil,
            onlyAdmitted: isCounted ? admission(lost) : nil
        )
        guard !rule.isDefault else { return (result, []) }
        if let dead = dead(index) { return (result, [dead]) }
        var findings: [RuleHygiene.Finding?] = []
        if !share.isGivenUp {
            if isNowhere(share.own) {
                findings.append(covered(index, share.takers))
            } else {
                if !heirs.isGivenUp, isNowhere(heirs.rest) {
                    findings.append(needless(index, share.own, heirs.heirs))
                }
                findings += conflicts(index)
                if rule.action == .allow { findings.append(overBroad(index, share.own)) }
            }
        }
        return (result, findings.compactMap { $0 })
    }

    // MARK: - Findings

    /// Earlier rules decide all of it.
    private func covered(_ index: Int, _ all: [(rule: Int, parts: [PacketBox])]) -> RuleHygiene.Finding? {
        let real = all.filter { !isNowhere($0.parts) }
        let takers = real.isEmpty ? all : real
        let actions = takers.map { list.rules[$0.rule].action }
        let own = list.rules[index].action
        let kind: RuleHygiene.Kind =
            actions.contains { $0.isKnown && own.isKnown && $0 != own }
            ? .shadowed : actions.allSatisfy { $0 == own && $0.isKnown } ? .redundant : .covered
        let telling = takers.first { list.rules[$0.rule].action != own } ?? takers.first
        let names = takers.map { list.rules[$0.rule].name }.joined(separator: ", ")
        let detail =
            switch kind {
            case .shadowed:
                "Every packet of \(name(index)) is decided before it, by \(names): it never takes effect."
            case .redundant: "Every packet of \(name(index)) is decided the same way before it, by \(names)."
            default:
                "Every packet of \(name(index)) is decided before it, by \(names), of which one cannot be read."
            }
        let by = takers.map(\.rule)
        return finding(kind, index, by, telling.map { ($0.parts, $0.rule) }, detail)
    }

    /// Later rules would do the same with all that it decides.
    private func needless(
        _ index: Int,
        _ own: [PacketBox],
        _ heirs: [(rule: Int, parts: [PacketBox])]
    ) -> RuleHygiene.Finding? {
        let action = list.rules[index].action
        guard action.isKnown, heirs.allSatisfy({ list.rules[$0.rule].action == action }) else { return nil }
        let names = heirs.map { list.rules[$0.rule].name }.joined(separator: ", ")
        let detail = "Without \(name(index)) nothing changes: \(names) would do the same with all it decides."
        return finding(.redundant, index, heirs.map(\.rule), (own, index), detail)
    }

    /// Earlier rules of the other action that share packets with it.
    private func conflicts(_ index: Int) -> [RuleHygiene.Finding?] {
        let action = list.rules[index].action
        guard action.isKnown else { return [] }
        return (0..<index).map { earlier in
            let other = list.rules[earlier]
            guard other.action.isKnown, other.action != action, !other.isDefault,
                case let parts = overlaps.correlation(of: earlier, index).filter(isSomewhere), !parts.isEmpty
            else { return nil }
            let detail =
                "\(other.name) and \(name(index)) share packets, and each has others: were they the other way round, "
                + "\(name(index)) would decide those."
            return finding(.conflicting, index, [earlier], (parts, earlier), detail)
        }
    }

    private func overBroad(_ index: Int, _ own: [PacketBox]) -> RuleHygiene.Finding? {
        let wide = own.first { box in
            let far = list.kind == .outbound ? box.destinations : box.sources
            guard box.serviceCount > Self.fewServices, box.marks.keys.allSatisfy(\.isWide) else {
                return false
            }
            guard list.kind == .firewall else { return far.isWide }
            return box.sources.isWide && box.destinations.isWide
        }
        guard let wide else { return nil }
        let ends =
            list.kind == .firewall
            ? "between wide ranges" : list.kind == .outbound ? "out to a wide range" : "in from a wide range"
        let detail = "\(name(index)) lets \(ends) by \(wide.serviceCount) services."
        return finding(.overBroad, index, [], ([wide], index), detail)
    }

    /// No packet can meet it where the list stands.
    private func dead(_ index: Int) -> RuleHygiene.Finding? {
        let rule = list.rules[index]
        let isUnread = rule.matches.contains { $0.marks.keys.contains(where: \.isUnread) }
        guard !isUnread else { return nil }
        let isFirewall = list.kind == .firewall || list.kind == .translations
        guard isFirewall || !list.places.isEmpty || rule.matches.isEmpty else { return nil }
        if isNowhere(rule.matches) {
            let detail = "No packet can meet \(name(index)): its addresses are nowhere where its list stands."
            return finding(.dead, index, [], nil, detail)
        }
        guard !estate.learnsMore else { return nil }
        let lives = rule.matches.contains { box in
            let ends =
                switch list.kind {
                case .inbound: [box.sources]
                case .outbound: [box.destinations]
                case .translations: [box.sources]
                case .firewall: [box.sources, box.destinations]
                }
            return ends.allSatisfy { $0.overlaps(estate.known) }
        }
        guard !lives else { return nil }
        let detail =
            "No packet can meet \(name(index)): no virtual network, gateway or hub of the input has its addresses."
        return finding(.dead, index, [], nil, detail)
    }

    // MARK: - Sets at places

    /// Whether the packets are certainly none: none at all, or none at any place the list stands.
    private func isNowhere(_ boxes: [PacketBox]) -> Bool {
        guard !boxes.isEmpty else { return true }
        guard !list.places.isEmpty else { return false }
        return boxes.allSatisfy { box in
            list.places.allSatisfy { $0.resolved(box)?.isEmpty == true }
        }
    }

    /// Whether there are such packets for certain.
    private func isSomewhere(_ box: PacketBox) -> Bool {
        guard !box.marks.keys.contains(where: \.isUnread) else { return false }
        return list.places.isEmpty || box.marks.isEmpty && list.places.contains { $0.isFirewall }
            || list.places.contains { !$0.isVague(box) && $0.resolved(box)?.isEmpty == false }
    }

    private func admission(_ boxes: [PacketBox]) -> RuleAdmission? {
        guard !list.places.isEmpty else { return nil }
        var admission = RuleAdmission()
        for place in list.places {
            guard admission.add(boxes, at: place, estate.line) else { return nil }
        }
        return admission
    }

    /// A finding with a packet of the part that a rule decides; nil where the point evaluator says another one does.
    private func finding(
        _ kind: RuleHygiene.Kind,
        _ index: Int,
        _ by: [Int],
        _ shown: (parts: [PacketBox], decider: Int)?,
        _ detail: String
    ) -> RuleHygiene.Finding? {
        var witness: Packet?
        if let shown {
            for place in list.places where witness == nil {
                let packet = shown.parts.lazy.compactMap { place.witness(of: $0, from: estate.line) }.first
                guard let packet, let decider = decider(of: packet, at: place) else { continue }
                guard decider == list.rules[shown.decider].name else { return nil }
                witness = packet
            }
        }
        return RuleHygiene.Finding(
            kind: kind,
            rule: list.names[index],
            by: by.map { list.names[$0] },
            witness: witness,
            detail: detail
        )
    }

    private func decider(of packet: Packet, at place: GuardedPlace) -> String? {
        if let decider = list.decider { return decider(packet, place) }
        return estate.decider(of: list.resource, packet, at: place)
    }

    private func name(_ index: Int) -> String { list.rules[index].name }
}

extension FilterRule.Action {
    fileprivate var isKnown: Bool { self == .allow || self == .deny }
}

extension PacketBox.Mark {
    fileprivate var isUnread: Bool {
        if case .unread = self { true } else { false }
    }

    /// Whether what it names may be a wide range; a named service or group is not.
    fileprivate var isWide: Bool {
        switch self {
        case .sourceTag(let tag), .destinationTag(let tag): tag == .virtualNetwork
        default: false
        }
    }
}

extension GuardedPlace {
    /// A packet of a box at this place, between addresses at which something stands where there are such.
    fileprivate func witness(of box: PacketBox, from estate: AddressLine) -> Packet? {
        guard var box = resolved(box), !box.isEmpty else { return nil }
        func prefer(_ line: AddressLine, _ set: AddressSet) -> AddressSet {
            line.first(in: set).map { AddressSet($0) } ?? set
        }
        switch direction {
        case .inbound: box.destinations = prefer(nearSites, box.destinations)
        case .outbound: box.sources = prefer(nearSites, box.sources)
        case nil: break
        }
        return box.witness
    }
}

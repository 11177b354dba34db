import Topology

/// Every rule list of the estate, each part once: sets, ends, services and whole lists have numbers.
///
/// Groups cloned from one template are one list here, and a list is armed once for all places at which the same of its
/// rules may apply.
struct FilterTable: Sendable {
    /// A rule at places where its near end is settled.
    struct Entry: Hashable, Sendable {
        let action: UInt8
        /// Whether it cannot be said that the rule matches, even where everything else does.
        var isOpen: Bool
        let services: Int32
        let far: Int32
    }

    /// A rule before its near end is settled.
    private struct Draft: Hashable, Sendable {
        let entry: Entry
        let near: Int32
    }

    /// The numbers of actions.
    enum Action {
        static let allow: UInt8 = 0
        static let deny: UInt8 = 1
        static let always: UInt8 = 2
        static let unknown: UInt8 = 3
    }

    private(set) var sets = Interner<AddressSet>()
    private(set) var farEnds = Interner<FarEnd>()
    private var nearEnds = Interner<NearEnd>()
    private(set) var matches = Interner<ServiceMatch>()
    private var drafts = Interner<[Draft]>()
    private var lists = Interner<[Entry]>()
    /// The near ends of each draft, each once, and their places in it.
    private var nearOf: [[Int32]] = []
    /// The armed list of a draft, by what its near ends hold.
    private var armed: [ArmKey: Int32] = [:]
    private let members: [ResourceID: AddressSet]

    private struct ArmKey: Hashable, Sendable {
        let draft: Int32
        let holdings: [UInt8]
    }

    private let faults: Faults

    init(members: [ResourceID: AddressSet], faults: Faults = []) {
        self.members = members
        self.faults = faults
    }

    /// The armed lists, by number.
    var armedLists: [[Entry]] { lists.values }

    mutating func number(of set: AddressSet) -> Int32 { sets.number(of: set) }

    /// The number of a list as it is written.
    mutating func draft(_ list: RuleList, _ reading: RuleList.Reading = .plain) -> Int32 {
        let isInbound = list.direction == .inbound
        let entries = list.entries.map { entry -> Draft in
            let far = isInbound ? entry.source : entry.destination
            let near = isInbound ? entry.destination : entry.source
            return Draft(
                entry: Entry(
                    action: Self.number(of: entry.action),
                    isOpen: entry.doubt != nil,
                    services: matches.number(of: ServiceMatch(entry, reading)),
                    far: farEnds.number(of: FarEnd(far, members: members) { sets.number(of: $0) })
                ),
                near: nearEnds.number(of: NearEnd(near) { sets.number(of: $0) })
            )
        }
        let number = drafts.number(of: entries)
        if Int(number) == nearOf.count { nearOf.append(Array(Set(entries.map(\.near))).sorted()) }
        return number
    }

    /// The list that a place meets: the rules whose near end may hold it.
    mutating func arm(_ draft: Int32, at place: NearPlace) -> Int32 {
        let ends = nearOf[Int(draft)]
        let holdings = ends.map { number in
            nearEnds[number].holding(
                isInside: { sets[$0].neighbourhood(of: place.line).isInside },
                place.asked,
                groups: place.groups
            )
        }
        let key = ArmKey(draft: draft, holdings: holdings)
        if let known = armed[key] { return known }
        let holdingOf = Dictionary(zip(ends, holdings), uniquingKeysWith: { first, _ in first })
        let entries = drafts[draft].compactMap { draft -> Entry? in
            guard let holding = holdingOf[draft.near],
                holding != Holding.no || faults.contains(.nearEndsIgnored)
            else { return nil }
            var entry = draft.entry
            if holding == Holding.open { entry.isOpen = true }
            return entry
        }
        let number = lists.number(of: entries)
        armed[key] = number
        return number
    }

    private static func number(of action: RuleList.Entry.Action) -> UInt8 {
        switch action {
        case .allow: Action.allow
        case .deny: Action.deny
        case .alwaysAllow: Action.always
        case .unknown: Action.unknown
        }
    }
}

/// What the near ends of rules ask about a place.
struct NearPlace {
    let line: UInt128
    let asked: FarPlace
    let groups: [ResourceID]
}

import Topology

/// The far end of a rule with its sets as numbers: whether an address is in it hangs on the address and on whether the
/// place counts it as `VirtualNetwork`, on nothing else.
struct FarEnd: Hashable, Sendable {
    var isEverything = false
    /// The numbers of the sets any of which may hold the address.
    var sets: [Int32] = []
    var namesVirtualNetwork = false
    var namesInternet = false
    /// Whether nothing can be said of the end.
    var isOpen = false
    /// Whether nothing can be said of public addresses.
    var isOpenPublicly = false
    /// Whether nothing can be said of IPv6 addresses.
    var isOpenForVersion6 = false
}

/// The near end of a rule with its sets as numbers.
struct NearEnd: Hashable, Sendable {
    var isEverything = false
    /// The number of the set that may hold the address; -1 where there is none.
    var set: Int32 = -1
    var namesVirtualNetwork = false
    var namesInternet = false
    var groups: [ResourceID] = []
    var isOpen = false
    var isOpenPublicly = false
    /// Whether nothing can be said of IPv6 addresses.
    var isOpenForVersion6 = false
}

/// What ends ask about an address beside the sets it is in.
struct FarPlace {
    /// Whether `VirtualNetwork` covers it at the place that asks, as ``Holding``.
    let tag: UInt8
    let isPublic: Bool
    let isVersion6: Bool
}

/// Whether an end holds an address, as a byte.
enum Holding {
    static let no: UInt8 = 0
    static let yes: UInt8 = 1
    static let open: UInt8 = 2
}

extension FarEnd {
    init(_ end: RuleEnd, members: [ResourceID: AddressSet], _ number: (AddressSet) -> Int32) {
        self.init()
        isEverything = end.addresses.isEverything
        guard !isEverything else { return }
        let groups = end.groups.compactMap { members[$0] }
        sets = ([end.addresses, end.platform] + groups).filter { !$0.isEmpty }.map(number)
        namesVirtualNetwork = end.namesVirtualNetwork
        namesInternet = end.namesInternet
        isOpen = end.doubt != nil
        isOpenPublicly = end.publicDoubt != nil
        isOpenForVersion6 = end.version6Doubt != nil
    }

    /// Whether it holds an address, given what the address is in.
    @inline(__always)
    func holding(isInside: (Int32) -> Bool, _ far: FarPlace) -> UInt8 {
        if isEverything { return Holding.yes }
        if sets.contains(where: isInside) { return Holding.yes }
        if namesVirtualNetwork, far.tag == Holding.yes { return Holding.yes }
        if namesInternet, far.isPublic, far.tag != Holding.yes { return Holding.yes }
        let isLeftOpen =
            isOpen || (namesVirtualNetwork && far.tag == Holding.open) || (isOpenPublicly && far.isPublic)
            || (isOpenForVersion6 && far.isVersion6)
        return isLeftOpen ? Holding.open : Holding.no
    }
}

extension NearEnd {
    init(_ end: RuleEnd, _ number: (AddressSet) -> Int32) {
        self.init()
        isEverything = end.addresses.isEverything
        guard !isEverything else { return }
        if !end.addresses.isEmpty { set = number(end.addresses) }
        namesVirtualNetwork = end.namesVirtualNetwork
        namesInternet = end.namesInternet
        groups = end.groups
        isOpen = end.doubt != nil
        isOpenPublicly = end.publicDoubt != nil
        isOpenForVersion6 = end.version6Doubt != nil
    }

    func holding(
        isInside: (Int32) -> Bool,
        _ far: FarPlace,
        groups own: [ResourceID]
    ) -> UInt8 {
        if isEverything { return Holding.yes }
        if set >= 0, isInside(set) { return Holding.yes }
        if namesVirtualNetwork, far.tag == Holding.yes { return Holding.yes }
        if namesInternet, far.isPublic, far.tag != Holding.yes { return Holding.yes }
        if groups.contains(where: own.contains) { return Holding.yes }
        let isLeftOpen =
            isOpen || (namesVirtualNetwork && far.tag == Holding.open) || (isOpenPublicly && far.isPublic)
            || (isOpenForVersion6 && far.isVersion6)
        return isLeftOpen ? Holding.open : Holding.no
    }
}

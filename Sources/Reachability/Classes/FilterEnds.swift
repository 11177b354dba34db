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
    }

    /// Whether it holds an address, given what the address is in.
    @inline(__always)
    func holding(isInside: (Int32) -> Bool, isVirtualNetwork: Bool, isPublic: Bool) -> UInt8 {
        if isEverything { return Holding.yes }
        if sets.contains(where: isInside) { return Holding.yes }
        if namesVirtualNetwork, isVirtualNetwork { return Holding.yes }
        if namesInternet, isPublic, !isVirtualNetwork { return Holding.yes }
        return isOpen || (isOpenPublicly && isPublic) ? Holding.open : Holding.no
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
    }

    func holding(
        isInside: (Int32) -> Bool,
        isVirtualNetwork: Bool,
        isPublic: Bool,
        groups own: [ResourceID]
    ) -> UInt8 {
        if isEverything { return Holding.yes }
        if set >= 0, isInside(set) { return Holding.yes }
        if namesVirtualNetwork, isVirtualNetwork { return Holding.yes }
        if namesInternet, isPublic, !isVirtualNetwork { return Holding.yes }
        if groups.contains(where: own.contains) { return Holding.yes }
        return isOpen || (isOpenPublicly && isPublic) ? Holding.open : Holding.no
    }
}

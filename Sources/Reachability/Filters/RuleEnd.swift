import Topology

/// One end of a compiled rule: the addresses it speaks of.
struct RuleEnd: Sendable {
    /// Addresses that are the same wherever the rule is used.
    var addresses = AddressSet.empty
    /// Whether it names `VirtualNetwork`, whose members depend on the subnet (azure-semantics 1.4).
    private(set) var namesVirtualNetwork = false
    /// Whether it names `Internet`, which is what `VirtualNetwork` leaves of the public space (azure-semantics 1.5).
    private(set) var namesInternet = false
    /// The application security groups it names.
    private(set) var groups: [ResourceID] = []
    /// The services of the platform it names, which no other tag covers (azure-semantics 1.5).
    private(set) var platform = AddressSet.empty
    /// Why it cannot be said which public addresses are in it.
    var publicDoubt: Assumption?
    /// Why it cannot be said whether IPv6 addresses are in it.
    private(set) var version6Doubt: Assumption?
    /// Why nothing can be said of it.
    private(set) var doubt: Assumption?

    init(
        _ terms: [AddressTerm],
        groups: [ResourceID] = [],
        isWhole: Bool = true,
        tags: TagAddresses,
        adding known: AddressSet = .empty
    ) {
        addresses = known
        self.groups = groups
        for term in terms { add(term, tags) }
        if !isWhole || (terms.isEmpty && groups.isEmpty && known.isEmpty) {
            doubt = Assumption(
                "rule-not-readable",
                "An address of the rule is a value that only Azure knows."
            )
        }
    }

    /// An end with those addresses.
    init(addresses: AddressSet) { self.addresses = addresses }

    private mutating func add(_ term: AddressTerm, _ tags: TagAddresses) {
        switch term.meaning {
        case .any: addresses = .everything
        // `0.0.0.0/0` is the same as `*`, but for IPv6, of which it is not known (azure-semantics 1.3).
        case .prefix(let prefix) where prefix.isEverything && prefix.version == .v4:
            addresses = addresses.union(AddressSpace.version4)
            version6Doubt = Assumption(
                "any-address-and-ipv6",
                "Whether 0.0.0.0/0 in a rule speaks of IPv6 addresses too is not documented."
            )
        case .prefix(let prefix): addresses = addresses.union(AddressSet(alone: prefix))
        case .range(let first, let last):
            addresses = addresses.union(AddressSet([first.line...last.line]))
        case .tag(.virtualNetwork): namesVirtualNetwork = true
        case .tag(.internet): namesInternet = true
        case .tag(.azureLoadBalancer): addresses = addresses.union(AddressSpace.probes)
        case .tag(let tag):
            if let service = PlatformService(tag) {
                platform = platform.union(service.addresses)
            } else if let listed = tags[tag] {
                addresses = addresses.union(listed)
            } else {
                publicDoubt = Assumption(
                    "service-tag-not-listed",
                    "The addresses of the service tag \(tag) are in no list of the input."
                )
            }
        case .unreadable(let reason):
            doubt = Assumption("rule-not-readable", "The address '\(term.text)' cannot be read: \(reason).")
        }
    }

    /// Whether the end speaks of the whole address line.
    var isEverything: Bool { addresses.isEverything }

    /// Whether the far end, which is the address in the field, is in it.
    func holds(far field: inout Probe.Field<UInt128>, at place: Place) -> Ternary {
        if addresses.isEverything { return .yes }
        if !addresses.isEmpty, field.isIn(addresses) { return .yes }
        if namesVirtualNetwork, field.isIn(place.virtualNetwork) { return .yes }
        if namesInternet, field.isIn(place.internet) {
            // What may be in `VirtualNetwork` may be out of `Internet`.
            guard let perhaps = place.perhaps, field.isIn(perhaps.addresses) else { return .yes }
            return .unknown(perhaps.reason)
        }
        if !platform.isEmpty, field.isIn(platform) { return .yes }
        for group in groups where field.isIn(place.members(group)) { return .yes }
        if let doubt { return .unknown(doubt) }
        if namesVirtualNetwork, let perhaps = place.perhaps, field.isIn(perhaps.addresses) {
            return .unknown(perhaps.reason)
        }
        if let publicDoubt, field.isIn(AddressSpace.internet) { return .unknown(publicDoubt) }
        if let version6Doubt, !field.isIn(AddressSpace.version4) { return .unknown(version6Doubt) }
        return .no
    }

    /// Whether the near end, which is the place itself with the address in the field, is in it.
    ///
    /// A rule that names an application security group applies to the interfaces in it and to no other
    /// (azure-semantics 1.6).
    func holds(near field: inout Probe.Field<UInt128>, at place: Place) -> Ternary {
        if addresses.isEverything { return .yes }
        if !addresses.isEmpty, field.isIn(addresses) { return .yes }
        if namesVirtualNetwork, field.isIn(place.virtualNetwork) { return .yes }
        if namesInternet, field.isIn(place.internet) {
            // What may be in `VirtualNetwork` may be out of `Internet`.
            guard let perhaps = place.perhaps, field.isIn(perhaps.addresses) else { return .yes }
            return .unknown(perhaps.reason)
        }
        if groups.contains(where: place.groups.contains) { return .yes }
        if let doubt { return .unknown(doubt) }
        if namesVirtualNetwork, let perhaps = place.perhaps, field.isIn(perhaps.addresses) {
            return .unknown(perhaps.reason)
        }
        if let publicDoubt, field.isIn(AddressSpace.internet) { return .unknown(publicDoubt) }
        if let version6Doubt, !field.isIn(AddressSpace.version4) { return .unknown(version6Doubt) }
        return .no
    }
}

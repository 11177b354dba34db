/// Destinations of one sender that are handed over alike, for the services of an axis.
struct OutPart: Sendable {
    /// Instead of a network's number: whatever bears the address, wherever it stands.
    static let anywhere: Int32 = -1
    /// Instead of a source's place: the sender's own address.
    static let ownSource: Int32 = -1

    /// Addresses, by place in the world.
    let range: Range<Int32>
    /// The virtual network in which they are handed over.
    let network: Int32
    /// Services that certainly get so far.
    let certain: UInt64
    /// Services of which it cannot be said.
    let possible: UInt64
    /// Services that no security group was asked about on the way.
    var unfiltered: UInt64 = 0
    /// The place of the address that replaced the sender's own.
    var source = OutPart.ownSource
    var peering = PeeringDoubt()
    /// Whether each pair has to be asked alone: what decides hangs on both ends at once.
    var isAsked = false
}

/// What the flags of a peering leave open of the packets it hands over (azure-semantics 1.4).
struct PeeringDoubt: Sendable, Hashable {
    /// The receiving half allows no access: open where the receiver has no security group.
    var isClosedAtReceiver = false
    /// The sending half allows none: open where neither side has one.
    var isClosedAtSender = false
    /// The network whose addresses alone are let through for certain; -1 where any are.
    var onlyFrom: Int32 = -1

    init() {}

    init(_ network: Network, _ table: EndpointTable, to receiver: Int32, from sender: Int32) {
        guard receiver != sender else { return }
        let (there, here) = (table.networks[Int(receiver)], table.networks[Int(sender)])
        let receiving = network.links[there]?.first { $0.remote == here }
        let sending = network.links[here]?.first { $0.remote == there }
        isClosedAtReceiver = receiving?.allowsAccess == false
        isClosedAtSender = sending?.allowsAccess == false
        if receiving?.allowsForwardedTraffic == false { onlyFrom = sender }
    }

    /// Takes back what it leaves open of what a gate lets through for certain.
    @inline(__always)
    func doubts(_ words: GateWords, unfiltered: UInt64, isForwarded: Bool) -> UInt64 {
        if isForwarded { return .max }
        return (isClosedAtReceiver ? ~words.filtered : 0)
            | (isClosedAtSender ? unfiltered & ~words.filtered : 0)
    }
}

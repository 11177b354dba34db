package import Topology

/// One end of the traffic a question is about.
package enum Party: Hashable, Sendable {
    case anyone
    /// Every public address.
    case internet
    /// What the tag `VirtualNetwork` covers, whatever that is at the place in question (azure-semantics 1.4).
    case virtualNetwork
    /// Every address a virtual network may use.
    case inside
    case prefix(AddressPrefix)
    case tag(ServiceTag)

    var addresses: AddressSet {
        switch self {
        case .anyone: .everything
        case .internet: AddressSpace.internet
        case .virtualNetwork, .inside: AddressSpace.inside
        case .prefix(let prefix): AddressSet([prefix])
        case .tag(.internet): AddressSpace.internet
        case .tag(.virtualNetwork): AddressSpace.inside
        case .tag(.azureLoadBalancer): AddressSpace.probes
        // What the tags of the platform hold lies outside the internet too (azure-semantics 1.5).
        case .tag(let tag): tag.text.hasPrefix("AzurePlatform") ? .everything : AddressSpace.internet
        }
    }

    /// The tag whose members are not known here.
    var namedTag: ServiceTag? {
        switch self {
        case .virtualNetwork: .virtualNetwork
        case .tag(let tag) where tag != .internet && tag != .azureLoadBalancer: tag
        default: nil
        }
    }
}

extension PacketBox {
    /// The initiating packets from one party to another.
    ///
    /// - Parameters:
    ///   - source: Who sends.
    ///   - destination: Who receives.
    ///   - protocols: The protocols; TCP alone where nothing is said.
    ///   - ports: The destination ports; every port where nothing is said.
    package init(
        from source: Party,
        to destination: Party = .anyone,
        protocols: IntervalSet<UInt8> = IntervalSet(6),
        ports: IntervalSet<UInt16> = .everything
    ) {
        self.init()
        self.protocols = protocols
        sources = source.addresses
        destinations = destination.addresses
        destinationPorts = ports
        if let tag = source.namedTag { marks[.sourceTag(tag)] = true }
        if let tag = destination.namedTag { marks[.destinationTag(tag)] = true }
    }
}

package import Topology

/// What one half of a peering means for the packets of its own virtual network (azure-semantics 3.4).
package struct PeeringLink: Sendable {
    package let id: ResourceID
    package let remote: ResourceID
    /// The prefixes that were synchronised, for which routes exist.
    package let prefixes: [AddressPrefix]
    /// Whether the remote space counts as `VirtualNetwork` here.
    package let allowsAccess: Bool
    package let allowsForwardedTraffic: Bool
    /// Whether the remote network's gateway serves this one: both halves must say so.
    package let usesRemoteGateway: Bool
    /// The names of the local subnets that are peered; nil where the networks are peered as a whole.
    package let localSubnets: [String]?
    /// What the input leaves open about it.
    package let assumption: Assumption?

    /// The link, or nil where the halves do not make a connected peering.
    init?(_ half: VirtualNetworkPeering, in topology: Topology) {
        guard let remote = half.remoteVirtualNetwork.value, Self.isConnected(half) else { return nil }
        let remoteNetwork = topology.find(VirtualNetwork.self, remote)
        let twin = topology.twin(of: half)
        if remoteNetwork != nil {
            guard let twin, Self.isConnected(twin) else { return nil }
        }
        id = half.id
        self.remote = remote
        let isPartial = half.peerCompleteVirtualNetworks == .set(false)
        // What was synchronised counts, not what the remote network has now.
        let synchronised = half.remoteAddressSpace.prefixes
        let announced =
            synchronised.isEmpty ? half.remoteVirtualNetworkAddressSpace.prefixes : synchronised
        let whole = announced.isEmpty ? remoteNetwork?.addressSpace.prefixes ?? [] : announced
        let partial = remoteNetwork?.subnets
            .filter { subnet in
                half.remoteSubnetNames.contains { $0.lowercased() == subnet.name.lowercased() }
            }
            .flatMap(\.addressPrefixes.prefixes)
        let shared = isPartial ? partial ?? whole : whole
        prefixes = half.enableOnlyIPv6Peering == .set(true) ? shared.filter { $0.version == .v6 } : shared
        allowsAccess = half.allowVirtualNetworkAccess != .set(false)
        allowsForwardedTraffic = half.allowForwardedTraffic == .set(true)
        usesRemoteGateway =
            half.useRemoteGateways == .set(true)
            && (twin.map { $0.allowGatewayTransit == .set(true) } ?? true)
        localSubnets = isPartial ? half.localSubnetNames : nil
        assumption = Self.assumption(half, remoteNetwork)
    }

    /// Whether a subnet of the local network is peered.
    func joins(_ subnet: Subnet) -> Bool {
        localSubnets.map { names in names.contains { $0.lowercased() == subnet.name.lowercased() } } ?? true
    }

    private static func isConnected(_ half: VirtualNetworkPeering) -> Bool {
        switch half.peeringState {
        case .set(let state): state.lowercased() == "connected"
        case .absent, .unknown: true
        }
    }

    private static func assumption(_ half: VirtualNetworkPeering, _ remote: VirtualNetwork?) -> Assumption? {
        guard remote != nil else {
            return Assumption(
                "peered-network-not-in-input",
                "The input does not hold the other side of peering \(half.name)."
            )
        }
        guard half.peeringState.value == nil else { return nil }
        return Assumption(
            "peering-state-not-in-input",
            "Both halves of peering \(half.name) exist, so that it is taken to be connected."
        )
    }
}

import JSON
import Topology

/// Which address spaces overlap among networks that can reach each other.
///
/// Two networks meet where they are peered, where both are peered with a third or connected to one hub of a
/// Virtual WAN; sites meet the network of their gateway and what is peered with it.
struct AddressOverlaps {
    /// A block of one network or site.
    struct Block {
        let owner: Resource
        let prefix: AddressPrefix
        /// The path to it.
        let path: String

        var proof: Proof { Proof(path, in: owner) }
    }

    private(set) var byNetwork: [ResourceID: [(own: Block, other: Block)]] = [:]
    private var seen: Set<[ResourceID]> = []
    /// Why a network may meet more addresses than are known.
    private var doubts: [ResourceID: String] = [:]
    /// Why every network may.
    private var generalDoubt: String?

    init(_ layout: NetworkLayout) {
        let topology = layout.topology
        let blocks = Dictionary(layout.networks.map { ($0.id, Self.blocks(of: $0)) }) { first, _ in first }
        let sites = Sites(topology)
        generalDoubt = sites.generalDoubt
        for center in layout.networks {
            let members = [center.id] + layout.peers(of: center.id)
            let gateways = layout.gateways(in: center.id).map(\.id)
            let behind = gateways.flatMap { sites.blocks[$0, default: []] }
            compare(members.flatMap { blocks[$0, default: []] } + behind, in: blocks)
            let doubt =
                layout.livePeerings(of: center).lazy.compactMap(\.remoteVirtualNetwork.reason).first
                ?? members.lazy.compactMap { layout.network($0)?.addressDoubt }.first
                ?? gateways.lazy.compactMap { sites.doubts[$0] }.first
            for member in members where doubt != nil { doubts[member] = doubt }
        }
        for hub in topology.all(VirtualHub.self) {
            let joined = topology.children(of: hub.id).compactMap {
                topology.find(HubVirtualNetworkConnection.self, $0.id)?.remoteVirtualNetwork.value
            }
            let behind = topology.all(VPNGateway.self).filter { $0.virtualHub.value == hub.id }
                .flatMap(\.connections).compactMap { topology.find(VPNSite.self, $0.remoteVPNSite) }
            compare(joined.flatMap { blocks[$0, default: []] } + behind.flatMap(Self.blocks), in: blocks)
        }
    }

    /// Why a network may meet more addresses than are known; nil where the input leaves nothing open.
    func doubt(about network: ResourceID) -> String? { doubts[network] ?? generalDoubt }

    private static func blocks(of network: VirtualNetwork) -> [Block] {
        blocks(network.addressSpace, of: network.resource, "addressSpace")
    }

    private static func blocks(of site: VPNSite) -> [Block] {
        blocks(site.addressSpace, of: site.resource, "addressSpace")
    }

    fileprivate static func blocks(_ space: [AddressTerm], of owner: Resource, _ property: String) -> [Block]
    {
        space.enumerated().compactMap { index, term in
            term.prefix.map { Block(owner: owner, prefix: $0, path: "\(property).addressPrefixes[\(index)]") }
        }
    }

    /// Notes every overlap within a group.
    ///
    /// Blocks nest or lie apart, so that a sorted pass with the blocks that are
    /// still open finds them; of many that nest, the eight narrowest are told. O(n log n).
    private mutating func compare(_ group: [Block], in networks: [ResourceID: [Block]]) {
        var open: [Block] = []
        for block in group.sorted(by: { $0.prefix < $1.prefix }) {
            while let last = open.last, !last.prefix.contains(block.prefix) { open.removeLast() }
            for outer in open.suffix(8) where outer.owner.id != block.owner.id {
                let pair = [outer.owner.id, block.owner.id]
                guard seen.insert(pair).inserted, seen.insert(pair.reversed()).inserted else { continue }
                for (own, other) in [(outer, block), (block, outer)] where networks[own.owner.id] != nil {
                    byNetwork[own.owner.id, default: []].append((own, other))
                }
            }
            open.append(block)
        }
    }
}

/// The addresses behind the gateways that have connections to sites.
private struct Sites {
    private(set) var blocks: [ResourceID: [AddressOverlaps.Block]] = [:]
    private(set) var doubts: [ResourceID: String] = [:]
    private(set) var generalDoubt: String?

    init(_ topology: Topology) {
        for connection in topology.all(Connection.self) where !connection.localNetworkGateway2.isAbsent {
            guard let gateway = connection.virtualNetworkGateway1.value else {
                generalDoubt = generalDoubt ?? connection.virtualNetworkGateway1.reason
                continue
            }
            let place = topology.find(VirtualNetworkGateway.self, gateway)?.ipConfigurations.first?.subnet
            generalDoubt = generalDoubt ?? place?.reason
            guard let site = topology.find(LocalNetworkGateway.self, connection.localNetworkGateway2) else {
                doubts[gateway] = connection.localNetworkGateway2.reason
                continue
            }
            let space = "localNetworkAddressSpace"
            blocks[gateway, default: []] += AddressOverlaps.blocks(
                site.addressSpace,
                of: site.resource,
                space
            )
            if let reason = site.resource.fields.inner(space).list("addressPrefixes").reason {
                doubts[gateway] = reason
            }
        }
    }
}

extension VirtualNetwork {
    /// Why its addresses cannot be read.
    fileprivate var addressDoubt: String? {
        resource.fields.inner("addressSpace").list("addressPrefixes").reason
    }
}

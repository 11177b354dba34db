package import Topology

/// Which stretches of a packet's way are encrypted on the network, and by what (azure-semantics 6, 8).
///
/// What an application encrypts by itself is not seen: `none` means that nothing on the network does.
package struct PathEncryption: Sendable {
    package enum Protection: String, Sendable, CaseIterable {
        case ipsec, macsec
        case virtualNetworkEncryption = "vnet-encryption"
        /// TLS that a gateway or a service of Azure demands.
        case tls
        case none, unknown
    }
    /// One stretch, between two things that hand the packet on.
    package struct Leg: Sendable {
        /// What sends; nil for someone outside.
        package let from: ResourceID?
        /// What receives; nil for someone outside.
        package let to: ResourceID?
        package let protection: Protection
        /// What encrypts: a connection, a port, a virtual network; nil where nothing does.
        package let by: ResourceID?
        /// Why; one sentence.
        package let detail: String
    }
    package let legs: [Leg]

    /// Whether every leg is encrypted; unknown where none is in clear and one cannot be said.
    package var whole: Ternary {
        if legs.contains(where: { $0.protection == .none }) { return .no }
        let open = legs.first { $0.protection == .unknown }
        return open.map { .unknown(Assumption("encryption-not-known", $0.detail)) } ?? .yes
    }

    /// - Parameters:
    ///   - network: The estate.
    ///   - trace: The way of the packet, whether it arrives or not.
    ///   - origin: Who sent it.
    ///   - target: To whom.
    package init(_ network: Network, _ trace: Trace, from origin: Endpoint, to target: Endpoint) {
        var walk = EncryptionWalk(network, trace, from: origin)
        for step in trace.path { walk.take(step) }
        walk.finish(at: target)
        legs = walk.legs
    }
}

/// Follows the steps of a trace from one thing that hands the packet on to the next.
struct EncryptionWalk {
    private(set) var legs: [PathEncryption.Leg] = []
    private let network: Network
    private let trace: Trace
    private let cover: LegCover
    private var here: End
    /// The route by which the packet left `here`; nil before it left.
    private var hop: NextHop.Kind?

    /// Something that hands the packet on.
    struct End: Equatable {
        var id: ResourceID?
        var site: Site?
        var network: ResourceID?
        var isOnPremises = false

        static func == (left: End, right: End) -> Bool {
            left.id == right.id && left.isOnPremises == right.isOnPremises
        }
    }

    init(_ network: Network, _ trace: Trace, from origin: Endpoint) {
        self.network = network
        self.trace = trace
        cover = LegCover(network.topology)
        here = Self.end(origin)
    }

    private static func end(_ endpoint: Endpoint) -> End {
        switch endpoint {
        case .site(let site): End(id: site.owner, site: site, network: site.virtualNetwork)
        case .host(_, let subnet): End(id: subnet, network: subnet.parent)
        case .onPremises: End(isOnPremises: true)
        case .internet, .platform, .service: End()
        case .publicAddress(let id), .loadBalancer(let id), .applicationGateway(let id), .resource(let id):
            End(id: id)
        }
    }

    mutating func take(_ step: Step) {
        switch step.stage {
        case .route where step.action == .forward: hop = step.nextHop
        case .appliance where step.action == .forward:
            let site = step.place.flatMap { network.sites.sites(of: $0).first }
            go(to: End(id: step.resource, site: site, network: site?.virtualNetwork))
        case .firewallDNAT, .firewallNetwork, .firewallApplication:
            guard let firewall = step.place ?? step.resource else { return }
            let home = network.inspection(of: firewall)
            go(to: End(id: firewall, network: home?.subnet?.parent ?? home?.hub))
        case .gateway where step.action == .forward:
            guard let gateway = step.resource else { return }
            go(
                to: End(
                    id: gateway,
                    network: network.topology.find(VirtualNetworkGateway.self, gateway)?.virtualNetwork
                )
            )
        case .hub where step.action == .forward:
            guard let hub = step.resource else { return }
            go(to: End(id: hub, network: hub))
        default: break
        }
    }

    /// The last leg: to what the packet was sent to, or to the member it was translated to.
    mutating func finish(at target: Endpoint) {
        guard here.isOnPremises || hop != nil || here.id == nil || !legs.isEmpty else { return }
        let address = IPAddress(line: trace.probe.destination.value)
        let inner = trace.receiver?.parent.flatMap { network.sites.site(at: address, in: $0) }
        go(to: inner.map { Self.end(.site($0)) } ?? Self.end(target))
    }

    private mutating func go(to next: End) {
        guard next != here else { return }
        let (protection, by, detail) = cover.between(here, next, hop, trace)
        legs.append(
            PathEncryption.Leg(from: here.id, to: next.id, protection: protection, by: by, detail: detail)
        )
        here = next
        hop = nil
    }
}

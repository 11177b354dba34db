import Topology

/// What inspects the traffic of virtual hubs; W-02 asks whether there is anything, W-03 whether traffic is sent there.
struct HubInspection {
    private let firewalls: [AzureFirewall]
    private let appliances: [NetworkVirtualAppliance]

    init(_ topology: Topology) {
        firewalls = topology.all(AzureFirewall.self)
        appliances = topology.all(NetworkVirtualAppliance.self)
    }

    /// Something that inspects, and where the input says that it stands in the hub.
    struct Inspector {
        let id: ResourceID
        let proof: Proof
    }

    /// The firewall that the hub names, firewalls and appliances that name the hub, and a partner's service.
    func inspectors(of hub: VirtualHub) -> [Inspector] {
        let named = [
            ("azureFirewall", hub.azureFirewall), ("securityPartnerProvider", hub.securityPartnerProvider),
        ]
        .compactMap { path, link in link.value.map { Inspector(id: $0, proof: Proof(path, in: hub.resource)) }
        }
        let placed =
            firewalls.filter { $0.virtualHub.value == hub.id }.map(\.resource)
            + appliances.filter { $0.virtualHub.value == hub.id }.map(\.resource)
        return named + placed.map { Inspector(id: $0.id, proof: Proof("virtualHub", in: $0)) }
    }

    /// What leaves it open whether something inspects; nil where the input says it.
    func doubt(about hub: VirtualHub) -> Judgement? {
        let own = [
            ("azureFirewall", hub.azureFirewall), ("securityPartnerProvider", hub.securityPartnerProvider),
        ]
        .lazy.compactMap { path, link in
            link.reason.map { Judgement.unknown($0, Proof(path, in: hub.resource)) }
        }
        let places =
            firewalls.map { ($0.resource, $0.virtualHub) } + appliances.map { ($0.resource, $0.virtualHub) }
        return own.first
            ?? places.lazy.compactMap { holder, place in
                place.reason.map { Judgement.unknown($0, Proof("virtualHub", in: holder)) }
            }
            .first
    }
}

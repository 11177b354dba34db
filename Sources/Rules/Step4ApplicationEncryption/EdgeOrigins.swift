import Topology

/// What Front Door serves: the hosts and the services behind its origins.
struct EdgeOrigins {
    private let hosts: Set<String>
    private let services: Set<ResourceID>

    init(_ topology: Topology) {
        let origins = topology.all(FrontDoorOrigin.self).filter { !$0.enabledState.is("Disabled") }
        let classic = topology.all(FrontDoorClassic.self).flatMap(\.backendPools).flatMap(\.backends)
        hosts = Set(
            (origins.flatMap { [$0.hostName, $0.originHostHeader] } + classic.map(\.address))
                .compactMap { $0.value?.lowercased() }
        )
        services = Set(origins.flatMap { [$0.privateLink, $0.azureOrigin] }.compactMap(\.value))
    }

    var isEmpty: Bool { hosts.isEmpty && services.isEmpty }

    func contains(_ site: WebSite) -> Bool {
        services.contains(site.id) || site.hostNames.contains { hosts.contains($0.lowercased()) }
    }

    /// Whether it is an origin, by its id, a name of its listeners or one of its public addresses.
    func contains(_ gateway: ApplicationGateway, in topology: Topology) -> Bool {
        let addresses = gateway.frontends.compactMap {
            topology.find(PublicIPAddress.self, $0.publicIPAddress)
        }
        let names =
            gateway.httpListeners.flatMap { $0.hostNames + [$0.hostName.value].compactMap(\.self) }
            + addresses.flatMap { [$0.domainName.value, $0.ipAddress.value?.description].compactMap(\.self) }
        return services.contains(gateway.id) || names.contains { hosts.contains($0.lowercased()) }
    }
}

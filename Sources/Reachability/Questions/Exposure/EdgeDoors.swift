import Topology

/// The ways in that no public address of the estate holds: the public side of services, and Front Door before them
/// (azure-semantics 7.2, 7.5).
struct EdgeDoors {
    private(set) var ways: [Exposure.Way] = []
    private let tracer: Tracer

    init(_ tracer: Tracer) {
        self.tracer = tracer
        let topology = tracer.network.topology
        for resource in Self.services(topology) {
            add(resource, from: .internet(EndpointResolver.someoneOnTheInternet), .publicService, nil, nil)
        }
        let hosts = ServiceHosts(topology)
        for route in topology.all(FrontDoorRoute.self) where !route.enabledState.is("Disabled") {
            let group = topology.find(FrontDoorOriginGroup.self, route.originGroup)
            for origin in group?.origins ?? [] where !origin.enabledState.is("Disabled") {
                add(origin, route, hosts)
            }
        }
    }

    private static func services(_ topology: Topology) -> [Resource] {
        topology.resources.filter { resource in
            topology.exposure(of: resource) != nil || WebSite.types.contains(resource.type)
                || ManagedCluster.types.contains(resource.type)
        }
    }

    private mutating func add(
        _ resource: Resource,
        from origin: Endpoint,
        _ door: Exposure.Door,
        _ through: ResourceID?,
        _ rule: String?
    ) {
        let port = Self.ports[resource.type.text.lowercased()] ?? 443
        let trace = tracer.trace(
            from: origin,
            to: .resource(resource.id),
            protocolNumber: 6,
            destinationPort: port
        )
        guard trace.verdict != .deny else { return }
        var flows = FlowSet()
        flows.insert(Service(protocolNumber: 6, port: port))
        ways.append(
            Exposure.Way(
                side: .internet,
                door: door,
                through: through ?? resource.id,
                rule: rule ?? trace.decidedBy?.rule,
                endpoint: resource.id,
                address: nil,
                flows: flows,
                verdict: trace.verdict,
                trace: trace
            )
        )
    }

    /// An origin behind Front Door: by a private link, or by its public side, which sees Front Door's addresses.
    private mutating func add(_ origin: FrontDoorOrigin, _ route: FrontDoorRoute, _ hosts: ServiceHosts) {
        let topology = tracer.network.topology
        let target =
            origin.privateLink.value ?? origin.azureOrigin.value
            ?? origin.hostName.value.flatMap { hosts.service($0) }
        let profile = route.id.parent?.parent ?? route.id
        let name = String(route.id.name)
        if let target, origin.privateLink.value != nil {
            var flows = FlowSet()
            flows.insert(Service(protocolNumber: 6, port: Self.port(of: origin)))
            ways.append(
                Exposure.Way(
                    side: .internet,
                    door: .frontDoor,
                    through: profile,
                    rule: name,
                    endpoint: target,
                    address: nil,
                    flows: flows,
                    verdict: origin.privateLinkStatus.is("Approved") ? .allow : .unknown,
                    trace: nil
                )
            )
            return
        }
        let tag = ServiceTag("AzureFrontDoor.Backend")
        let listed = tracer.network.tags[tag]?.intersection(AddressSpace.version4).first
        let edge = Endpoint.service(tag, listed.map { IPAddress(line: $0) } ?? Tracer.anyPublicAddress)
        if let resource = target.flatMap({ topology.resource($0) }) {
            add(resource, from: edge, .frontDoor, profile, name)
        } else if let address = origin.hostName.value.flatMap({ IPAddress($0) }),
            let own = tracer.network.publicEntries.id(of: address)
        {
            let port = Self.port(of: origin)
            let trace = tracer.trace(
                from: edge,
                to: .publicAddress(own),
                protocolNumber: 6,
                destinationPort: port
            )
            guard trace.verdict != .deny else { return }
            var flows = FlowSet()
            flows.insert(Service(protocolNumber: 6, port: port))
            let site = tracer.network.sites.sites(at: IPAddress(line: trace.probe.destination.value)).first
            ways.append(
                Exposure.Way(
                    side: .internet,
                    door: .frontDoor,
                    through: profile,
                    rule: name,
                    endpoint: site?.owner ?? own,
                    address: site?.address,
                    flows: flows,
                    verdict: trace.verdict,
                    trace: trace
                )
            )
        }
    }

    private static func port(of origin: FrontDoorOrigin) -> UInt16 {
        origin.httpsPort.value.flatMap { UInt16(exactly: $0) } ?? 443
    }

    /// Where services answer that do not at 443.
    private static let ports: [String: UInt16] = [
        "microsoft.sql/servers": 1433, "microsoft.sql/managedinstances": 3342, "microsoft.cache/redis": 6380,
        "microsoft.cache/redisenterprise": 10000, "microsoft.dbforpostgresql/flexibleservers": 5432,
        "microsoft.dbforpostgresql/servers": 5432, "microsoft.dbformysql/flexibleservers": 3306,
        "microsoft.dbformysql/servers": 3306,
    ]
}

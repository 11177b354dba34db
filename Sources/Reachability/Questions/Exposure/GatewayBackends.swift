package import Topology

/// What stands behind an application gateway, and whether the gateway gets there (azure-semantics 7.2).
struct GatewayBackends {
    struct Hop {
        let rule: String?
        let listenerPort: UInt16
        let endpoint: ResourceID
        /// From the gateway to the backend.
        let trace: Trace
    }
    let hops: [Hop]

    init(_ gateway: ApplicationGateway, _ tracer: Tracer) {
        guard let subnet = gateway.subnet, let origin = Self.host(in: subnet, tracer.network) else {
            hops = []
            return
        }
        let hosts = ServiceHosts(tracer.network.topology)
        hops = gateway.requestRoutingRules.flatMap { rule -> [Hop] in
            guard
                let listener = gateway.httpListeners.first(where: {
                    Self.names(rule.listener, $0.name, $0.id)
                }),
                let front = gateway.frontendPorts.first(where: {
                    Self.names(listener.frontendPort, $0.name, $0.id)
                }),
                let listened = front.port.value.flatMap({ UInt16(exactly: $0) }),
                let pool = gateway.backendPools.first(where: { Self.names(rule.backendPool, $0.name, $0.id) })
            else { return [] }
            let settings = gateway.backendSettings.first { Self.names(rule.backendSettings, $0.name, $0.id) }
            let isTLS = settings?.backendProtocol.is("Https") == true
            let port = settings?.port.value.flatMap { UInt16(exactly: $0) } ?? (isTLS ? 443 : 80)
            let named = pool.addresses.compactMap { address -> Endpoint? in
                let text = address.ipAddress.value ?? address.fqdn.value ?? ""
                if let number = IPAddress(text) {
                    return tracer.network.sites.sites(at: number).first.map { .site($0) }
                }
                return hosts.service(text).map { .resource($0) }
            }
            let joined = pool.backendIPConfigurations.compactMap {
                tracer.network.sites.site(ofIPConfiguration: $0).map { Endpoint.site($0) }
            }
            return (named + joined).compactMap { target in
                guard let endpoint = target.owner else { return nil }
                let trace = tracer.trace(from: origin, to: target, protocolNumber: 6, destinationPort: port)
                guard trace.verdict != .deny else { return nil }
                return Hop(
                    rule: rule.name.value,
                    listenerPort: listened,
                    endpoint: endpoint,
                    trace: trace
                )
            }
        }
    }

    /// A reference to a part of the gateway, by id or by the name at its end.
    private static func names(
        _ link: Setting<ResourceID>,
        _ name: Setting<String>,
        _ id: Setting<String>
    ) -> Bool {
        guard let link = link.value else { return false }
        if let id = id.value { return ResourceID(id) == link }
        return name.value?.lowercased() == link.name.lowercased()
    }

    /// The first address of the gateway's subnet that Azure gives to hosts (azure-semantics 1.7).
    private static func host(in subnet: ResourceID, _ network: Network) -> Endpoint? {
        let prefix = network.topology.find(Subnet.self, subnet)?.addressPrefixes.prefixes.first
        return prefix.map {
            .host(IPAddress(version: $0.version, bits: $0.first.bits &+ 4), subnet: subnet)
        }
    }
}

extension Endpoint {
    /// The resource that people call it by.
    package var owner: ResourceID? {
        switch self {
        case .site(let site): site.owner
        case .publicAddress(let id), .loadBalancer(let id), .applicationGateway(let id), .resource(let id): id
        case .host, .internet, .onPremises, .platform, .service: nil
        }
    }
}

/// The services of the estate by the names they answer to.
struct ServiceHosts {
    private let services: [String: ResourceID]

    private static let domains: [(suffix: String, provider: String)] = [
        ("azurewebsites.net", "microsoft.web/sites"),
        ("blob.core.windows.net", "microsoft.storage/storageaccounts"),
        ("web.core.windows.net", "microsoft.storage/storageaccounts"),
        ("file.core.windows.net", "microsoft.storage/storageaccounts"),
        ("dfs.core.windows.net", "microsoft.storage/storageaccounts"),
        ("azure-api.net", "microsoft.apimanagement/service"),
        ("vault.azure.net", "microsoft.keyvault/vaults"),
        ("database.windows.net", "microsoft.sql/servers"),
        ("search.windows.net", "microsoft.search/searchservices"),
        ("azurecr.io", "microsoft.containerregistry/registries"),
        ("documents.azure.com", "microsoft.documentdb/databaseaccounts"),
    ]

    init(_ topology: Topology) {
        let types = Set(Self.domains.map(\.provider)).sorted().map { ResourceType($0) }
        services = types.reduce(into: [:]) { services, type in
            for resource in topology.resources(of: type) {
                services["\(type.text.lowercased())/\(resource.name.lowercased())"] = resource.id
            }
        }
    }

    /// The service that answers to a name; nil for a name of nobody in the input.
    func service(_ host: String) -> ResourceID? {
        let host = host.lowercased()
        guard let domain = Self.domains.first(where: { host.hasSuffix("." + $0.suffix) }) else { return nil }
        let name = host.prefix { $0 != "." }
        return services["\(domain.provider)/\(name)"]
    }
}

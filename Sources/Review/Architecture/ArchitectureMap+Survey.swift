package import Topology

extension ArchitectureMap {
    /// Draws the map of an estate.
    package init(of topology: Topology) {
        var survey = Survey(topology)
        survey.placeNetworks()
        survey.placeVirtualHubs()
        survey.placeEdge()
        survey.placePlatformServices()
        survey.linkNetworks()
        survey.linkOnPremises()
        survey.linkInternet()
        boxes = survey.boxes.sorted {
            ($0.zone, $1.fittings.count, $0.title) < ($1.zone, $0.fittings.count, $1.title)
        }
        links = survey.links
    }
}

/// The map while it is being drawn.
struct Survey {
    typealias Box = ArchitectureMap.Box
    typealias Fitting = ArchitectureMap.Fitting
    typealias Link = ArchitectureMap.Link

    let topology: Topology
    private(set) var boxes: [Box] = []
    private(set) var links: [Link] = []
    private var places: [String: Int] = [:]
    private var linkPlaces: [String: Int] = [:]
    /// Where each network's things are, so that each kind is gone through once.
    private let contents: NetworkContents

    init(_ topology: Topology) {
        self.topology = topology
        contents = NetworkContents(topology)
    }

    // MARK: Boxes

    /// A virtual network with a gateway, a firewall or a Bastion is a hub, any other one a spoke.
    mutating func placeNetworks() {
        for network in topology.all(VirtualNetwork.self) {
            let inside = contents[network.id]
            let subnets = network.subnets.filter { $0.reservedFor == nil }.map {
                Fitting(
                    .subnet,
                    "Subnet",
                    named: $0.networkSecurityGroup.value == nil ? $0.name : "\($0.name) +NSG",
                    $0.id
                )
            }
            let machines =
                inside.machines.isEmpty
                ? []
                : [
                    Fitting(
                        .machines,
                        inside.machines.count == 1 ? "1 VM" : "\(inside.machines.count) VMs",
                        inside.machines.first
                    )
                ]
            let isHub = inside.fittings.contains { $0.kind != .applicationGateway }
            add(
                Box(
                    id: network.id.text,
                    zone: isHub ? .hub : .spoke,
                    title: network.name,
                    caption: network.addressSpace.map(\.text).joined(separator: " "),
                    fittings: inside.fittings + subnets + machines,
                    subjects: [network.id] + network.subnets.map(\.id) + inside.subjects
                )
            )
        }
    }

    mutating func placeVirtualHubs() {
        let firewalls = topology.all(AzureFirewall.self)
        for hub in topology.all(VirtualHub.self) where !hub.isRouteServer {
            var fittings: [Fitting] = []
            if let id = hub.azureFirewall.value
                ?? firewalls.first(where: { $0.virtualHub.value == hub.id })?.id
            {
                fittings.append(Fitting(.firewall, "Firewall", named: String(id.name), id))
            }
            if let id = hub.vpnGateway.value {
                fittings.append(Fitting(.vpnGateway, "VPN GW", named: String(id.name), id))
            }
            if let id = hub.p2sVPNGateway.value {
                fittings.append(Fitting(.vpnGateway, "P2S GW", named: String(id.name), id))
            }
            if let id = hub.expressRouteGateway.value {
                fittings.append(Fitting(.expressRouteGateway, "ER GW", named: String(id.name), id))
            }
            add(
                Box(
                    id: hub.id.text,
                    zone: .virtualHub,
                    title: hub.name,
                    caption: hub.addressPrefix.map(\.text).joined(separator: " "),
                    fittings: fittings,
                    subjects: [hub.id] + fittings.compactMap(\.resource)
                        + [hub.virtualWAN.value].compactMap(\.self)
                )
            )
        }
    }

    /// Front Door, which stands before the regions.
    mutating func placeEdge() {
        for profile in topology.all(FrontDoorProfile.self) {
            let endpoints = topology.all(FrontDoorEndpoint.self).filter { $0.id.parent == profile.id }
            add(
                Box(
                    id: profile.id.text,
                    zone: .edge,
                    title: profile.name,
                    caption: "Front Door",
                    fittings: endpoints.map { Fitting(.services, "", named: $0.name, $0.id) },
                    subjects: [profile.id]
                )
            )
        }
    }

    /// Services of the platform that stand outside virtual networks, in one box, counted by type.
    mutating func placePlatformServices() {
        let groups = PlatformService.allCases.map { ($0, topology.resources(of: $0.type)) }.filter {
            !$0.1.isEmpty
        }
        guard !groups.isEmpty else { return }
        add(
            Box(
                id: "platform-services",
                zone: .platformServices,
                title: "Platform services",
                caption: "PaaS",
                fittings: groups.map { service, resources in
                    Fitting(.services, "\(resources.count) \(service.noun)", resources.first?.id)
                },
                subjects: groups.flatMap { $0.1.map(\.id) }
            )
        )
    }

    // MARK: Links

    /// Peerings and hub connections; both halves of a peering are one link.
    mutating func linkNetworks() {
        for network in topology.all(VirtualNetwork.self) {
            for peering in network.peerings {
                guard let remote = peering.remoteVirtualNetwork.value, let there = box(remote) else {
                    continue
                }
                guard let here = box(network.id) else { continue }
                let ends = there.zone < here.zone || (there.zone == here.zone && there.id < here.id)
                join(ends ? there : here, ends ? here : there, .peering, peering.id)
            }
        }
        for connection in topology.resources(of: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections")
        {
            guard let remote = connection.fields.reference("remoteVirtualNetwork"), let there = box(remote),
                let hub = connection.id.parent.flatMap(box)
            else { continue }
            join(hub, there, .hubConnection, connection.id)
        }
    }

    /// Tunnels and circuits.
    mutating func linkOnPremises() {
        for connection in topology.all(Connection.self) {
            guard
                let gateway = topology.find(
                    VirtualNetworkGateway.self,
                    connection.virtualNetworkGateway1.value
                ),
                let here = gateway.virtualNetwork.flatMap(box)
            else { continue }
            if connection.connectionType.is("IPsec") {
                join(onPremises(), here, .siteToSite, connection.id, connection.localNetworkGateway2.value)
            } else if connection.connectionType.is("ExpressRoute") {
                join(
                    onPremises(),
                    here,
                    .expressRoute,
                    connection.id,
                    connection.peer.value,
                    port(of: connection.peer.value)
                )
            }
        }
        let hubs = topology.all(VirtualHub.self).filter { !$0.isRouteServer }
        for hub in hubs {
            guard let here = box(hub.id) else { continue }
            for (gateway, kind) in [
                (hub.vpnGateway, Link.Kind.siteToSite), (hub.expressRouteGateway, .expressRoute),
            ] {
                guard let gateway = gateway.value else { continue }
                for connection in topology.children(of: gateway) {
                    join(onPremises(), here, kind, connection.id)
                }
            }
        }
        if !contents.onPremisesResources.isEmpty { onPremises() }
    }

    /// The Direct port below a circuit; nil for a provider's circuit.
    private func port(of circuit: ResourceID?) -> ResourceID? {
        topology.find(ExpressRouteCircuit.self, circuit)?.expressRoutePort.value
    }

    /// Ways in from the internet: client VPN, web entries, Bastion, and machines with addresses of their own.
    mutating func linkInternet() {
        for gateway in topology.all(VirtualNetworkGateway.self) {
            guard gateway.vpnClientConfiguration != nil, let here = gateway.virtualNetwork.flatMap(box) else {
                continue
            }
            join(internet(), here, .pointToSite, gateway.id)
        }
        for hub in topology.all(VirtualHub.self) {
            guard let gateway = hub.p2sVPNGateway.value, let here = box(hub.id) else { continue }
            join(internet(), here, .pointToSite, gateway)
        }
        for gateway in topology.all(ApplicationGateway.self) where gateway.isPublic {
            guard let here = gateway.subnet?.parent.flatMap(box) else { continue }
            join(internet(), here, .https, gateway.id, gateway.firewallPolicy.value)
        }
        for edge in boxes where edge.zone == .edge {
            guard let profile = edge.subjects.first else { continue }
            join(internet(), edge, .https, profile)
            let origins = topology.all(FrontDoorOrigin.self).filter { $0.id.parent?.parent == profile }
            guard !origins.isEmpty, let services = places["platform-services"] else { continue }
            for origin in origins { join(edge, boxes[services], .https, origin.id) }
        }
        for bastion in topology.all(BastionHost.self) {
            guard let here = bastion.hostNetwork.flatMap(box) else { continue }
            join(internet(), here, .bastion, bastion.id)
        }
        for exposure in contents.publicMachines {
            guard let here = box(exposure.network) else { continue }
            join(internet(), here, .publicAddress, exposure.machine, exposure.interface, exposure.address)
        }
    }

    // MARK: Drawing

    private func box(_ id: ResourceID) -> Box? { places[id.text.lowercased()].map { boxes[$0] } }

    private mutating func add(_ box: Box) {
        guard places.updateValue(boxes.count, forKey: box.id.lowercased()) == nil else { return }
        boxes.append(box)
    }

    private mutating func internet() -> Box { outside(.internet, "internet", "Internet", "users, admins") }

    @discardableResult
    private mutating func onPremises() -> Box {
        outside(.onPremises, "on-premises", "On-premises", contents.onPremisesPrefixes)
    }

    private mutating func outside(
        _ zone: ArchitectureMap.Zone,
        _ id: String,
        _ title: String,
        _ caption: String
    ) -> Box {
        if let place = places[id] { return boxes[place] }
        let subjects = zone == .onPremises ? contents.onPremisesResources : []
        add(Box(id: id, zone: zone, title: title, caption: caption, fittings: [], subjects: subjects))
        return boxes[boxes.count - 1]
    }

    private mutating func join(_ from: Box, _ to: Box, _ kind: Link.Kind, _ subjects: ResourceID?...) {
        let subjects = subjects.compactMap(\.self)
        let id = "\(from.id)|\(to.id)|\(kind.rawValue)"
        guard let place = linkPlaces[id] else {
            linkPlaces[id] = links.count
            links.append(Link(from: from.id, to: to.id, kind: kind, subjects: subjects))
            return
        }
        links[place] = Link(from: from.id, to: to.id, kind: kind, subjects: links[place].subjects + subjects)
    }
}

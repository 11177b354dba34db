import Topology

/// Whether the subnets of a spoke lead their traffic for other networks to where it is inspected.
struct SpokeRouting {
    private let inspection: InspectionPoint
    private let topology: Topology
    private let privateEndpointSubnets: Set<ResourceID>
    private let machineSubnets: Set<ResourceID>
    private let applicationGatewaySubnets: Set<ResourceID>

    init(_ layout: NetworkLayout) {
        topology = layout.topology
        inspection = InspectionPoint(layout)
        privateEndpointSubnets = Set(topology.all(PrivateEndpoint.self).compactMap(\.subnet.value))
        machineSubnets = Set(
            topology.all(NetworkInterface.self).filter { $0.privateEndpoint.value == nil }.flatMap(\.subnets)
        )
        applicationGatewaySubnets = Set(topology.all(ApplicationGateway.self).compactMap(\.subnet))
    }

    /// Judges a spoke; nil for a network that is no spoke of an inspecting one.
    func judge(_ spoke: VirtualNetwork) -> Judgement? {
        let layout = inspection.layout
        guard !layout.isHub(spoke.id) else { return nil }
        let hubs = layout.peers(of: spoke.id).filter(layout.inspects)
        guard !hubs.isEmpty else { return nil }
        let hops = hubs.reduce(into: Set()) { $0.formUnion(inspection.hops(in: $1)) }
        guard !hops.isEmpty else {
            let reason = "the input does not hold the address of \(inspection.names(in: hubs[0]))"
            return .unknown(reason, Proof("virtualNetworkPeerings"))
        }
        let subnets = spoke.subnets.filter(sendsTraffic)
        guard !subnets.isEmpty else { return .notApplicable("\(spoke.name) has no subnet with a workload.") }
        let targets = targets(of: spoke, through: hubs)
        let byTable = subnets.reduce(into: [(table: Setting<ResourceID>, subnets: [Subnet])]()) {
            groups,
            subnet in
            if let index = groups.firstIndex(where: { $0.table == subnet.routeTable }) {
                groups[index].subnets.append(subnet)
            } else {
                groups.append((subnet.routeTable, [subnet]))
            }
        }
        let parts = byTable.map { table, subnets in
            RouteSteering.judge(
                table: table,
                of: "\(subnets.map(\.name).joined(separator: ", ")) of \(spoke.name)",
                targets,
                to: hops,
                links: subnets.map { spoke.proof("routeTable", of: $0, expected: "a table with that route") },
                in: topology
            )
        }
        return .combining(parts, pass: "Every subnet of \(spoke.name) leads to the inspection point")
    }

    /// Whether a workload starts connections from it: not a subnet of Azure's own, not one for private endpoints,
    /// which only answer, and not an Application Gateway's, which does not take such routes.
    private func sendsTraffic(_ subnet: Subnet) -> Bool {
        guard subnet.reservedFor == nil, !applicationGatewaySubnets.contains(subnet.id) else { return false }
        let holdsEndpoints = !subnet.privateEndpoints.isEmpty || privateEndpointSubnets.contains(subnet.id)
        return !holdsEndpoints || machineSubnets.contains(subnet.id) || !subnet.delegations.isEmpty
    }

    /// The other spokes of the same hubs and the networks it is peered with; where there are none, all private
    /// addresses.
    private func targets(of spoke: VirtualNetwork, through hubs: [ResourceID]) -> [RouteSteering.Target] {
        let layout = inspection.layout
        let direct = layout.livePeerings(of: spoke)
            .filter { peering in peering.remoteVirtualNetwork.value.map { !hubs.contains($0) } ?? false }
            .flatMap(layout.remotePrefixes)
        let others = hubs.compactMap { layout.network($0) }.flatMap(layout.livePeerings)
            .filter { peering in
                peering.remoteVirtualNetwork.value.map { $0 != spoke.id && !layout.isHub($0) } ?? false
            }
            .flatMap(layout.remotePrefixes)
        let found =
            direct.map { RouteSteering.Target(prefix: $0, systemLength: $0.length) }
            + others.filter { !direct.contains($0) }.map { RouteSteering.Target(prefix: $0, systemLength: 0) }
        guard found.isEmpty else { return found }
        return ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].compactMap { AddressPrefix($0) }
            .map { RouteSteering.Target(prefix: $0, systemLength: 0) }
    }
}

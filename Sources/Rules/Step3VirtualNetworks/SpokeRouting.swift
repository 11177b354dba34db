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
        let direct = direct(of: spoke, past: hubs)
        let targets = targets(of: spoke, through: hubs, direct)
        let byTable = subnets.reduce(into: [(table: Setting<ResourceID>, subnets: [Subnet])]()) {
            groups,
            subnet in
            if let index = groups.firstIndex(where: { $0.table == subnet.routeTable }) {
                groups[index].subnets.append(subnet)
            } else {
                groups.append((subnet.routeTable, [subnet]))
            }
        }
        func judge(
            _ targets: [RouteSteering.Target],
            _ table: Setting<ResourceID>,
            _ subnets: [Subnet]
        ) -> Judgement {
            let judgement = RouteSteering.judge(
                table: table,
                of: "\(subnets.map(\.name).joined(separator: ", ")) of \(spoke.name)",
                targets,
                to: hops,
                links: subnets.map { spoke.proof("routeTable", of: $0, expected: "a table with that route") },
                in: topology
            )
            return judgement.mended(by: table.value.flatMap { Self.routing($0, to: hops) })
        }
        // What a direct peering carries past the firewall is the peering's doing; the table only fails to stop it.
        let bypasses = direct.flatMap { peering, prefixes in
            let targets = prefixes.map { RouteSteering.Target(prefix: $0, systemLength: $0.length) }
            let judged = byTable.map {
                (subnets: $0.subnets, judgement: judge(targets, $0.table, $0.subnets))
            }
            let open = judged.filter { $0.judgement.outcome == .fail }.flatMap(\.subnets)
            let rest = judged.map(\.judgement).filter { $0.outcome != .fail }
            guard !open.isEmpty else { return rest }
            let way = inspection.names(in: hubs[0])
            return [Self.bypass(spoke, peering, prefixes, from: open, past: way)] + rest
        }
        let parts = targets.isEmpty ? [] : byTable.map { judge(targets, $0.table, $0.subnets) }
        return .combining(
            parts + bypasses,
            pass: "Every subnet of \(spoke.name) leads to the inspection point"
        )
    }

    /// A peering beside the hub, whose system route is more specific than the route to the firewall.
    private static func bypass(
        _ spoke: VirtualNetwork,
        _ peering: VirtualNetworkPeering,
        _ prefixes: [AddressPrefix],
        from subnets: [Subnet],
        past way: String
    ) -> Judgement {
        let remote = peering.remoteVirtualNetwork.value.map { String($0.name) } ?? peering.name
        let carried = RouteSteering.listing(prefixes)
        let name = Control.Remediation.shellWord(peering.name) ?? "PEERING"
        return .fail(
            """
            The peering of \(spoke.name) with \(remote) carries \(carried) past \(way) \
            for \(subnets.map(\.name).joined(separator: ", "))
            """,
            spoke.proof(
                "remoteVirtualNetwork",
                of: peering,
                expected: "no peering beside the one with the hub"
            )
        ).mended(
            by: Control.Remediation(
                """
                Remove the peering on both sides. If it has to stay, give the subnets of both networks a route to the \
                firewall for exactly the prefix it carries: a shorter one, such as 0.0.0.0/0, loses to the peering's.
                """,
                command: "az network vnet peering delete -g RG --vnet-name VNET -n \(name)"
            )
        )
    }

    /// The control's remediation with the names of the table and the firewall, where there is one of each.
    private static func routing(_ table: ResourceID, to hops: Set<IPAddress>) -> Control.Remediation? {
        guard let hop = hops.first, hops.count == 1,
            let group = table.resourceGroup.flatMap({ Control.Remediation.shellWord(String($0)) }),
            let name = Control.Remediation.shellWord(String(table.name))
        else { return nil }
        return Control.Remediation(
            Control.spokeTrafficInspected.remediation.text,
            command: """
                az network route-table route create -g \(group) --route-table-name \(name) -n to-firewall \
                --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address \(hop)
                """
        )
    }

    /// Whether a workload starts connections from it: not a subnet of Azure's own, not one for private endpoints,
    /// which only answer, and not an Application Gateway's, which does not take such routes.
    private func sendsTraffic(_ subnet: Subnet) -> Bool {
        guard subnet.reservedFor == nil, !applicationGatewaySubnets.contains(subnet.id) else { return false }
        let holdsEndpoints = !subnet.privateEndpoints.isEmpty || privateEndpointSubnets.contains(subnet.id)
        return !holdsEndpoints || machineSubnets.contains(subnet.id) || !subnet.delegations.isEmpty
    }

    /// The peerings with other networks than the hubs, with what they carry.
    private func direct(
        of spoke: VirtualNetwork,
        past hubs: [ResourceID]
    ) -> [(peering: VirtualNetworkPeering, prefixes: [AddressPrefix])] {
        inspection.layout.livePeerings(of: spoke)
            .filter { peering in peering.remoteVirtualNetwork.value.map { !hubs.contains($0) } ?? false }
            .map { ($0, inspection.layout.remotePrefixes(of: $0)) }
            .filter { !$0.1.isEmpty }
    }

    /// The other spokes of the same hubs that no direct peering leads to; where there are none and no such peering
    /// either, all private addresses.
    private func targets(
        of spoke: VirtualNetwork,
        through hubs: [ResourceID],
        _ direct: [(peering: VirtualNetworkPeering, prefixes: [AddressPrefix])]
    ) -> [RouteSteering.Target] {
        let layout = inspection.layout
        let known = Set(direct.flatMap(\.prefixes))
        let others = hubs.compactMap { layout.network($0) }.flatMap(layout.livePeerings)
            .filter { peering in
                peering.remoteVirtualNetwork.value.map { $0 != spoke.id && !layout.isHub($0) } ?? false
            }
            .flatMap(layout.remotePrefixes)
        let found = others.filter { !known.contains($0) }.map {
            RouteSteering.Target(prefix: $0, systemLength: 0)
        }
        guard found.isEmpty, direct.isEmpty else { return found }
        return ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"].compactMap { AddressPrefix($0) }
            .map { RouteSteering.Target(prefix: $0, systemLength: 0) }
    }
}

import Topology

extension Control {
    /// E2-12: what comes in from on-premises meets the firewall before a spoke.
    package static let gatewayTrafficThroughFirewall = Control(
        id: "E2-12",
        name: "gateway-to-firewall",
        title: "Traffic from the gateway is routed through the firewall",
        severity: .high,
        principles: [.verifyExplicitly, .leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/virtualNetworks", "Microsoft.Network/routeTables"],
        why: """
            A peering gives the gateway a direct way to every spoke. Unless its subnet has routes that are just \
            as specific, on-premises reaches the spokes past the firewall, and answers take another way back.
            """,
        remediation: Remediation(
            "Attach a route table to the GatewaySubnet with one route a spoke prefix to the firewall's address.",
            command: """
                az network route-table route create -g RG --route-table-name TABLE -n to-spoke \
                --address-prefix SPOKE_PREFIX --next-hop-type VirtualAppliance --next-hop-ip-address FIREWALL_IP \
                && az network vnet subnet update -g RG --vnet-name HUB -n GatewaySubnet --route-table TABLE
                """
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking\
            #step-3-configure-network-gateway-routing-to-the-firewall
            """,
        benchmarks: [
            "mcsb": ["NS-3", "NS-1"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7", "SC-2"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let layout = NetworkLayout(topology)
            return layout.networks.compactMap { hub in
                judge(hub, in: layout, topology).map { (hub.resource, $0) }
            }
        },
        examples: [
            .fails(hubEstate(subnet: "", spoke: "10.1.0.0/16")),
            .fails(hubEstate(routes: [("10.0.0.0/8", "10.0.0.68")])),
            .fails(hubEstate(routes: [("10.1.0.0/16", "10.0.0.99")])),
            .passes(hubEstate(routes: [("10.1.0.0/16", "10.0.0.68")])),
            .passes(hubEstate(routes: [("10.1.0.0/17", "10.0.0.68"), ("10.1.128.0/17", "10.0.0.68")])),
            .unknown(hubEstate(subnet: attached, spoke: "10.1.0.0/16")),
            .unknown(hubEstate(subnet: "", spoke: "")),
            .notApplicable(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-hub",
                        "10.0.0.0/22",
                        subnets: [ExampleRows.subnet("GatewaySubnet", "10.0.0.0/26")]
                    ),
                    ExampleRows.gateway(in: "vnet-hub")
                )
            ),
        ]
    )

    private static func judge(
        _ hub: VirtualNetwork,
        in layout: NetworkLayout,
        _ topology: Topology
    ) -> Judgement? {
        guard let subnet = hub.subnets.first(where: { $0.reservedFor == .gateway }),
            !layout.gateways(in: hub.id).isEmpty
        else { return nil }
        guard let firewall = layout.firewalls(in: hub.id).first else {
            return .notApplicable(
                "\(hub.name) has a gateway and no firewall to lead its traffic through (E3-06)."
            )
        }
        let spokes = layout.livePeerings(of: hub).filter { peering in
            peering.remoteVirtualNetwork.value.map { !layout.isHub($0) } ?? true
        }
        guard !spokes.isEmpty else { return .notApplicable("No spoke is peered with \(hub.name).") }
        let hops = Set(layout.firewalls(in: hub.id).compactMap(\.privateIPAddress))
        guard !hops.isEmpty else {
            return .unknown(
                "the input does not hold the private address of \(firewall.name)",
                Proof("ipConfigurations[0].privateIPAddress", in: firewall.resource)
            )
        }
        return judge(subnet, of: hub, spokes: spokes, hops: hops, layout, topology)
    }

    private static func judge(
        _ subnet: Subnet,
        of hub: VirtualNetwork,
        spokes: [VirtualNetworkPeering],
        hops: Set<IPAddress>,
        _ layout: NetworkLayout,
        _ topology: Topology
    ) -> Judgement {
        let proof = hub.proof(
            "routeTable",
            of: subnet,
            expected: "routes of all spoke prefixes to the firewall"
        )
        let prefixes = spokes.map { ($0, layout.remotePrefixes(of: $0)) }
        if let (spoke, _) = prefixes.first(where: { $0.1.isEmpty }) {
            let proof = hub.proof("remoteAddressSpace.addressPrefixes", of: spoke)
            return .unknown("the input does not hold the addresses behind \(spoke.name)", proof)
        }
        let targets = prefixes.flatMap(\.1)
        switch subnet.routeTable {
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent:
            let list = targets.map(\.description).joined(separator: ", ")
            return .fail(
                "The gateway of \(hub.name) reaches \(list) past the firewall: no route table",
                proof
            )
        case .set(let id):
            guard let table = topology.find(RouteTable.self, id) else {
                return .unknown("the input does not hold the route table \(id.name)", proof)
            }
            let steering = RouteSteering(table)
            let open = targets.filter { !steering.leads($0, to: hops, beatingLength: $0.length) }
            guard let first = open.first else {
                return .pass("\(table.name) leads every spoke prefix to the firewall", proof)
            }
            if let gap = table.routes.lazy.compactMap(\.gap).first {
                return .unknown(gap, Proof("routes", in: table.resource))
            }
            let route = table.proof(
                of: steering.route(to: first, beatingLength: first.length),
                expected: hops
            )
            let list = open.map(\.description).joined(separator: ", ")
            return .fail("\(table.name) does not lead \(list) to the firewall", proof, route)
        }
    }

    private static let attached = ExampleRows.link("routeTable", "routeTables", "rt-gateway")

    private static func hubEstate(routes: [(prefix: String, hop: String)]) -> String {
        let rows = hubEstate(subnet: attached, spoke: "10.1.0.0/16").dropFirst().dropLast()
        return ExampleRows.estate(String(rows), ExampleRows.routeTable("rt-gateway", routes))
    }

    private static func hubEstate(subnet: String, spoke: String) -> String {
        ExampleRows.estate(
            ExampleRows.network(
                "vnet-hub",
                "10.0.0.0/22",
                subnets: [ExampleRows.subnet("GatewaySubnet", "10.0.0.0/26", subnet)],
                peerings: [ExampleRows.peering(to: "vnet-spoke", spoke)]
            ),
            ExampleRows.gateway(in: "vnet-hub"),
            ExampleRows.firewall(in: "vnet-hub")
        )
    }
}

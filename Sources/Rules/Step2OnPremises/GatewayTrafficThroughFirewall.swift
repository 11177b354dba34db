import Topology

extension Control {
    /// E2-12: what comes in from on-premises meets the firewall before a spoke.
    package static let gatewayTrafficThroughFirewall = Control(
        id: "E2-12",
        name: "gateway-to-firewall",
        title: "Traffic from the gateway is routed through the firewall",
        severity: .high,
        principles: [.verifyExplicitly, .leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/virtualNetworks/subnets", "Microsoft.Network/routeTables"],
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
        decision: .networks { layout in
            layout.networks.compactMap { hub in
                hub.subnets.first { $0.reservedFor == .gateway }.flatMap { subnet in
                    judge(subnet, of: hub, in: layout).map { (subnet.resource, $0) }
                }
            }
        },
        examples: [
            .fails(hubEstate(subnet: "", spoke: "10.1.0.0/16")),
            .fails(hubEstate(routes: [("10.0.0.0/8", "10.0.0.68")])),
            .fails(hubEstate(routes: [("10.1.0.0/16", "10.0.0.99")])),
            .passes(hubEstate(routes: [("10.1.0.0/16", "10.0.0.68")])),
            .passes(hubEstate(routes: [("10.1.0.0/17", "10.0.0.68"), ("10.1.128.0/17", "10.0.0.68")])),
            // A route that cannot be read may be a more specific one that leads elsewhere.
            .unknown(hubEstate(routes: [("10.1.0.0/16", "10.0.0.68"), ("", "10.0.0.99")])),
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
        _ subnet: Subnet,
        of hub: VirtualNetwork,
        in layout: NetworkLayout
    ) -> Judgement? {
        guard !layout.gateways(in: hub.id).isEmpty else { return nil }
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
        let prefixes = spokes.map(layout.remotePrefixes)
        if let (spoke, _) = zip(spokes, prefixes).first(where: { $1.isEmpty }) {
            let proof = Proof("remoteAddressSpace.addressPrefixes", in: spoke.resource)
            return .unknown("the input does not hold the addresses behind \(spoke.name)", proof)
        }
        return RouteSteering.judge(
            table: subnet.routeTable,
            of: "the gateway of \(hub.name)",
            prefixes.joined().map { RouteSteering.Target(prefix: $0, systemLength: $0.length) },
            to: hops,
            links: [Proof("routeTable", expected: "a table with routes to the firewall")],
            in: layout.topology
        )
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

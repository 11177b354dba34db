import Topology

extension Control {
    /// E2-26: the way out by way of on-premises.
    package static let forcedTunnelling = Control(
        id: "E2-26",
        name: "forced-tunnelling",
        title: "No gateway sends what leaves Azure to on-premises",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetworkGateway.types,
        why: """
            A default route to on-premises takes everything that leaves past Azure's own controls and back through \
            a distant line. Some rules of government or finance demand it; without one it is only slow and blind.
            """,
        remediation: Remediation(
            "Let the default route lead to the firewall of the hub, and take the default site off the gateway.",
            command: "az network vnet-gateway update -g RG -n GATEWAY --remove gatewayDefaultSite"
        ),
        question: "Which rule wants the way out inspected on-premises?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation\
            #egress-traffic-and-a-default-route
            """,
        benchmarks: [
            "mcsb": ["NS-3"],
            "alz": ["D06.25"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in
            let connections = topology.all(Connection.self)
            return topology.all(VirtualNetworkGateway.self).map { gateway in
                (gateway.resource, judge(gateway, connections, topology))
            }
        },
        examples: [
            .fails(GatewayForVPN.estate(#""gatewayDefaultSite": {"id": "/sites/head"}, "enableBgp": true"#)),
            .fails(SiteEstate.tunnel(to: "0.0.0.0/0", gateway: #", "enableBgp": false"#)),
            .passes(GatewayForVPN.estate(#""enableBgp": false"#)),
            .passes(SiteEstate.tunnel(to: "10.9.0.0/16", gateway: #", "enableBgp": false"#)),
            .unknown(SiteEstate.tunnel(to: "", gateway: #", "enableBgp": false"#)),
            .unknown(GatewayForVPN.estate(#""enableBgp": true"#)),
            .unknown(GatewayForVPN.estate("")),
            .unknown(
                GatewayForVPN.estate(#""enableBgp": false, "gatewayDefaultSite": {"$symbolic": "[x]"}"#)
            ),
            .unknown(GatewayForVPN.expressRouteEstate),
            .notApplicable(Example.tunnelEstate("")),
        ]
    )

    private static func judge(
        _ gateway: VirtualNetworkGateway,
        _ connections: [Connection],
        _ topology: Topology
    ) -> Judgement {
        let site = Proof("gatewayDefaultSite", expected: "none")
        let fixed: Judgement =
            switch gateway.gatewayDefaultSite {
            case .set(let id): .fail("\(gateway.name) sends what has no route to \(id.name)", site)
            case .absent: .pass("", site)
            case .unknown(let reason): .unknown(reason, site)
            }
        let tunnels = connections.filter {
            $0.connectionType.is("IPsec") && $0.virtualNetworkGateway1.value == gateway.id
        }
        let doubts = connections.compactMap { $0.doubt("IPsec", at: gateway) }
        return .combining(
            [fixed] + tunnels.map { judge($0, topology) } + doubts + [learned(by: gateway, topology)],
            pass: "No default route leads from \(gateway.name) to on-premises"
        )
    }

    /// Whether everything is said to lie at the site of a tunnel.
    private static func judge(_ tunnel: Connection, _ topology: Topology) -> Judgement {
        guard let site = topology.find(LocalNetworkGateway.self, tunnel.localNetworkGateway2) else {
            return .unknown(
                "the input does not hold the site of \(tunnel.name)",
                Proof("localNetworkGateway2", in: tunnel.resource)
            )
        }
        let proof = Proof("localNetworkAddressSpace.addressPrefixes", in: site.resource)
        if site.addressSpace.contains(where: \.isEverything) {
            return .fail("\(site.name) is said to hold every address", proof)
        }
        return site.addressSpace.isEmpty
            ? .unknown("the input has no addresses of \(site.name)", proof) : .pass("", proof)
    }

    /// What neighbours announce stands in no configuration; only routes that Azure reported tell of it.
    private static func learned(by gateway: VirtualNetworkGateway, _ topology: Topology) -> Judgement {
        let proof = Proof("enableBgp")
        guard gateway.enableBGP != .set(false) || !gateway.gatewayType.is("Vpn") else {
            return .pass("", proof)
        }
        let isLearned = topology.overlays.routes.contains { answer in
            answer.routes.contains { route in
                let isFromGateway = answer.holder == .gateway || answer.holder == .circuit
                return route.prefixes.contains(where: \.isEverything)
                    && (isFromGateway || route.nextHopType.is("VirtualNetworkGateway"))
            }
        }
        return isLearned
            ? .fail("Azure reported a default route that was learned from on-premises", proof)
            : .unknown(
                "which routes \(gateway.name) learns stands in no configuration: load its learned routes",
                proof
            )
    }
}

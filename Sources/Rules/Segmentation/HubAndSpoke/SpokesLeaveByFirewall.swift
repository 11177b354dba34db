import Topology

extension Control {
    /// S3-03: what leaves a spoke is looked at.
    package static let spokesLeaveByFirewall = Control(
        id: "S3-03",
        name: "spoke-egress-firewall",
        title: "What leaves a spoke for the internet goes through the firewall",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks/subnets"],
        why: """
            Data is stolen outbound. Where the way out does not lead through a firewall, nobody decides which \
            destinations a machine may talk to, and nobody sees it afterwards.
            """,
        remediation: Remediation(
            "Route 0.0.0.0/0 of the subnet to the firewall's private address.",
            command: """
                az network route-table route create -g GROUP --route-table-name TABLE -n to-firewall \
                --address-prefix 0.0.0.0/0 --next-hop-type VirtualAppliance --next-hop-ip-address ADDRESS
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#egress-traffic-and-udrs",
        benchmarks: [
            "mcsb": ["NS-3"],
            "policy": ["fc5e4038-4584-4632-8c85-c0448d374b2c"],
            "zta": ["25535"],
            "alz": ["D07.08"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .networks(judgements),
        examples: [
            .passes(
                SubnetEstate.subnet("web", SubnetEstate.routed, beside: SubnetEstate.toFirewall, firewall)
            ),
            .passes(SubnetEstate.subnet("web", #""defaultOutboundAccess": false"#)),
            .passes(SubnetEstate.subnet("web", beside: SubnetEstate.securedHub)),
            .fails(
                SubnetEstate.subnet("web", beside: SubnetEstate.securedHub.replacing("true", with: "false"))
            ),
            .fails(SubnetEstate.subnet("web", SubnetEstate.routed, beside: SubnetEstate.toInternet)),
            .fails(SubnetEstate.subnet("web", #""natGateway": {"id": "/nats/n"}"#)),
            .fails(SubnetEstate.subnet("web")),
            .unknown(SubnetEstate.subnet("web", SubnetEstate.routed, beside: SubnetEstate.toFirewall)),
            .unknown(SubnetEstate.subnet("web", SubnetEstate.routed)),
            .notApplicable(SubnetEstate.subnet("AzureFirewallSubnet")),
        ]
    )

    private static func judgements(in layout: NetworkLayout) -> [(Resource, Judgement)] {
        let topology = layout.topology
        let gateways = topology.subnetsOfGateways
        let firewalls = Set(topology.all(AzureFirewall.self).compactMap(\.privateIPAddress))
        let appliances = topology.all(NetworkInterface.self).filter { $0.enableIPForwarding.value == true }
        let guards = firewalls.union(
            appliances.flatMap(\.ipConfigurations).compactMap(\.privateIPAddress.value)
        )
        return topology.subnets.map { subnet in
            let role =
                subnet.platformRole
                ?? (gateways.contains(subnet.id) ? "\(subnet.title) holds an application gateway" : nil)
                ?? (subnet.virtualNetwork.map(layout.inspects) == true
                    ? "\(subnet.title) is beside the firewall" : nil)
            return (subnet.resource, role.map(Judgement.notApplicable) ?? judge(subnet, guards, topology))
        }
    }

    private static func judge(_ subnet: Subnet, _ guards: Set<IPAddress>, _ topology: Topology) -> Judgement {
        let wanted = "a route of 0.0.0.0/0 to a firewall"
        switch topology.exit(of: subnet) {
        case .route(.appliance, let route, let table):
            let proof = table.proof(of: route, expected: wanted)
            guard let hop = route.nextHopIPAddress.value else {
                return .unknown(route.nextHopIPAddress.gap("nextHopIpAddress of \(route.name)") ?? "", proof)
            }
            return guards.contains(hop)
                ? .pass("\(subnet.title) leaves through the firewall at \(hop)", proof)
                : .unknown(
                    "the input does not hold what has the address \(hop) that \(subnet.title) leaves by",
                    proof
                )
        case .securedHub(let intent):
            return .pass("\(subnet.title) leaves through a secured hub", Proof("routingPolicies", in: intent))
        case .route(.none, let route, let table):
            return .pass("Nothing leaves \(subnet.title)", table.proof(of: route))
        case .closed: return .pass("\(subnet.title) has no way out", Proof("defaultOutboundAccess"))
        case .route(.gateway, _, _):
            return .notApplicable("\(subnet.title) leaves by the sites behind the gateway")
        case .route(.internet, let route, let table):
            return .fail(
                "\(subnet.title) is routed straight to the internet",
                table.proof(of: route, expected: wanted)
            )
        case .natGateway(let gateway):
            let proof = Proof("natGateway.id", expected: wanted)
            return .fail(
                "\(subnet.title) leaves by \(gateway.name), past any firewall",
                proof,
                severity: .medium
            )
        case .implicit:
            return .fail(
                "\(subnet.title) leaves by Azure's implicit way, past any firewall",
                Proof("routeTable", expected: wanted)
            )
        case .unknown(let reason): return .unknown(reason, Proof("routeTable", expected: wanted))
        }
    }

    private static let firewall = """
        {"id": "/firewalls/fw", "type": "Microsoft.Network/azureFirewalls", "properties": {
          "ipConfigurations": [{"name": "one", "properties": {"privateIPAddress": "10.0.0.4"}}]}}
        """
}

import Topology

extension Control {
    /// S1-16: no way out that nobody chose.
    package static let noDefaultOutboundAccess = Control(
        id: "S1-16",
        name: "subnet-default-outbound",
        title: "No subnet uses the implicit way out that Azure gives",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks/subnets"],
        why: """
            The implicit way out has an address of Microsoft's that may change at any time; it can be neither \
            allowed by others nor watched or closed by you.
            """,
        remediation: Remediation(
            "Make the subnet private and give it a NAT gateway, or a route to the firewall.",
            command:
                "az network vnet subnet update -g GROUP --vnet-name VNET -n SUBNET --default-outbound-access false"
        ),
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/ip-services/default-outbound-access",
        benchmarks: [
            "mcsb": ["NS-3"],
            "policy": ["7bca8353-aa3b-429b-904a-9229c4385837"],
            "alz": ["D05.07"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in
            let populated = topology.subnetsOfMachines
            return topology.subnets.map {
                ($0.resource, judge($0, isPopulated: populated.contains($0.id), topology))
            }
        },
        examples: [
            .passes(SubnetEstate.subnet("web", #""defaultOutboundAccess": false"#)),
            .passes(
                SubnetEstate.subnet("web", #""natGateway": {"id": "/nats/n"}"#, beside: SubnetEstate.machine)
            ),
            .passes(
                SubnetEstate.subnet(
                    "web",
                    SubnetEstate.routed,
                    beside: SubnetEstate.machine,
                    SubnetEstate.toFirewall
                )
            ),
            .fails(SubnetEstate.subnet("web", "", beside: SubnetEstate.machine)),
            .fails(
                SubnetEstate.subnet("web", #""defaultOutboundAccess": true"#, beside: SubnetEstate.machine)
            ),
            .unknown(SubnetEstate.subnet("web", SubnetEstate.routed, beside: SubnetEstate.machine)),
            .notApplicable(SubnetEstate.subnet("web")),
            .notApplicable(SubnetEstate.subnet("GatewaySubnet")),
        ]
    )

    private static func judge(_ subnet: Subnet, isPopulated: Bool, _ topology: Topology) -> Judgement {
        if let role = subnet.platformRole { return .notApplicable(role) }
        let proof = Proof(
            "defaultOutboundAccess",
            expected: "false, or a NAT gateway or a route to a firewall"
        )
        if subnet.defaultOutboundAccess == .set(false) {
            return .pass("\(subnet.title) has no implicit way out", proof)
        }
        guard isPopulated else { return .notApplicable("\(subnet.title) holds no virtual machine") }
        switch topology.exit(of: subnet) {
        case .natGateway(let gateway):
            return .pass("\(subnet.title) leaves by \(gateway.name)", Proof("natGateway.id"))
        case .securedHub(let intent):
            return .pass("\(subnet.title) leaves by a secured hub", Proof("routingPolicies", in: intent))
        case .route(.appliance, let route, let table):
            return .pass("\(subnet.title) leaves by an appliance", table.proof(of: route))
        case .route(.gateway, let route, let table), .route(.none, let route, let table):
            return .pass(
                "\(subnet.title) does not leave by Azure's own way",
                table.proof(of: route)
            )
        case .unknown(let reason): return .unknown(reason, proof)
        case .implicit, .closed, .route(.internet, _, _):
            return .fail("The machines of \(subnet.title) leave by Azure's implicit address", proof)
        }
    }
}

import Topology

extension Control {
    /// L-03: one way out that somebody chose.
    package static let egressIsExplicit = Control(
        id: "L-03",
        name: "egress-explicit",
        title: "Machines leave by a NAT gateway or a firewall, not by addresses of their own",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: Subnet.types,
        why: """
            An address given to a machine so that it may get out lets others in as well. A load balancer's \
            runs out of ports, and neither is one place at which to see who leaves.
            """,
        remediation: Remediation(
            "Give the subnet a NAT gateway, or a route to the firewall; then take the machines' addresses away.",
            command: "az network vnet subnet update -g GROUP --vnet-name VNET -n SUBNET --nat-gateway NAT"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-legacy#default-outbound-access",
        benchmarks: [
            "mcsb": ["NS-3"],
            "alz": ["A01.22"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in
            let members = Dictionary(
                grouping: topology.all(NetworkInterface.self).filter { !$0.virtualMachine.isAbsent }
            ) {
                $0.subnets.first
            }
            let balancers = Set(topology.all(LoadBalancer.self).filter(\.isPublic).map(\.id))
            return topology.subnets.compactMap { subnet in
                members[subnet.id].map { (subnet.resource, judge(subnet, $0, balancers, topology)) }
            }
        },
        examples: [
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
            .passes(
                SubnetEstate.subnet("web", #""defaultOutboundAccess": false"#, beside: SubnetEstate.machine)
            ),
            .fails(SubnetEstate.subnet("web", beside: machine(#""publicIPAddress": {"id": "/pips/p"}"#))),
            .fails(
                SubnetEstate.subnet(
                    "web",
                    beside: machine(
                        #""loadBalancerBackendAddressPools": [{"id": "/lbs/lb/backendAddressPools/p"}]"#
                    ),
                    balancer
                )
            ),
            .unknown(SubnetEstate.subnet("web", SubnetEstate.routed, beside: SubnetEstate.machine)),
            .unknown(
                SubnetEstate.subnet(
                    "web",
                    beside: machine(#""publicIPAddress": {"id": {"$symbolic": "[variables('p')]"}}"#)
                )
            ),
            .notApplicable(SubnetEstate.subnet("web", beside: SubnetEstate.machine)),
            .notApplicable(SubnetEstate.subnet("web")),
        ]
    )

    private static func judge(
        _ subnet: Subnet,
        _ members: [NetworkInterface],
        _ balancers: Set<ResourceID>,
        _ topology: Topology
    ) -> Judgement {
        switch topology.exit(of: subnet) {
        case .natGateway(let gateway):
            return .pass("\(subnet.title) leaves by \(gateway.name)", Proof("natGateway.id"))
        case .securedHub(let intent):
            return .pass("\(subnet.title) leaves by a secured hub", Proof("routingPolicies", in: intent))
        case .route(.appliance, let route, let table), .route(.gateway, let route, let table),
            .route(.none, let route, let table):
            return .pass("\(subnet.title) does not leave straight", table.proof(of: route))
        case .unknown(let reason): return .unknown(reason, Proof("routeTable.id"))
        case .closed, .implicit, .route(.internet, _, _): break
        }
        let parts = members.flatMap { member in
            member.ipConfigurations.enumerated().compactMap { index, place -> Judgement? in
                let path = "ipConfigurations[\(index)]"
                let address = Proof("\(path).publicIPAddress.id", expected: "none", in: member.resource)
                let pools = Proof("\(path).loadBalancerBackendAddressPools", in: member.resource)
                if let reason = place.publicIPAddress.reason { return .unknown(reason, address) }
                if let own = place.publicIPAddress.value {
                    return .fail(
                        "\(member.name) leaves \(subnet.title) by its own address \(own.name)",
                        address
                    )
                }
                let lender = place.loadBalancerBackendAddressPools.compactMap { $0.parent }.first(
                    where: balancers.contains
                )
                return lender.map {
                    .fail("\(member.name) leaves \(subnet.title) by the load balancer \($0.name)", pools)
                }
            }
        }
        if case .closed = topology.exit(of: subnet), parts.isEmpty {
            return .pass("\(subnet.title) has no way out", Proof("defaultOutboundAccess"))
        }
        return parts.isEmpty
            ? .notApplicable("\(subnet.title) leaves by Azure's implicit way, of which S1-16 speaks")
            : .combining(parts, pass: "")
    }

    private static func machine(_ place: String) -> String {
        SubnetEstate.machine.replacing(#""subnet":"#, with: #"\#(place), "subnet":"#)
    }

    private static let balancer = """
        {"id": "/lbs/lb", "type": "Microsoft.Network/loadBalancers", "properties": {
          "frontendIPConfigurations": [{"name": "f", "properties": {"publicIPAddress": {"id": "/pips/p"}}}]}}
        """
}

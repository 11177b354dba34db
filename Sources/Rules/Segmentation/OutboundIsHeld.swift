import Reachability
import Topology

extension Control {
    /// S1-04: no free way out of a segment.
    package static let outboundIsHeld = Control(
        id: "S1-04",
        name: "subnet-outbound-deny",
        title: "Outbound traffic is denied by default, or goes to the firewall",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/virtualNetworks/subnets"],
        why: """
            Azure's own rule AllowInternetOutBound lets every machine talk to every address of the internet: the \
            way by which data leaves and by which an intruder is steered.
            """,
        remediation: Remediation(
            "Deny everything outbound as the last rule, or route 0.0.0.0/0 to the firewall.",
            command: """
                az network nsg rule create -g GROUP --nsg-name NSG -n DenyAllOutbound --priority 4096 \
                --direction Outbound --access Deny --protocol '*' --source-address-prefixes '*' \
                --destination-address-prefixes '*' --destination-port-ranges '*'
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#alternative-deny-rules",
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in
            let gateways = topology.subnetsOfGateways
            return topology.subnets.map { subnet in
                gateways.contains(subnet.id)
                    ? (subnet.resource, .notApplicable("\(subnet.title) holds an application gateway"))
                    : (subnet.resource, judge(subnet, topology))
            }
        },
        examples: [
            .passes(SubnetEstate.subnet("web", filtered, beside: SecurityGroupEstate.group(denyOut))),
            .passes(SubnetEstate.subnet("web", SubnetEstate.routed, beside: SubnetEstate.toFirewall)),
            .fails(SubnetEstate.subnet("web", filtered, beside: SecurityGroupEstate.group())),
            .fails(SubnetEstate.subnet("web", SubnetEstate.routed, beside: SubnetEstate.toInternet)),
            .unknown(SubnetEstate.subnet("web", filtered)),
            .unknown(SubnetEstate.subnet("web", SubnetEstate.routed)),
            .notApplicable(SubnetEstate.subnet("AzureFirewallSubnet")),
        ]
    )

    private static let filtered = #""networkSecurityGroup": {"id": "\#(SecurityGroupEstate.id)"}"#
    private static let denyOut = SecurityGroupEstate.rule(4096, "Deny", direction: "Outbound")

    private static func judge(_ subnet: Subnet, _ topology: Topology) -> Judgement {
        if let role = subnet.platformRole { return .notApplicable(role) }
        switch topology.exit(of: subnet) {
        case .route(.appliance, let route, let table):
            return .pass("\(subnet.title) sends what leaves to an appliance", table.proof(of: route))
        case .securedHub(let intent):
            return .pass("\(subnet.title) leaves by a secured hub", Proof("routingPolicies", in: intent))
        case .route(.none, let route, let table):
            return .pass("Nothing leaves \(subnet.title)", table.proof(of: route))
        case .unknown(let reason): return .unknown(reason, Proof("routeTable"))
        case .route(.gateway, _, _), .route(.internet, _, _), .natGateway, .implicit, .closed: break
        }
        let proof = Proof(
            "networkSecurityGroup.id",
            expected: "a group that denies outbound, or a route to a firewall"
        )
        switch subnet.networkSecurityGroup {
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent:
            return .fail("\(subnet.title) has neither an outbound filter nor a route to a firewall", proof)
        case .set(let id):
            guard let group = topology.find(NetworkSecurityGroup.self, id) else {
                return .unknown("the input does not hold \(id.name)", proof)
            }
            return judge(subnet, group)
        }
    }

    private static func judge(_ subnet: Subnet, _ group: NetworkSecurityGroup) -> Judgement {
        let question = PacketBox(from: .anyone, to: .internet, protocols: .everything)
        let filter = Filter(group, .outbound)
        let rules = Proof(
            "securityRules",
            expected: "a last rule that denies everything outbound",
            in: group.resource
        )
        let open = filter.part(of: question) { $0.isDefault && $0.action == .allow }
        if let open, !open.certain.isEmpty {
            return .fail("\(subnet.title) may talk to the whole internet: \(open.rule.name) decides", rules)
        }
        if let doubt = filter.unreadPart(of: question) ?? open { return .unknown(doubt.doubt, rules) }
        return .pass("\(group.name) denies what it does not allow out of \(subnet.title)", rules)
    }
}

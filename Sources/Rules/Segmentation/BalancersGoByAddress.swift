import JSON
import Reachability
import Topology

extension Control {
    /// S1-09: a balancer is in no group of machines.
    package static let balancersGoByAddress = Control(
        id: "S1-09",
        name: "nsg-balancer-address",
        title: "Outbound rules name a balancer by its address",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: NetworkSecurityGroup.types,
        why: """
            An application security group holds interfaces, never the front of a balancer. A rule to the group \
            leaves clients of the balancer denied, until somebody opens the whole network for them.
            """,
        remediation: Remediation(
            "Allow the address of the balancer's front as a /32.",
            command: """
                az network nsg rule create -g GROUP --nsg-name NSG -n ToBalancer --priority PRIORITY --direction \
                Outbound --access Allow --destination-address-prefixes ADDRESS --destination-port-ranges PORTS
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#step-4-create-an-application-security-group-for-each-virtual-machine-role",
        decision: .estate { topology in
            let pools = PooledMachines(topology)
            return topology.all(NetworkSecurityGroup.self).compactMap { group in
                judge(group, pools, topology).map { (group.resource, $0) }
            }
        },
        examples: [
            .passes(BalancedEstate.estate(rules: [toRole])),
            .passes(BalancedEstate.estate(rules: [toRole, toAddress, denyOut])),
            .fails(BalancedEstate.estate(rules: [toRole, denyOut])),
            .fails(
                BalancedEstate.estate(rules: [
                    toRole, toAddress.replacing("10.1.1.100/32", with: "10.1.1.101/32"), denyOut,
                ])
            ),
            .unknown(BalancedEstate.estate(rules: [toRole, denyOut], hasBalancer: false)),
            .unknown(
                BalancedEstate.estate(rules: [toRole, toAddress, denyOut.replacing(#""Deny""#, with: "null")])
                    .replacing("10.1.1.100/32", with: "10.1.1.101/32")
            ),
            .notApplicable(BalancedEstate.estate(rules: [toRole, denyOut], pool: "")),
            .notApplicable(BalancedEstate.estate(rules: [denyOut])),
        ]
    )

    private static func judge(
        _ group: NetworkSecurityGroup,
        _ pools: PooledMachines,
        _ topology: Topology
    ) -> Judgement? {
        let filter = Filter(group, .outbound)
        let parts = group.securityRules.filter { !$0.denies(.outbound) && $0.direction.value != .inbound }
            .flatMap {
                rule -> [Judgement] in
                let balancers = rule.destinationApplicationSecurityGroups.reduce(into: Set<ResourceID>()) {
                    $0.formUnion(pools.balancers(over: $1))
                }
                return balancers.sorted { $0.text < $1.text }.map {
                    judge(rule, to: $0, filter, group, topology)
                }
            }
        return parts.isEmpty ? nil : .combining(parts, pass: "\(group.name) lets clients reach the balancers")
    }

    /// Judges whether what a rule allows to the machines behind a balancer is allowed to the balancer too.
    private static func judge(
        _ rule: SecurityRule,
        to id: ResourceID,
        _ filter: Filter,
        _ group: NetworkSecurityGroup,
        _ topology: Topology
    ) -> Judgement {
        let proof = Proof.part(
            "destinationApplicationSecurityGroups",
            of: rule.resource,
            in: group.resource,
            "securityRules",
            expected: "the address of \(id.name)"
        )
        guard let balancer = topology.find(LoadBalancer.self, id) else {
            return .unknown("the input does not hold the balancer \(id.name)", proof)
        }
        let addresses = balancer.frontends.compactMap(\.privateIPAddress.value)
        let ports = IntervalSet(rule.destinationPorts.ranges.map { $0.first...$0.last })
        guard !addresses.isEmpty, !ports.isEmpty else {
            return balancer.isPublic
                ? .pass("\(balancer.name) has no address inside", proof)
                : .unknown("the input has no address of \(balancer.name), or no ports of \(rule.name)", proof)
        }
        return .combining(
            addresses.map { address in
                let front = AddressPrefix(address, length: address.version.width)
                var question = PacketBox(from: .inside, to: .prefix(front), ports: ports)
                question.marks[.destinationTag(.virtualNetwork)] = true
                let denied = filter.part(of: question) { $0.action == .deny }
                if let denied, !denied.certain.isEmpty {
                    return .fail(
                        """
                        \(rule.name) of \(group.name) allows the machines behind \(balancer.name), and \
                        \(denied.rule.title) denies its address \(address)
                        """,
                        proof
                    )
                }
                guard let doubt = filter.unreadPart(of: question) ?? denied else { return .pass("", proof) }
                return .unknown(doubt.doubt, proof)
            },
            pass: ""
        )
    }

    private static let toRole = SecurityGroupEstate.rule(
        100,
        "Allow",
        ports: "443",
        over: "Tcp",
        direction: "Outbound"
    )
    .replacing(
        #""destinationAddressPrefix": "*""#,
        with:
            #""destinationApplicationSecurityGroups": [{"id": "\#(ExampleRows.group)/applicationSecurityGroups/asg"}]"#
    )
    private static let toAddress = SecurityGroupEstate.rule(
        110,
        "Allow",
        to: "10.1.1.100/32",
        ports: "443",
        over: "Tcp",
        direction: "Outbound"
    )
    private static let denyOut = SecurityGroupEstate.rule(4096, "Deny", direction: "Outbound")
}

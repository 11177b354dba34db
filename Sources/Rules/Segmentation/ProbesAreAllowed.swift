import Reachability
import Topology

extension Control {
    /// S1-05: a balancer that cannot ask takes every machine for dead.
    package static let probesAreAllowed = Control(
        id: "S1-05",
        name: "nsg-probes",
        title: "Probes of load balancers get past the rule that denies the rest",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: NetworkSecurityGroup.types,
        why: """
            A last rule that denies everything comes before Azure's own rule for probes. Without one of your own \
            above it the balancer finds no healthy machine, and the quick way out is to open too much.
            """,
        remediation: Remediation(
            "Allow AzureLoadBalancer to the ports it probes, with a lower number than the rule that denies.",
            command: """
                az network nsg rule create -g GROUP --nsg-name NSG -n AllowProbes --priority 4000 --direction \
                Inbound --access Allow --protocol Tcp --source-address-prefixes AzureLoadBalancer \
                --destination-port-ranges PORTS
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-iaas#deploy-baseline-deny-rules-for-network-security-groups",
        decision: .estate { topology in
            let pools = PooledMachines(topology)
            return topology.all(NetworkSecurityGroup.self).compactMap { group in
                let balancers = pools.balancers(behind: group.id)
                return balancers.isEmpty ? nil : (group.resource, judge(group, balancers, topology))
            }
        },
        examples: [
            .passes(
                BalancedEstate.estate(rules: [SecurityGroupEstate.rule(4096, "Deny", direction: "Outbound")])
            ),
            .passes(BalancedEstate.estate(rules: [BalancedEstate.probes, BalancedEstate.deny])),
            .passes(
                BalancedEstate.estate(rules: [
                    BalancedEstate.probes.replacing(#""*"}"#, with: #""443"}"#), BalancedEstate.deny,
                ])
            ),
            .fails(BalancedEstate.estate(rules: [BalancedEstate.deny])),
            .fails(
                BalancedEstate.estate(rules: [
                    SecurityGroupEstate.rule(100, "Allow", from: "AzureLoadBalancer", ports: "80"),
                    BalancedEstate.deny,
                ])
            ),
            .fails(BalancedEstate.estate(rules: [BalancedEstate.deny], guards: "interface")),
            .unknown(
                BalancedEstate.estate(rules: [BalancedEstate.deny.replacing(#""Deny""#, with: "null")])
            ),
            .unknown(BalancedEstate.estate(rules: [BalancedEstate.deny], hasBalancer: false)),
            .notApplicable(BalancedEstate.estate(rules: [BalancedEstate.deny], pool: "")),
        ]
    )

    private static func judge(
        _ group: NetworkSecurityGroup,
        _ balancers: Set<ResourceID>,
        _ topology: Topology
    ) -> Judgement {
        let filter = Filter(group, .inbound)
        let parts = balancers.sorted { $0.text < $1.text }.flatMap { id -> [Judgement] in
            guard let balancer = topology.find(LoadBalancer.self, id) else {
                return [.unknown("the input does not hold the balancer \(id.name)", Proof("securityRules"))]
            }
            if let gap = balancer.resource.fields.array("probes").gap("probes of \(balancer.name)") {
                return [.unknown(gap, Proof("probes", in: balancer.resource))]
            }
            return balancer.probes.map { probe in
                guard let port = probe.port.value.flatMap({ UInt16(exactly: $0) }) else {
                    return .unknown(
                        "the port of a probe of \(balancer.name) cannot be read",
                        Proof("probes", in: balancer.resource)
                    )
                }
                return judge(port, of: balancer, filter, group)
            }
        }
        return .combining(parts, pass: "\(group.name) lets the probes of its balancers in")
    }

    private static func judge(
        _ port: UInt16,
        of balancer: LoadBalancer,
        _ filter: Filter,
        _ group: NetworkSecurityGroup
    ) -> Judgement {
        let question = PacketBox(from: .tag(.azureLoadBalancer), ports: IntervalSet(port))
        let list = Proof("securityRules", expected: "a rule that allows AzureLoadBalancer to \(port)")
        let denied = filter.part(of: question) { $0.action == .deny }
        if let denied, !denied.certain.isEmpty {
            return .fail(
                "\(denied.rule.title) of \(group.name) keeps the probes of \(balancer.name) from port \(port)",
                denied.rule.proofs(in: group.resource) + [list]
            )
        }
        if let doubt = filter.unreadPart(of: question) ?? denied { return .unknown(doubt.doubt, list) }
        return .pass("", list)
    }
}

import JSON
import Topology

extension Control {
    /// E2-04: the firewall can tell one sort of user from another.
    package static let userGroupPools = Control(
        id: "E2-04",
        name: "vwan-user-group-pools",
        title: "Groups of VPN users have address pools of their own",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege, .assumeBreach],
        types: P2SVPNGateway.types,
        why: """
            Behind the gateway a user is only an address. If all come from one pool, the firewall has to allow \
            each of them what any of them needs.
            """,
        remediation: Remediation(
            "Make a policy group for each sort of user and give it a connection configuration with a pool of its own."
        ),
        question: "Do all VPN users need to reach the same?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-6-secure-your-p2s-users",
        benchmarks: [
            "mcsb": ["NS-1", "PA-7"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "AC-2", "AC-3", "AC-6"],
            "nist-800-207": ["T3"],
        ],
        decision: .each { resource, _ in
            let proof = Proof("p2SConnectionConfigurations", expected: "two with pools of their own")
            let configurations = resource.fields.objects("p2SConnectionConfigurations")
            return configurations.judged(by: proof, of: resource.name) { configurations in
                var pools: [[AddressPrefix]] = []
                for (index, configuration) in configurations.enumerated() {
                    let path = "p2SConnectionConfigurations[\(index)].vpnClientAddressPool.addressPrefixes"
                    let words = configuration.object("vpnClientAddressPool").flatMap {
                        $0.list("addressPrefixes")
                    }
                    let prefixes = words.value?.compactMap { AddressPrefix($0) } ?? []
                    guard !prefixes.isEmpty, prefixes.count == words.value?.count else {
                        return .unknown(
                            words.gap(path) ?? "the pool of \(resource.name) cannot be read",
                            Proof(path)
                        )
                    }
                    pools.append(prefixes)
                }
                return judge(pools, of: resource.name, proof)
            }
        },
        examples: [
            .fails(UserVPNEstate.gateway(pools: ["172.16.0.0/24"])),
            .fails(UserVPNEstate.gateway(pools: ["172.16.0.0/23", "172.16.1.0/24"])),
            .passes(UserVPNEstate.gateway(pools: ["172.16.0.0/24", "172.16.1.0/24"])),
            .unknown(UserVPNEstate.gateway(pools: ["172.16.0.0/24", "pool"])),
            .unknown(UserVPNEstate.gateway(pools: [])),
            .unknown(UserVPNEstate.gateway()),
            .notApplicable(UserVPNEstate.configuration("")),
        ]
    )

    private static func judge(_ pools: [[AddressPrefix]], of name: String, _ proof: Proof) -> Judgement {
        guard !pools.isEmpty else { return .unknown("\(name) shows no pool of addresses", proof) }
        guard pools.count > 1 else { return .fail("All users of \(name) come from one pool", proof) }
        for (index, pool) in pools.enumerated() {
            for other in pools[(index + 1)...]
            where pool.contains(where: { other.contains(where: $0.overlaps) }) {
                return .fail("Two pools of \(name) share addresses", proof)
            }
        }
        return .pass("\(name) gives its \(pools.count) groups pools of their own", proof)
    }
}

import Topology

extension Control {
    /// L-02: no load balancer of the open generation.
    package static let loadBalancersAreStandard = Control(
        id: "L-02",
        name: "lb-basic",
        title: "No load balancer is Basic",
        severity: .medium,
        principles: [.assumeBreach],
        types: LoadBalancer.types,
        why: """
            Behind a Basic load balancer machines are open where no filter forbids it, no private link leads \
            to it, and it is retired: nobody mends what goes wrong.
            """,
        remediation: Remediation(
            "Make a Standard load balancer with the same rules, give the machines filters and a way out, then move them.",
            command: "az network lb create -g GROUP -n NEW-BALANCER --sku Standard --frontend-ip-name FRONT"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-legacy#azure-load-balancer",
        benchmarks: [
            "mcsb": ["NS-8"],
            "alz": ["A01.04", "D01.14"],
            "nist-800-53": ["CM-2", "CM-6", "CM-7"],
        ],
        decision: .each { resource, topology in
            topology.find(LoadBalancer.self, resource.id).map { LegacyTier.judge(resource, $0.skuName) }
        },
        examples: [
            .passes(LegacyTier.resource("loadBalancers", "Standard")),
            .passes(LegacyTier.resource("loadBalancers", "Gateway")),
            .fails(LegacyTier.resource("loadBalancers", "basic")),
            .unknown(ExampleRows.row("loadBalancers", "lb", "")),
            .notApplicable(ExampleRows.network("v", "10.0.0.0/16")),
        ]
    )
}

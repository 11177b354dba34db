import Reachability
import Topology

extension Control {
    /// no side door by a balancer.
    package static let remoteAccessPastBalancers = Control(
        id: "R-02",
        name: "internet-to-remote-access",
        title: "No load balancer hands RDP or SSH from the internet to a machine",
        severity: .critical,
        principles: [.leastPrivilege, .assumeBreach],
        types: LoadBalancer.types,
        why: """
            A translation to 22 or 3389 behind some high port looks harmless in the filter rules, and is found by \
            every scanner within a day.
            """,
        remediation: Remediation(
            "Delete the rule of the balancer and let sessions come through Bastion.",
            command: "az network lb inbound-nat-rule delete -g GROUP --lb-name BALANCER -n RULE"
        ),
        documentation: "https://learn.microsoft.com/azure/load-balancer/inbound-nat-rules",
        benchmarks: [
            "mcsb": ["NS-3", "PA-6"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .packets { tracer in
            let doors = PublicDoors(tracer)
            return tracer.network.topology.all(LoadBalancer.self).compactMap { balancer in
                doors.judge(balancer, [22, 3389]).map { (balancer.resource, $0) }
            }
        },
        examples: [
            .fails(
                PublicDoorEstate.balancer(port: 50001, to: 3389, rules: [("Allow", "Internet", "3389")])
            ),
            .fails(PublicDoorEstate.balancer(port: 22, rules: [("Allow", "*", "*")])),
            .passes(PublicDoorEstate.balancer(port: 50001, to: 3389, rules: [("Deny", "*", "*")])),
            .passes(PublicDoorEstate.balancer(port: 50001, to: 8443, rules: [("Allow", "*", "*")])),
            .unknown(PublicDoorEstate.balancer(port: 50001, to: 3389, rules: nil)),
            .notApplicable(PublicDoorEstate.machine(rules: [("Allow", "Internet", "22")])),
        ]
    )
}

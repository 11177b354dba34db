import Reachability
import Topology

extension Control {
    /// R-01: a packet from the internet ends before the data.
    package static let dataPortsClosedToInternet = Control(
        id: "R-01",
        name: "internet-to-data",
        title: "No packet from the internet reaches a port of a database or a cache",
        severity: .critical,
        principles: [.leastPrivilege, .assumeBreach],
        types: PublicIPAddress.types,
        why: """
            What counts is what really arrives: a public address, a rule of a balancer or a translation, and then \
            both filters. Where all of them let a packet through, only a password is left before the data.
            """,
        remediation: Remediation(
            "Narrow or delete the rule that lets the packet in; take the public way to the machine away."
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .packets { tracer in
            let doors = PublicDoors(tracer)
            return doors.addresses.map { ($0.resource, doors.judge($0, ports)) }
        },
        examples: [
            .fails(PublicDoorEstate.machine(rules: [("Allow", "Internet", "1433")])),
            .fails(PublicDoorEstate.machine(rules: [("Allow", "*", "*")])),
            .passes(PublicDoorEstate.machine(rules: [("Allow", "Internet", "443")])),
            // A rule of a lower number that denies leaves the other one without effect.
            .passes(
                PublicDoorEstate.machine(rules: [("Deny", "*", "1000-65535"), ("Allow", "Internet", "1433")])
            ),
            .passes(PublicDoorEstate.machine(rules: [("Allow", "10.0.0.0/8", "1433")])),
            .passes(PublicDoorEstate.machine(rules: [])),
            .fails(PublicDoorEstate.balancer(port: 1433, rules: [("Allow", "Internet", "1433")])),
            .passes(PublicDoorEstate.balancer(port: 443, rules: [("Allow", "Internet", "1433")])),
            .unknown(PublicDoorEstate.machine(rules: nil)),
            .notApplicable(ExampleRows.row("publicIPAddresses", "idle", #""ipAddress": "198.51.100.7""#)),
            .notApplicable("[]"),
        ]
    )

    /// SQL Server, Oracle, MySQL, PostgreSQL, Redis, Elasticsearch, Memcached, MongoDB; 445 is asked for by E5-04.
    private static let ports: [UInt16] = [1433, 1521, 3306, 5432, 6379, 9200, 11211, 27017]
}

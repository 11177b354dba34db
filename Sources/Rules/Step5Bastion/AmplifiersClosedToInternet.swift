import Reachability
import Topology

extension Control {
    /// E5-05: no machine that others attack with.
    package static let amplifiersClosedToInternet = Control(
        id: "E5-05",
        name: "nsg-udp-internet",
        title: "Services over UDP that amplify attacks are closed to the internet",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/networkSecurityGroups"],
        why: """
            Over UDP anybody can ask in the name of another and have the answer, many times as large, sent there. \
            A machine that answers becomes part of the attack.
            """,
        remediation: Remediation(
            "Delete the rule, or limit it to the sources that ask.",
            command: "az network nsg rule delete -g GROUP --nsg-name NSG -n RULE"
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
        benchmarks: [
            "mcsb": ["NS-3", "NS-5"],
            "cis-2.0": ["6.3"],
            "cis-3.0": ["7.3"],
            "cis-5.0": ["7.3"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7", "SC-5"],
        ],
        decision: .each { resource, topology in
            topology.find(NetworkSecurityGroup.self, resource.id).map(doors.judge)
        },
        examples: [
            .passes(SecurityGroupEstate.group()),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "Internet", ports: "53", over: "Tcp")
                )
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny", from: "Internet", over: "Udp"),
                    SecurityGroupEstate.rule(200, "Allow", over: "Udp")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "Internet", ports: "123", over: "Udp")
                )
            ),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", over: "Udp"))),
            .fails(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", ports: "300-400"))),
            .unknown(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "AzureCloud", ports: "53", over: "Udp")
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static let udp = IntervalSet<UInt8>(17)
    private static let doors = ManagementDoors(doors: [
        .init("DNS", 53...53, over: udp),
        .init("NTP", 123...123, over: udp),
        .init("SNMP", 161...161, over: udp),
        .init("LDAP", 389...389, over: udp),
        .init("SSDP", 1900...1900, over: udp),
    ])
}

import Topology

extension Control {
    /// E5-03: the two doors everybody tries.
    package static let remoteAccessClosedToInternet = Control(
        id: "E5-03",
        name: "nsg-rdp-ssh-internet",
        title: "RDP and SSH are closed to the internet",
        severity: .critical,
        principles: [.leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/networkSecurityGroups"],
        why: """
            Open remote desktop and shell ports are found by scanners within minutes and tried with stolen \
            passwords from then on; one weak account is enough.
            """,
        remediation: Remediation(
            "Remove the rule and reach the machines through Bastion, or open the port just in time.",
            command: "az network nsg rule delete -g GROUP --nsg-name NSG -n RULE"
        ),
        documentation: "https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage",
        benchmarks: [
            "mcsb": ["NS-3"],
            "cis-2.0": ["6.1", "6.2"],
            "cis-3.0": ["7.1", "7.2"],
            "cis-5.0": ["7.1", "7.2"],
            "policy": ["22730e10-96f6-4aac-ad84-9383d35b5917"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .each { resource, topology in
            topology.find(NetworkSecurityGroup.self, resource.id)
                .map(ManagementDoors.remoteDesktopAndShell.judge)
        },
        examples: [
            .passes(SecurityGroupEstate.group()),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny", from: "Internet", ports: "22"),
                    SecurityGroupEstate.rule(110, "Allow", ports: "20-23", over: "Tcp")
                )
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "203.0.113.0/28", ports: "22")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "Internet", ports: "3389")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "0.0.0.0/0", ports: "20-30")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny", from: "198.51.100.0/24", ports: "22"),
                    SecurityGroupEstate.rule(110, "allow", from: "any", ports: "22", over: "TCP")
                )
            ),
            .unknown(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Perhaps", ports: "22"))),
            .unknown(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "AzureCloud", ports: "22")
                )
            ),
            .unknown(SecurityGroupEstate.group(#"{"name": "odd", "properties": {"direction": "Inbound"}}"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )
}

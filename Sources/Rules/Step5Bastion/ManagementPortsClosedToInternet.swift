import Topology

extension Control {
    /// E5-04: the doors that are forgotten.
    package static let managementPortsClosedToInternet = Control(
        id: "E5-04",
        name: "nsg-management-internet",
        title: "Other ports of management are closed to the internet as well",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/networkSecurityGroups"],
        why: """
            Windows remote management, file shares, remote procedure calls, VNC and Telnet lead into a machine as \
            RDP and SSH do, and are forgotten more often.
            """,
        remediation: Remediation(
            "Remove the rule; manage the machine through Bastion or from inside the network.",
            command: "az network nsg rule delete -g GROUP --nsg-name NSG -n RULE"
        ),
        documentation: "https://learn.microsoft.com/azure/defender-for-cloud/just-in-time-access-usage",
        benchmarks: [
            "mcsb": ["NS-3", "NS-8"],
            "policy": ["22730e10-96f6-4aac-ad84-9383d35b5917"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7", "CM-2", "CM-6"],
        ],
        decision: .each { resource, topology in
            topology.find(NetworkSecurityGroup.self, resource.id).map(doors.judge)
        },
        examples: [
            .passes(
                SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", ports: "443", over: "Tcp"))
            ),
            .passes(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Deny", over: "Tcp"),
                    SecurityGroupEstate.rule(200, "Allow", from: "Internet", ports: "445", over: "Tcp")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "Internet", ports: "5986")
                )
            ),
            .fails(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", ports: "400-500", over: "Tcp")
                )
            ),
            .unknown(
                SecurityGroupEstate.group(
                    SecurityGroupEstate.rule(100, "Allow", from: "AzureCloud", ports: "445")
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static let doors = ManagementDoors(doors: [
        .init("Telnet", 23...23),
        .init("RPC", 135...135),
        .init("SMB", 445...445),
        .init("VNC", 5900...5910),
        .init("WinRM", 5985...5986),
    ])
}

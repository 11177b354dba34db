import Topology

extension Control {
    /// E5-15: what reaches further than a session in the browser.
    package static let bastionTunnelsAreJustified = Control(
        id: "E5-15",
        name: "bastion-tunnels",
        title: "Bastion offers the native client and connections by address only where somebody needs them",
        severity: .info,
        tier: .extended,
        principles: [.leastPrivilege],
        types: BastionHost.types,
        why: """
            The native client tunnels any port of a machine, and a connection by address reaches what is in \
            no subscription of yours. Both are useful, and more than a session in the browser.
            """,
        remediation: Remediation(
            "Switch off what nobody needs; say in the review who needs the rest.",
            command: """
                az network bastion update -g GROUP -n BASTION --set enableTunneling=false enableIpConnect=false
                """
        ),
        question: "Who needs the native client, or connections by address, and what for?",
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        benchmarks: [
            "mcsb": ["PA-6"],
            "nist-800-53": ["AC-2", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in
            topology.find(BastionHost.self, resource.id).map { judge($0, topology) }
        },
        examples: [
            .passes(
                BastionEstate.bastion("Standard", #""enableTunneling": false, "enableIpConnect": false"#)
            ),
            .fails(BastionEstate.bastion("Standard", #""enableTunneling": true, "enableIpConnect": false"#)),
            .fails(BastionEstate.bastion("Standard", #""enableTunneling": false, "enableIpConnect": true"#)),
            .unknown(BastionEstate.bastion("Standard", #""enableTunneling": false"#)),
            .passes(
                ExampleRows.estate(
                    BastionEstate.bastion(
                        "Standard",
                        #""enableTunneling": false, "enableIpConnect": true, "#
                            + ExampleRows.addresses(in: "v", "AzureBastionSubnet")
                    ),
                    """
                    {"id": "/hubs/h/hubVirtualNetworkConnections/c", "properties": {
                      \(ExampleRows.link("remoteVirtualNetwork", "virtualNetworks", "v"))},
                     "type": "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections"}
                    """
                )
            ),
            .notApplicable(BastionEstate.bastion("Basic")),
        ]
    )

    private static func judge(_ bastion: BastionHost, _ topology: Topology) -> Judgement {
        var switches = [
            ("enableTunneling", bastion.enableTunneling, "tunnels ports to the native client"),
            ("enableIpConnect", bastion.enableIPConnect, "connects to any address it can reach"),
        ]
        if bastion.skuName.is("Basic", "Developer"), switches.allSatisfy(\.1.isAbsent) {
            return .notApplicable("\(bastion.name) knows neither in its tier")
        }
        // In a Virtual WAN only an address leads to a machine of another network.
        let onWAN = topology.all(HubVirtualNetworkConnection.self).lazy.compactMap(
            \.remoteVirtualNetwork.value
        )
        if bastion.hostNetwork.map(onWAN.contains) == true { switches.removeLast() }
        return .combining(
            switches.map { path, setting, fault in
                let proof = Proof(path, expected: "false")
                return setting.judged(by: proof, of: bastion.name) {
                    $0 ? .fail("\(bastion.name) \(fault)", proof) : .pass("", proof)
                }
            },
            pass: "\(bastion.name) offers no more than is needed"
        )
    }
}

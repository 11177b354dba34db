import Topology

extension Control {
    /// E3-01: machines of one region talk encrypted.
    package static let virtualNetworkEncryption = Control(
        id: "E3-01",
        name: "vnet-encryption",
        title: "Virtual networks with machines are encrypted where the workload supports it",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            Between two machines of a region packets cross Azure's fabric as the application wrote them. \
            Encryption of the network protects them on the way, also where an application forgot to.
            """,
        remediation: Remediation(
            "Enable encryption with the enforcement AllowUnencrypted, then restart the machines.",
            command: """
                az network vnet update -g RG -n VNET --enable-encryption true \
                --encryption-enforcement-policy allowUnencrypted
                """
        ),
        question: "Do the applications use TLS all the way already?",
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"], "nist-800-207": ["T2"]],
        decision: .networks { layout in
            let blockers = EncryptionBlockers(layout.topology)
            let machines = Dictionary(grouping: MachinePlaces(layout.topology).networks) { $0 }.mapValues(
                \.count
            )
            return layout.networks.compactMap { network in
                guard let count = machines[network.id] else { return nil }
                return (network.resource, judge(network, machines: count, blockers.inside(network.id)))
            }
        },
        examples: [
            .fails(machineEstate("")),
            .fails(machineEstate(#""encryption": {"enabled": false}"#)),
            .passes(machineEstate(#""encryption": {"enabled": true, "enforcement": "AllowUnencrypted"}"#)),
            .unknown(machineEstate(#""encryption": {"$symbolic": "[parameters('encryption')]"}"#)),
            .notApplicable(machineEstate("", ExampleRows.firewall(in: "vnet-app"))),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-app", "10.1.0.0/16"))),
        ]
    )

    private static func judge(
        _ network: VirtualNetwork,
        machines: Int,
        _ blockers: [EncryptionBlockers.Blocker]
    ) -> Judgement {
        let proof = Proof("encryption.enabled", expected: "true")
        switch network.isEncrypted {
        case .set(true): return .pass("\(network.name) is encrypted", proof)
        case .unknown(let reason): return .unknown(reason, proof)
        case .set(false), .absent:
            if let blocker = blockers.first {
                return .notApplicable(
                    "\(network.name) cannot be encrypted: it holds \(blocker.resource.name) (\(blocker.what))."
                )
            }
            return .fail("\(network.name) is not encrypted and has machines (interfaces: \(machines))", proof)
        }
    }

    private static func machineEstate(_ encryption: String, _ beside: String...) -> String {
        let rows = [
            ExampleRows.network("vnet-app", "10.1.0.0/16", encryption),
            ExampleRows.interface(in: "vnet-app", "snet-app"),
        ]
        return "[\((rows + beside).joined(separator: ", "))]"
    }
}

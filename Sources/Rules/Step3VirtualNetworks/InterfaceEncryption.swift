import Topology

extension Control {
    /// E3-05: each machine of an encrypted network can encrypt.
    package static let interfaceEncryption = Control(
        id: "E3-05",
        name: "nic-encryption-support",
        title: "Interfaces in an encrypted network support encryption",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/networkInterfaces"],
        why: """
            Encryption is done by the machine's accelerated interface. One without it, or of a size that cannot, \
            stays in the network and talks in clear.
            """,
        remediation: Remediation(
            "Enable accelerated networking; where the size does not support encryption, choose one that does.",
            command: "az network nic update -g RG -n NIC --accelerated-networking true"
        ),
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"]],
        decision: .networks { layout in
            layout.topology.all(NetworkInterface.self).compactMap { interface in
                guard interface.privateEndpoint.value == nil, let subnet = interface.subnets.first else {
                    return nil
                }
                let network = layout.network(subnet.parent)
                return (interface.resource, judge(interface, in: network, layout.topology))
            }
        },
        examples: [
            .fails(
                interfaceEstate(#""vnetEncryptionSupported": false, "enableAcceleratedNetworking": true"#)
            ),
            .fails(
                interfaceEstate(#""vnetEncryptionSupported": true, "enableAcceleratedNetworking": false"#)
            ),
            .passes(
                interfaceEstate(#""vnetEncryptionSupported": true, "enableAcceleratedNetworking": true"#)
            ),
            .unknown(interfaceEstate(#""enableAcceleratedNetworking": true"#)),
            .notApplicable(interfaceEstate(#""vnetEncryptionSupported": false"#, isEncrypted: false)),
        ]
    )

    private static func judge(
        _ interface: NetworkInterface,
        in network: VirtualNetwork?,
        _ topology: Topology
    ) -> Judgement {
        guard let network else {
            let place = Proof("ipConfigurations[0].subnet")
            return .unknown("the input does not hold the network of \(interface.name)", place)
        }
        return switch network.isEncrypted {
        case .set(true): judge(interface, in: topology)
        case .set(false), .absent:
            .notApplicable("\(network.name), the network of \(interface.name), is not encrypted.")
        case .unknown(let reason): .unknown(reason, Proof("encryption.enabled", in: network.resource))
        }
    }

    private static func judge(_ interface: NetworkInterface, in topology: Topology) -> Judgement {
        let machine = topology.find(VirtualMachine.self, interface.virtualMachine)
        let size = machine?.size.value.map { " (\($0))" } ?? ""
        let needs = [
            ("vnetEncryptionSupported", interface.vnetEncryptionSupported, "cannot encrypt"),
            ("enableAcceleratedNetworking", interface.enableAcceleratedNetworking, "is not accelerated"),
        ]
        let parts = needs.map { path, setting, lack -> Judgement in
            let proof = Proof(path, expected: "true")
            switch setting {
            case .set(true): return .pass("\(interface.name) has \(path)", proof)
            case .set(false): return .fail("\(interface.name)\(size) \(lack)", proof)
            case .absent: return .unknown("the input has no \(path) of \(interface.name)", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            }
        }
        return .combining(parts, pass: "\(interface.name) encrypts")
    }

    private static func interfaceEstate(_ properties: String, isEncrypted: Bool = true) -> String {
        ExampleRows.estate(
            ExampleRows.network("vnet-app", "10.1.0.0/16", #""encryption": {"enabled": \#(isEncrypted)}"#),
            ExampleRows.interface(in: "vnet-app", "snet-app", properties)
        )
    }
}

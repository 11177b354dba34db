import Topology

extension Control {
    /// E3-04: encrypted where possible is not encrypted.
    package static let encryptionEnforcement = Control(
        id: "E3-04",
        name: "vnet-encryption-enforcement",
        title: "Encrypted networks drop what is not encrypted",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types,
        why: """
            With AllowUnencrypted a machine that cannot encrypt goes on in clear, and nobody is told. It is all \
            that most subscriptions are offered, so the flag on the network proves less than it seems to.
            """,
        remediation: Remediation(
            """
            Choose DropUnencrypted if the subscription offers it; else look in the flow logs for traffic in clear \
            (V2-04) and at the interfaces that cannot encrypt (E3-05).
            """
        ),
        question: "May some of the traffic in this network go in clear?",
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"]],
        decision: .each { resource, topology in
            guard let network = topology.find(VirtualNetwork.self, resource.id) else { return nil }
            let proof = Proof("encryption.enforcement", expected: "DropUnencrypted")
            switch network.isEncrypted {
            case .unknown(let reason): return .unknown(reason, Proof("encryption.enabled"))
            case .set(false), .absent: return .notApplicable("\(network.name) is not encrypted (E3-01).")
            case .set(true): break
            }
            return network.encryptionEnforcement.judged(by: proof, of: network.name) { word in
                if network.encryptionEnforcement.is("DropUnencrypted") {
                    return .pass("\(network.name) drops what is not encrypted", proof)
                }
                return network.encryptionEnforcement.is("AllowUnencrypted")
                    ? .fail("\(network.name) lets machines that cannot encrypt talk in clear", proof)
                    : .unknown("\(network.name) enforces \(word), which this control does not know", proof)
            }
        },
        examples: [
            .fails(network(#""enabled": true, "enforcement": "AllowUnencrypted""#)),
            .passes(network(#""enabled": true, "enforcement": "dropUnencrypted""#)),
            .unknown(network(#""enabled": true"#)),
            .unknown(network(#""enabled": true, "enforcement": "Sometimes""#)),
            .unknown(network(#""enforcement": "AllowUnencrypted""#)),
            .notApplicable(network(#""enabled": false, "enforcement": "AllowUnencrypted""#)),
            .notApplicable(ExampleRows.network("vnet-app", "10.1.0.0/16")),
        ]
    )

    private static func network(_ encryption: String) -> String {
        ExampleRows.network("vnet-app", "10.1.0.0/16", #""encryption": {\#(encryption)}"#)
    }
}

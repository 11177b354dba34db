import Topology

extension Control {
    /// E3-03: encryption does not end at a peering.
    package static let peeringEncryption = Control(
        id: "E3-03",
        name: "peering-encryption",
        title: "Both ends of a peering are encrypted",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            Encryption needs both networks. Where only one has it, traffic over the peering goes in clear, and \
            with AllowUnencrypted nobody is told.
            """,
        remediation: Remediation(
            "Enable encryption on the network at the other end as well.",
            command: """
                az network vnet update -g RG -n OTHER_VNET --enable-encryption true \
                --encryption-enforcement-policy allowUnencrypted
                """
        ),
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/virtual-network-encryption-overview",
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"], "nist-800-207": ["T2"]],
        decision: .networks { layout in
            let blockers = EncryptionBlockers(layout.topology)
            return layout.networks.compactMap { network in
                let parts = layout.livePeerings(of: network).compactMap {
                    judge($0, of: network, in: layout, blockers)
                }
                guard !parts.isEmpty else { return nil }
                return (
                    network.resource, .combining(parts, pass: "Every peering of \(network.name) is encrypted")
                )
            }
        },
        examples: [
            .fails(
                peeredEstate(local: on, remote: #", "remoteVirtualNetworkEncryption": {"enabled": false}"#)
            ),
            .fails(
                peeredEstate(local: "", remote: #", "remoteVirtualNetworkEncryption": {"enabled": true}"#)
            ),
            .passes(
                peeredEstate(local: on, remote: #", "remoteVirtualNetworkEncryption": {"enabled": true}"#)
            ),
            .unknown(peeredEstate(local: on, remote: "")),
            .notApplicable(
                peeredEstate(local: "", remote: #", "remoteVirtualNetworkEncryption": {"enabled": false}"#)
            ),
        ]
    )

    /// Nil where neither end is encrypted, which is for E3-01 to say, and where one of them cannot be (E3-02).
    private static func judge(
        _ peering: VirtualNetworkPeering,
        of network: VirtualNetwork,
        in layout: NetworkLayout,
        _ blockers: EncryptionBlockers
    ) -> Judgement? {
        let ids = [network.id] + (peering.remoteVirtualNetwork.value.map { [$0] } ?? [])
        guard ids.allSatisfy({ blockers.inside($0).isEmpty }) else { return nil }
        let near = network.isEncrypted
        let path = "remoteVirtualNetworkEncryption.enabled"
        var far = peering.remoteEncryptionEnabled
        if far.isAbsent, let remote = layout.network(peering.remoteVirtualNetwork.value) {
            far = remote.isEncrypted
        }
        let remote = peering.remoteVirtualNetwork.value.map { String($0.name) } ?? peering.name
        let ends = [
            Proof("encryption.enabled", expected: "true", in: network.resource),
            network.proof(path, of: peering, expected: "true"),
        ]
        switch (near, far) {
        case (.set(true), .set(true)): return .pass("\(peering.name) is encrypted", ends[0], ends[1])
        case (.set(true), .set(false)):
            return .fail("\(network.name) is encrypted and its peer \(remote) is not", ends)
        case (.set(false), .set(true)):
            return .fail("\(network.name) is not encrypted and its peer \(remote) is", ends)
        case (.set(false), _): return nil
        default:
            let gap = near.gap("encryption.enabled") ?? far.gap("\(path) of \(peering.name)")
            return .unknown(gap ?? "", near.value == nil ? ends[0] : ends[1])
        }
    }

    private static let on = #""encryption": {"enabled": true}"#

    private static func peeredEstate(local: String, remote: String, _ beside: String...) -> String {
        let peering = ExampleRows.peering(
            to: "vnet-b",
            "10.2.0.0/16",
            #""allowForwardedTraffic": false\#(remote)"#
        )
        let network = ExampleRows.network("vnet-a", "10.1.0.0/16", peerings: [peering], local)
        return "[\(([network] + beside).joined(separator: ", "))]"
    }
}

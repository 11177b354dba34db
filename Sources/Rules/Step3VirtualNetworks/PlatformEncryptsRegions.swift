import Topology

extension Control {
    /// E3-09: what Microsoft does between its own buildings, put on record.
    package static let platformEncryptsRegions = Control(
        id: "E3-09",
        name: "cross-region-encryption",
        title: "Links between regions are encrypted by the platform",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualNetwork.types,
        why: """
            Between its data centres Microsoft encrypts every link with MACsec. Nobody can switch it off, see it or \
            prove it from here; it is a promise, and for some data a promise is not enough.
            """,
        remediation: Remediation(
            "Nothing can be set. Where the promise is not enough, encrypt the networks (E3-01) or the application (E4)."
        ),
        question: "Is encryption that the platform keeps to itself enough for this class of data?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-encryption\
            #step-3-secure-and-verify-communication-within-and-across-azure-vnets
            """,
        benchmarks: ["mcsb": ["DP-3"], "nist-800-53": ["SC-8"], "nist-800-207": ["T2"]],
        decision: .networks { layout in
            layout.networks.compactMap { network in
                let parts = layout.livePeerings(of: network).compactMap { judge($0, of: network, in: layout) }
                guard !parts.isEmpty else { return nil }
                let told = parts.filter { $0.outcome == .pass }.map(\.message).joined(separator: "; ")
                return (network.resource, .combining(parts, pass: told))
            }
        },
        examples: [
            .passes(peered("westeurope", "northeurope")),
            .unknown(peered("westeurope", nil)),
            .unknown(ExampleRows.estate(network("vnet-a", "vnet-b", "westeurope"))),
            .notApplicable(peered("westeurope", "WestEurope")),
            .notApplicable(ExampleRows.network("vnet-a", "10.1.0.0/16")),
        ]
    )

    /// Nil for a peering within one region.
    private static func judge(
        _ peering: VirtualNetworkPeering,
        of network: VirtualNetwork,
        in layout: NetworkLayout
    ) -> Judgement? {
        let link = network.proof("remoteVirtualNetwork", of: peering)
        guard let remote = layout.network(peering.remoteVirtualNetwork.value) else {
            return .unknown("the input does not hold the network behind \(peering.name)", link)
        }
        let places = [Proof("location", in: network.resource), Proof("location", in: remote.resource)]
        guard let near = network.resource.location, let far = remote.resource.location else {
            return .unknown(
                "the input does not say in which regions \(network.name) and \(remote.name) lie",
                places
            )
        }
        guard near.lowercased() != far.lowercased() else { return nil }
        return .pass(
            "Between \(network.name) in \(near) and \(remote.name) in \(far) Microsoft encrypts with MACsec; that cannot be seen or changed",
            [link] + places
        )
    }

    private static func peered(_ near: String, _ far: String?) -> String {
        ExampleRows.estate(network("vnet-a", "vnet-b", near), network("vnet-b", "vnet-a", far))
    }

    private static func network(_ name: String, _ peer: String, _ region: String?) -> String {
        let place = region.map { #""location": "\#($0)", "# } ?? ""
        return ExampleRows.network(name, "10.1.0.0/16", peerings: [ExampleRows.peering(to: peer)])
            .replacing(#""properties": {"addressSpace""#, with: #"\#(place)"properties": {"addressSpace""#)
    }
}

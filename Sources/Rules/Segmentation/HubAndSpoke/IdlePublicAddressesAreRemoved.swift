import Topology

extension Control {
    /// S3-02: no address that waits for somebody.
    package static let idlePublicAddressesAreRemoved = Control(
        id: "S3-02",
        name: "public-ip-idle",
        title: "Every public address is attached to something",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: PublicIPAddress.types,
        why: """
            An address that lies about is attached to the next machine in a hurry, past every review. Once \
            it is given back, whoever gets it next receives what a forgotten DNS name still sends there.
            """,
        remediation: Remediation(
            "Remove the DNS names that lead to it, then delete it.",
            command: "az network public-ip delete -g GROUP -n ADDRESS"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#internet-boundary",
        benchmarks: [
            "mcsb": ["AM-3"],
            "cis-2.0": ["6.7"],
            "cis-3.0": ["7.7"],
            "nist-800-53": ["CM-8", "CM-7"],
        ],
        decision: .estate { topology in
            let owners = PublicAddressOwners(topology)
            return topology.all(PublicIPAddress.self).map { address in
                let proof = Proof("ipConfiguration.id", expected: "what it is attached to")
                if let owner = owners.owner(of: address) {
                    return (address.resource, .pass("\(address.name) belongs to \(owner.name)", proof))
                }
                if let reason = address.ipConfiguration.reason ?? address.natGateway.reason {
                    return (address.resource, .unknown(reason, proof))
                }
                let isAttached = address.ipConfiguration.value != nil || address.natGateway.value != nil
                return (
                    address.resource,
                    isAttached
                        ? .pass("\(address.name) is attached", proof)
                        : .fail("\(address.name) is attached to nothing", proof, Proof("natGateway.id"))
                )
            }
        },
        examples: [
            .passes(
                ExampleRows.row("publicIPAddresses", "p", ExampleRows.link("natGateway", "natGateways", "n"))
            ),
            .passes(
                ExampleRows.estate(
                    ExampleRows.row("publicIPAddresses", "p", ""),
                    ExampleRows.row(
                        "natGateways",
                        "n",
                        #""publicIpAddresses": [{"id": "\#(ExampleRows.group)/publicIPAddresses/P"}]"#
                    )
                )
            ),
            .fails(ExampleRows.row("publicIPAddresses", "p", #""ipAddress": "198.51.100.7""#)),
            .unknown(
                ExampleRows.row(
                    "publicIPAddresses",
                    "p",
                    #""ipConfiguration": {"id": {"$symbolic": "[variables('c')]"}}"#
                )
            ),
            .notApplicable(ExampleRows.network("v", "10.0.0.0/16")),
        ]
    )
}

import JSON
import Topology

extension Control {
    /// E1-17: a port fetches its MACsec keys with an identity of its own.
    package static let macsecIdentity = Control(
        id: "E1-17",
        name: "macsec-managed-identity",
        title: "ExpressRoute Direct ports read their MACsec keys through a managed identity",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/expressRoutePorts"],
        why: """
            The key of the wire lies in a vault. A managed identity lets this port read it and nobody else; \
            without one the port cannot fetch the key it is told to use.
            """,
        remediation: Remediation(
            "Create a user-assigned identity that may read the two secrets, and assign it to the port.",
            command: "az network express-route port identity assign -g RG --name PORT --identity IDENTITY_ID"
        ),
        question: "Who else can read those secrets?",
        documentation: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-macsec",
        benchmarks: [
            "mcsb": ["IM-3", "DP-8"],
            "nist-800-53": ["AC-2", "AC-3", "IA-4", "IA-5", "IA-9", "SC-12", "SC-17"],
            "nist-800-207": ["T6"],
        ],
        decision: .each { resource, _ in
            MACsecLinks.keyed(resource).judged(by: Proof("links"), of: resource.name) { links in
                links.isEmpty
                    ? .notApplicable("\(resource.name) has no MACsec key to read (E1-14).")
                    : identity(of: resource)
            }
        },
        examples: [
            .fails(MACsecLinks.estate(MACsecLinks.keyed("link1"))),
            .fails(MACsecLinks.estate(MACsecLinks.keyed("link1"), beside: #""identity": {"type": "None"},"#)),
            .passes(
                MACsecLinks.estate(
                    MACsecLinks.keyed("link1"),
                    beside: """
                        "identity": {"type": "UserAssigned", "userAssignedIdentities": {"/subscriptions/s/id-port": {}}},
                        """
                )
            ),
            .unknown(
                MACsecLinks.estate(
                    MACsecLinks.keyed("link1"),
                    beside: #""identity": {"$symbolic": "[variables('identity')]"},"#
                )
            ),
            .notApplicable(MACsecLinks.estate(MACsecLinks.clear("link1"))),
            .notApplicable(
                MACsecLinks.estate(
                    """
                    {"name": "link1", "properties": {"macSecConfig": {"cknSecretIdentifier": null,
                      "cakSecretIdentifier": ""}}}
                    """
                )
            ),
        ]
    )

    private static func identity(of port: Resource) -> Judgement {
        let proof = Proof("identity.type", expected: "UserAssigned")
        let failure = "\(port.name) has MACsec keys and no identity to read them with"
        switch port.fields.object("identity") {
        case .absent: return .fail(failure, proof)
        case .unknown(let reason): return .unknown(reason, Proof("identity"))
        case .set(let identity):
            let type = identity.text("type")
            if let gap = type.gap("identity.type") { return .unknown(gap, proof) }
            guard type.value?.lowercased().contains("userassigned") == true else {
                return .fail(failure, proof)
            }
            switch identity.object("userAssignedIdentities") {
            case .set(let identities) where !identities.members.isEmpty:
                return .pass(
                    "\(port.name) reads its keys through an identity of its own",
                    proof,
                    Proof("identity.userAssignedIdentities")
                )
            case .unknown(let reason): return .unknown(reason, Proof("identity.userAssignedIdentities"))
            case .set, .absent:
                return .unknown(
                    "the input does not name the identity of \(port.name)",
                    Proof("identity.userAssignedIdentities")
                )
            }
        }
    }
}

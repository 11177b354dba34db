import Topology

extension Control {
    /// E1-14: the wire to Microsoft's edge is encrypted, on either link.
    package static let macsecOnBothLinks = Control(
        id: "E1-14",
        name: "macsec-both-links",
        title: "MACsec is set on both links of every ExpressRoute Direct port",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/expressRoutePorts"],
        why: """
            A Direct port comes without MACsec: its wire carries clear text, routing included. With one link \
            covered the encryption ends, unseen, the moment traffic fails over to the other.
            """,
        remediation: Remediation(
            "Set CKN, CAK and cipher on one link after the other, each while its traffic runs over the other.",
            command: """
                az network express-route port link update -g RG --port-name PORT --name LINK \
                --macsec-ckn-secret-identifier CKN_URI --macsec-cak-secret-identifier CAK_URI \
                --macsec-cipher gcm-aes-xpn-256
                """
        ),
        question: "Are CAK and CKN rotated, and does the router on your side use the same?",
        documentation: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-macsec",
        benchmarks: [
            "mcsb": ["DP-3", "NS-9"],
            "alz": ["D02.01"],
            "nist-800-53": ["SC-8", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, _ in MACsecLinks.judge(resource) },
        examples: [
            .fails(MACsecLinks.estate(MACsecLinks.keyed("link1") + ", " + MACsecLinks.clear("link2"))),
            .passes(MACsecLinks.estate(MACsecLinks.keyed("link1") + ", " + MACsecLinks.keyed("link2"))),
            .unknown(MACsecLinks.estate("")),
            .unknown(
                MACsecLinks.estate(
                    #"{"name": "link1", "properties": {"macSecConfig": {"$symbolic": "[parameters('macsec')]"}}}"#
                )
            ),
            .notApplicable("[]"),
        ]
    )
}

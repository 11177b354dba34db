import Topology

extension Control {
    /// E1-11: the one switch of a Virtual WAN that takes IPsec off all its tunnels.
    package static let virtualWANEncryptsVPN = Control(
        id: "E1-11",
        name: "vwan-vpn-encryption",
        title: "No Virtual WAN switches VPN encryption off",
        severity: .critical,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualWans"],
        why: """
            This one flag takes the encryption off every site-to-site tunnel of every hub of the WAN, and the \
            tunnels stay up, so that nothing looks amiss.
            """,
        remediation: Remediation(
            "Switch VPN encryption back on for the WAN.",
            command: "az network vwan update -g RG -n WAN --disable-vpn-encryption false"
        ),
        question: "Does a device underneath encrypt instead, and where is that written down?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-5-review-your-encryption
            """,
        benchmarks: [
            "mcsb": ["DP-3", "NS-9"],
            "nist-800-53": ["SC-8", "CA-3", "AC-17", "AC-4"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, topology in
            let proof = Proof("disableVpnEncryption", expected: "false")
            switch resource.fields.flag("disableVpnEncryption") {
            case .set(true):
                let hubs = topology.resources(of: "Microsoft.Network/virtualHubs")
                    .count { $0.fields.reference("virtualWan") == resource.id }
                let sites = topology.resources(of: "Microsoft.Network/vpnSites")
                    .count { $0.fields.reference("virtualWan") == resource.id }
                return .fail(
                    "\(resource.name) carries its site-to-site traffic in clear text (hubs \(hubs), sites \(sites))",
                    proof
                )
            case .set(false), .absent: return .pass("\(resource.name) encrypts its tunnels", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            }
        },
        examples: [
            .fails(virtualWANEstate(#""disableVpnEncryption": true"#)),
            .passes(virtualWANEstate(#""disableVpnEncryption": false"#)),
            .passes(virtualWANEstate(#""type": "Standard""#)),
            .unknown(virtualWANEstate(#""disableVpnEncryption": {"$symbolic": "[parameters('clear')]"}"#)),
            .notApplicable("[]"),
        ]
    )

    private static func virtualWANEstate(_ properties: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualWans/vwan-core",
         "name": "vwan-core", "type": "Microsoft.Network/virtualWans", "properties": {\(properties)}}
        """
    }
}

import JSON
import Topology

extension Control {
    /// E2-01: who dials in proves it to Entra ID.
    package static let pointToSiteSignIn = Control(
        id: "E2-01",
        name: "p2s-entra-id",
        title: "Point-to-site signs users in with Entra ID only",
        severity: .high,
        principles: [.verifyExplicitly],
        types: ["Microsoft.Network/virtualNetworkGateways"],
        why: """
            A certificate or a RADIUS secret says nothing of the device it is used from or of the risk of the \
            sign-in. Only where Entra ID decides can Conditional Access ask for more, or say no.
            """,
        remediation: Remediation(
            "Let Entra ID alone authenticate the clients, over OpenVPN.",
            command: """
                az network vnet-gateway update -g RG -n GATEWAY --vpn-auth-type AAD --client-protocol OpenVPN \
                --aad-tenant https://login.microsoftonline.com/TENANT --aad-audience APPLICATION \
                --aad-issuer https://sts.windows.net/TENANT/
                """
        ),
        question: "Is there a way in for an emergency, and does anybody notice when it is used?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/openvpn-azure-ad-tenant",
        benchmarks: [
            "mcsb": ["IM-1", "IM-6", "IM-7"],
            "cis-5.0": ["7.9"],
            "policy": ["21a6bc25-125e-4d13-b82d-2e19b7208ab7"],
            "nist-800-53": ["AC-2", "AC-3", "IA-2", "IA-8", "IA-5", "AC-6"],
            "nist-800-207": ["T6"],
        ],
        decision: .each { resource, _ in
            DialIn.judge(resource) { clients in
                guard case .set(let pool) = clients.object("vpnClientAddressPool"),
                    pool["addressPrefixes"]?.elements.isEmpty == false
                else { return .notApplicable("\(resource.name) has no addresses for clients that dial in.") }
                let path = "\(DialIn.property).vpnAuthenticationTypes"
                let proof = Proof(path, expected: "AAD alone")
                let types = clients.list("vpnAuthenticationTypes")
                guard let types = types.value, !types.isEmpty else {
                    return .unknown(
                        types.gap(path) ?? "\(resource.name) does not say how clients sign in",
                        proof
                    )
                }
                let others = types.filter { $0.lowercased() != "aad" }
                guard others.isEmpty else {
                    return .fail(
                        "\(resource.name) lets clients in by \(others.joined(separator: " and "))",
                        proof
                    )
                }
                return .pass("\(resource.name) signs clients in with Entra ID alone", proof)
            }
        },
        examples: [
            .fails(dialInEstate(#""vpnAuthenticationTypes": ["AAD", "Certificate"]"#)),
            .passes(dialInEstate(#""vpnAuthenticationTypes": ["aad"]"#)),
            .unknown(dialInEstate(#""vpnClientProtocols": ["OpenVPN"]"#)),
            .notApplicable(
                DialIn.estate(#""vpnClientProtocols": ["IkeV2"]"#)
            ),
        ]
    )

    private static func dialInEstate(_ configuration: String) -> String {
        DialIn.estate(#""vpnClientAddressPool": {"addressPrefixes": ["172.16.0.0/24"]}, \#(configuration)"#)
    }
}

import JSON
import Topology

extension Control {
    /// E2-02: what stands behind the sign-in of the VPN.
    package static let conditionalAccessCoversVPN = Control(
        id: "E2-02",
        name: "vpn-conditional-access",
        title: "A Conditional Access policy with several factors and a compliant device covers the VPN",
        severity: .info,
        principles: [.verifyExplicitly],
        types: VirtualNetworkGateway.types + VPNServerConfiguration.types,
        why: """
            Entra ID lets in whoever knows a password unless a policy asks for more. Such a policy names the \
            application it guards, and the VPN is one of its own that is easily forgotten.
            """,
        remediation: Remediation(
            """
            In the Entra admin centre make a Conditional Access policy that targets the application named as \
            audience, asks for several factors and a compliant device, and is on, not report-only.
            """
        ),
        question: "Which policy covers this application, is it enforced, and who is exempt from it?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/openvpn-azure-ad-tenant",
        benchmarks: [
            "mcsb": ["IM-7", "IM-6"],
            "nist-800-53": ["AC-2", "AC-3", "AC-6", "IA-2", "IA-5", "IA-8"],
            "nist-800-207": ["T4", "T6"],
        ],
        decision: .each { resource, _ in
            guard resource.type != VirtualNetworkGateway.types[0] else {
                return DialIn.judge(resource) { ask($0, resource, "\(DialIn.property).") }
            }
            return ask(resource.fields, resource, "")
        },
        examples: [
            .asks(DialIn.estate(#""vpnAuthenticationTypes": ["AAD"], "aadAudience": "app""#)),
            .asks(UserVPNEstate.configuration(#""vpnAuthenticationTypes": ["Certificate", "aad"]"#)),
            .unknown(DialIn.estate(#""vpnClientProtocols": ["OpenVPN"]"#)),
            .unknown(UserVPNEstate.configuration(#""vpnAuthenticationTypes": {"$symbolic": "[x]"}"#)),
            .notApplicable(DialIn.estate(#""vpnAuthenticationTypes": ["Radius"]"#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    private static func ask(_ clients: JSONObject, _ holder: Resource, _ path: String) -> Judgement {
        let proof = Proof("\(path)vpnAuthenticationTypes")
        return clients.list("vpnAuthenticationTypes").judged(by: proof, of: holder.name) { types in
            guard types.contains(where: { $0.lowercased() == "aad" }) else {
                return .notApplicable("\(holder.name) signs nobody in with Entra ID (E2-01, E2-03).")
            }
            let inner = path.isEmpty ? "aadAuthenticationParameters." : path
            return .ask(
                "Which enforced Conditional Access policy covers the application by which \(holder.name) signs in?",
                Proof("\(inner)aadAudience"),
                proof
            )
        }
    }
}

import JSON
import Topology

extension Control {
    /// E2-05: whose certificate no longer counts.
    package static let revokedCertificates = Control(
        id: "E2-05",
        name: "p2s-revoked-certificates",
        title: "Gateways that sign in by certificate have few roots and a list of revoked certificates",
        severity: .low,
        tier: .extended,
        principles: [.verifyExplicitly],
        types: VirtualNetworkGateway.types,
        why: """
            A certificate opens the gateway until it is revoked there; nothing tells the gateway that a laptop was \
            lost or its owner left. Each root more is one more place where such certificates are made.
            """,
        remediation: Remediation(
            "Revoke the certificates of leavers and lost devices, and remove roots that nobody issues from.",
            command: """
                az network vnet-gateway revoked-cert create -g RG --gateway-name GATEWAY -n NAME --thumbprint THUMBPRINT
                """
        ),
        question: "Who issues client certificates, and who revokes those of people who leave?",
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/point-to-site-about",
        benchmarks: [
            "mcsb": ["DP-7", "PA-3"],
            "nist-800-53": ["IA-5", "SC-12", "SC-17", "AC-2", "AC-5", "AC-6"],
        ],
        decision: .each { resource, _ in
            DialIn.judge(resource) { clients in
                let proof = Proof("\(DialIn.property).vpnAuthenticationTypes")
                return clients.list("vpnAuthenticationTypes").judged(by: proof, of: resource.name) { types in
                    types.contains { $0.lowercased() == "certificate" }
                        ? .combining(
                            judge(clients, resource.name),
                            pass: "\(resource.name) revokes certificates"
                        )
                        : .notApplicable("\(resource.name) signs nobody in by certificate.")
                }
            }
        },
        examples: [
            .fails(clients(roots: 3, revoked: 1)),
            .fails(clients(roots: 1, revoked: 0)),
            .passes(clients(roots: 2, revoked: 1)),
            .unknown(DialIn.estate(#""vpnAuthenticationTypes": ["Certificate"]"#)),
            .unknown(clients(roots: 1, revoked: 1).replacing("vpnClientRoot", with: "root")),
            .unknown(clients(roots: 1, revoked: 1).replacing("vpnAuthentication", with: "authentication")),
            .notApplicable(DialIn.estate(#""vpnAuthenticationTypes": ["AAD"]"#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    /// More than an old and a new root at a time is more than a change of roots needs.
    private static let mostRoots = 2

    private static func judge(_ clients: JSONObject, _ name: String) -> [Judgement] {
        let roots = Proof("\(DialIn.property).vpnClientRootCertificates", expected: "\(mostRoots) at most")
        let revoked = Proof("\(DialIn.property).vpnClientRevokedCertificates", expected: "those of leavers")
        return [
            clients.array("vpnClientRootCertificates").judged(by: roots, of: name) {
                $0.count > mostRoots
                    ? .fail("\(name) trusts certificates of \($0.count) roots", roots)
                    : .pass("\(name) trusts few roots", roots)
            },
            clients.array("vpnClientRevokedCertificates").judged(by: revoked, of: name) {
                $0.isEmpty
                    ? .fail("\(name) has never revoked a certificate", revoked)
                    : .pass("\(name) has revoked \($0.count)", revoked)
            },
        ]
    }

    private static func clients(roots: Int, revoked: Int) -> String {
        func list(_ count: Int) -> String {
            (0..<count).map { #"{"name": "c\#($0)"}"# }.joined(separator: ", ")
        }
        return DialIn.estate(
            """
            "vpnAuthenticationTypes": ["Certificate"], "vpnClientRootCertificates": [\(list(roots))],
             "vpnClientRevokedCertificates": [\(list(revoked))]
            """
        )
    }
}

import JSON
import Topology

extension Control {
    /// E4-07: machines show who they are.
    package static let listenersAskForCertificates = Control(
        id: "E4-07",
        name: "appgw-mutual-tls",
        title: "Listeners for machines and partners ask for a client certificate",
        severity: .info,
        tier: .extended,
        principles: [.verifyExplicitly],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            A secret in a header can be copied by whoever sees one request. A partner's system that has to \
            show a certificate proves itself anew with each connection.
            """,
        remediation: Remediation(
            "Upload the authority of the clients, and give their listeners a profile that asks for a certificate.",
            command: """
                az network application-gateway ssl-profile add -g GROUP --gateway-name GATEWAY --ssl-profile-name PARTNERS \
                --trusted-client-certificates AUTHORITY --client-auth-configuration true
                """
        ),
        question: "Which listeners serve machines or partners, rather than people with a browser?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#3-strong-encryption-and-secure-communication",
        benchmarks: [
            "mcsb": ["DP-3", "IM-4"],
            "nist-800-53": ["SC-8", "IA-9"],
            "nist-800-207": ["T6"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(estate(client(#""verifyClientRevocation": "OCSP""#))),
            .fails(estate(client(#""verifyClientRevocation": "None""#))),
            .fails(estate(#""sslPolicy": {"policyName": "AppGwSslPolicy20220101"}"#)),
            .fails(estate("", listener: #""protocol": "Https""#)),
            .unknown(estate(client(#""verifyClientCertIssuerDN": true"#))),
            .unknown(ApplicationGatewayEstate.gateway(#""sku": {"tier": "WAF_v2"}"#)),
            .notApplicable(estate("", listener: #""protocol": "Http""#)),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        let proof = Proof("httpListeners")
        return gateway.fields.objects("httpListeners").judged(by: proof, of: gateway.name) { listeners in
            let protocols = listeners.map { $0.text("protocol") }
            if let gap = protocols.lazy.compactMap({ $0.gap("protocol of a listener of \(gateway.name)") })
                .first
            {
                return .unknown(gap, proof)
            }
            let secure = listeners.indices.filter { protocols[$0].is("Https") }
            guard !secure.isEmpty else {
                return .notApplicable("\(gateway.name) has no HTTPS listener")
            }
            for index in secure {
                let path = "httpListeners[\(index)].sslProfile"
                if let reason = listeners[index].link("sslProfile").reason {
                    return .unknown(reason, Proof(path))
                }
            }
            let used = Set(secure.compactMap { listeners[$0].linkedName("sslProfile") })
            let asking = gateway.fields.items("sslProfiles").enumerated().filter { _, profile in
                used.contains(profile.text("name").value?.lowercased() ?? "")
                    && !profile.references("trustedClientCertificates").isEmpty
            }
            guard !asking.isEmpty else {
                return .fail(
                    "\(gateway.name) asks for a client certificate on none of its HTTPS listeners",
                    proof
                )
            }
            return .combining(
                asking.map { index, profile in judge(profile, at: "sslProfiles[\(index)]", of: gateway) },
                pass: "\(gateway.name) asks for client certificates and whether they were revoked"
            )
        }
    }

    private static func judge(_ profile: JSONObject, at path: String, of gateway: Resource) -> Judgement {
        let proof = Proof("\(path).clientAuthConfiguration.verifyClientRevocation", expected: "OCSP")
        let revocation = profile.inner("clientAuthConfiguration").text("verifyClientRevocation")
        return revocation.judged(by: proof, of: gateway.name) { word in
            revocation.is("OCSP")
                ? .pass("", proof)
                : .fail("\(gateway.name) takes client certificates that were revoked (\(word))", proof)
        }
    }

    private static func estate(
        _ profile: String,
        listener: String = #""protocol": "Https", "sslProfile": {"id": "/gw/sslProfiles/Partners"}"#
    ) -> String {
        ApplicationGatewayEstate.gateway(
            """
            "httpListeners": [{"name": "api", "properties": {\(listener)}}],
            "sslProfiles": [{"name": "partners", "properties": {\(profile)}}]
            """
        )
    }

    private static func client(_ configuration: String) -> String {
        """
        "trustedClientCertificates": [{"id": "/gw/trustedClientCertificates/ca"}],
        "clientAuthConfiguration": {\(configuration)}
        """
    }
}

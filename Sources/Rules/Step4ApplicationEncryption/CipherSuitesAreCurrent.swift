import JSON
import Topology

extension Control {
    /// E4-06: no suite that was left in for an old client.
    package static let cipherSuitesAreCurrent = Control(
        id: "E4-06",
        name: "appgw-cipher-suites",
        title: "Custom TLS policies offer only ECDHE with GCM",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            A client that offers nothing better gets the weakest suite on the list. Suites with CBC have a \
            history of attacks, and without ECDHE a stolen key opens every recording made before.
            """,
        remediation: Remediation(
            "Keep the suites with ECDHE and GCM, or choose a predefined policy of 2022.",
            command: """
                az network application-gateway ssl-policy set -g GROUP --gateway-name GATEWAY \
                --policy-type CustomV2 --min-protocol-version TLSv1_2 \
                --cipher-suites TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
                """
        ),
        documentation:
            "https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(
                suites(#""TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256""#)
            ),
            .passes(suites(#""TLS_AES_256_GCM_SHA384""#)),
            .fails(suites(#""TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA""#)),
            .fails(suites(#""tls_rsa_with_3des_ede_cbc_sha""#)),
            .fails(suites(#""TLS_RSA_WITH_AES_256_GCM_SHA384""#)),
            .unknown(suites(#"{"$symbolic": "[parameters('suite')]"}"#)),
            .unknown(ApplicationGatewayEstate.gateway(#""sslPolicy": {"policyType": "Custom"}"#)),
            .notApplicable(
                ApplicationGatewayEstate.gateway(#""sslPolicy": {"policyName": "AppGwSslPolicy20220101"}"#)
            ),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        let fields = gateway.fields
        let profiles = fields.items("sslProfiles").enumerated().compactMap { index, profile in
            profile.part("sslPolicy").map { ("sslProfiles[\(index)].sslPolicy", $0) }
        }
        let own = fields.part("sslPolicy").map { [("sslPolicy", $0)] } ?? []
        let parts = (own + profiles).flatMap { path, policy -> [Judgement] in
            let list = "\(path).cipherSuites"
            if policy.array("cipherSuites").isAbsent, !policy.text("policyType").is("Custom", "CustomV2") {
                return policy.text("policyType").reason.map { [.unknown($0, Proof("\(path).policyType"))] }
                    ?? []
            }
            let suites = policy.list("cipherSuites")
            guard case .set(let words) = suites else {
                return [.unknown(suites.gap("\(list) of \(gateway.name)") ?? "", Proof(list))]
            }
            return words.enumerated().map { judge($1, Proof("\(list)[\($0)]"), of: gateway) }
        }
        return parts.isEmpty
            ? .notApplicable("\(gateway.name) chooses no cipher suites of its own")
            : .combining(parts, pass: "The cipher suites of \(gateway.name) are current")
    }

    private static func judge(_ suite: String, _ proof: Proof, of gateway: Resource) -> Judgement {
        let word = suite.uppercased()
        // The suites of TLS 1.3 name no key exchange: it is always an ephemeral one.
        let isEphemeral = word.hasPrefix("TLS_ECDHE_") || word.hasPrefix("TLS_AES_")
        if !isEphemeral || word.contains("3DES") {
            return .fail("\(gateway.name) offers \(suite)", proof, severity: .medium)
        }
        return word.contains("_GCM_") ? .pass("", proof) : .fail("\(gateway.name) offers \(suite)", proof)
    }

    private static func suites(_ list: String) -> String {
        ApplicationGatewayEstate.gateway(
            #""sslPolicy": {"policyType": "Custom", "cipherSuites": [\#(list)]}"#
        )
    }
}

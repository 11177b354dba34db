import JSON
import Topology

extension Control {
    /// E4-08: private keys live in one guarded place.
    package static let listenerCertificatesFromVault = Control(
        id: "E4-08",
        name: "appgw-vault-certificates",
        title: "The certificates of listeners come from Key Vault",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            An uploaded certificate has been a file on somebody's machine, and it expires without anybody \
            renewing it. From a vault it is renewed by itself, and who may read its key is decided there.
            """,
        remediation: Remediation(
            "Import the certificate into a vault, let the gateway's identity read it, and refer to the secret.",
            command: """
                az network application-gateway ssl-cert update -g GROUP --gateway-name GATEWAY -n CERTIFICATE \
                --key-vault-secret-id URI
                """
        ),
        question: "When does each certificate expire, and who renews it?",
        documentation: "https://learn.microsoft.com/azure/application-gateway/key-vault-certs",
        benchmarks: [
            "mcsb": ["DP-7"],
            "nist-800-53": ["IA-5", "SC-12", "SC-17"],
            "nist-800-207": ["T6"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(estate(#""keyVaultSecretId": "https://kv.vault.azure.net/secrets/web""#)),
            .fails(estate(#""publicCertData": "MII""#)),
            .unknown(estate(#""keyVaultSecretId": {"$symbolic": "[reference('kv').uri]"}"#)),
            .unknown(estate(#""keyVaultSecretId": "https://kv.vault.azure.net/secrets/web""#, identity: "")),
            .unknown(ApplicationGatewayEstate.gateway(#""sku": {"tier": "WAF_v2"}"#)),
            .notApplicable(ApplicationGatewayEstate.gateway(#""sslCertificates": []"#)),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        let fields = gateway.fields
        return fields.objects("sslCertificates").judged(by: Proof("sslCertificates"), of: gateway.name) {
            list in
            guard !list.isEmpty else { return .notApplicable("\(gateway.name) has no certificates") }
            let certificates = list.enumerated().map { index, certificate -> Judgement in
                let proof = Proof(
                    "sslCertificates[\(index)].keyVaultSecretId",
                    expected: "the address of a secret in Key Vault"
                )
                let name = certificate.text("name").value ?? "certificate \(index)"
                switch certificate.text("keyVaultSecretId") {
                case .set: return .pass("", proof)
                case .unknown(let reason): return .unknown(reason, proof)
                case .absent: return .fail("The certificate \(name) of \(gateway.name) was uploaded", proof)
                }
            }
            let proof = Proof("identity.type", expected: "UserAssigned")
            let identity = fields.inner("identity").text("type").judged(by: proof, of: gateway.name) { word in
                word.lowercased().contains("userassigned")
                    ? .pass("", proof)
                    : .fail("\(gateway.name) has no identity with which to read its vault (\(word))", proof)
            }
            return .combining(
                certificates + [identity],
                pass: "\(gateway.name) reads its certificates from a vault"
            )
        }
    }

    private static func estate(
        _ certificate: String,
        identity: String = #""identity": {"type": "UserAssigned"},"#
    ) -> String {
        """
        {"id": "/gw", "name": "gw", "type": "Microsoft.Network/applicationGateways", \(identity)
         "properties": {"sslCertificates": [{"name": "web", "properties": {\(certificate)}}]}}
        """
    }
}

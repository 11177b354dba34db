import JSON
import Topology

extension Control {
    /// E4-03: TLS to the backend proves who answers.
    package static let backendCertificatesAreChecked = Control(
        id: "E4-03",
        name: "appgw-backend-certificates",
        title: "Application Gateway checks the certificates of its backends",
        severity: .medium,
        principles: [.verifyExplicitly],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            Encryption towards whoever answers keeps nobody out: a man in the middle with any certificate \
            reads and changes everything between gateway and backend.
            """,
        remediation: Remediation(
            "Switch both checks on again, and give the gateway the root of a private authority.",
            command: """
                az network application-gateway update -g GROUP -n GATEWAY \
                --set backendHttpSettingsCollection[INDEX].validateCertChainAndExpiry=true \
                backendHttpSettingsCollection[INDEX].validateSNI=true
                """
        ),
        documentation: "https://learn.microsoft.com/azure/application-gateway/end-to-end-ssl-portal",
        benchmarks: [
            "mcsb": ["DP-3", "IM-4"],
            "nist-800-53": ["SC-8", "IA-9"],
            "nist-800-207": ["T6"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(
                settings(#""protocol": "Https", "validateCertChainAndExpiry": true, "validateSNI": true"#)
            ),
            .passes(settings(#""protocol": "Https", "port": 443"#)),
            .fails(settings(#""protocol": "Https", "validateCertChainAndExpiry": false"#)),
            .fails(settings(#""protocol": "https", "validateSNI": false"#)),
            .unknown(settings(#""protocol": "Https", "validateSNI": {"$symbolic": "[parameters('s')]"}"#)),
            .unknown(settings(#""validateSNI": false"#)),
            .unknown(ApplicationGatewayEstate.gateway(#""httpListeners": []"#)),
            .notApplicable(settings(#""protocol": "Http""#)),
        ]
    )

    private static let checks = [
        ("validateCertChainAndExpiry", "does not check chain and expiry"),
        ("validateSNI", "does not check the name"),
    ]

    /// A gateway checks unless it is told not to, so a flag that the export lacks is as good as true.
    private static func judge(_ gateway: Resource) -> Judgement {
        let list = "backendHttpSettingsCollection"
        return gateway.fields.objects(list).judged(by: Proof(list), of: gateway.name) { settings in
            let parts = settings.enumerated().flatMap { index, setting -> [Judgement] in
                let word = setting.text("protocol")
                let path = "\(list)[\(index)]"
                if let gap = word.gap("\(path).protocol") {
                    return [.unknown(gap, Proof("\(path).protocol"))]
                }
                guard word.is("Https") else { return [] }
                let name = setting.text("name").value ?? path
                return checks.map { flag, fault in
                    let proof = Proof("\(path).\(flag)", expected: "true")
                    switch setting.flag(flag) {
                    case .set(false): return .fail("\(gateway.name) \(fault) of backends by \(name)", proof)
                    case .unknown(let reason): return .unknown(reason, proof)
                    case .set(true), .absent: return .pass("", proof)
                    }
                }
            }
            return parts.isEmpty
                ? .notApplicable("\(gateway.name) speaks to no backend over HTTPS")
                : .combining(parts, pass: "\(gateway.name) checks the certificates of its backends")
        }
    }

    private static func settings(_ properties: String) -> String {
        ApplicationGatewayEstate.gateway(
            #""backendHttpSettingsCollection": [{"name": "s", "properties": {\#(properties)}}]"#
        )
    }
}

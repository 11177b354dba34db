import JSON
import Topology

extension Control {
    /// E4-04: no old TLS at the gateway.
    package static let webTierRequiresTLS12 = Control(
        id: "E4-04",
        name: "appgw-tls-minimum",
        title: "Application Gateway refuses TLS older than 1.2",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            TLS 1.0 and 1.1 can be broken in practice and are no longer supported; a gateway that never chose a \
            policy keeps the one that was usual when it was made, which may still offer them.
            """,
        remediation: Remediation(
            "Choose a predefined policy of 2022, or a custom one that starts at TLS 1.2.",
            command: """
                az network application-gateway ssl-policy set -g GROUP --gateway-name GATEWAY \
                --policy-type Predefined --name AppGwSslPolicy20220101S
                """
        ),
        documentation:
            "https://learn.microsoft.com/azure/application-gateway/application-gateway-ssl-policy-overview",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "cis-5.0": ["7.12"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { gateway, _ in judge(gateway) },
        examples: [
            .passes(
                ApplicationGatewayEstate.gateway(
                    #""sslPolicy": {"policyType": "Predefined", "policyName": "AppGwSslPolicy20220101"}"#
                )
            ),
            .passes(
                ApplicationGatewayEstate.gateway(
                    #""sslPolicy": {"policyType": "CustomV2", "minProtocolVersion": "TLSv1_3"}"#
                )
            ),
            .passes(
                ApplicationGatewayEstate.gateway(#""defaultPredefinedSslPolicy": "AppGwSslPolicy20220101""#)
            ),
            .fails(
                ApplicationGatewayEstate.gateway(
                    #""sslPolicy": {"policyType": "Predefined", "policyName": "appgwsslpolicy20150501"}"#
                )
            ),
            .fails(
                ApplicationGatewayEstate.gateway(
                    #""sslPolicy": {"policyType": "Custom", "minProtocolVersion": "TLSv1_0"}"#
                )
            ),
            .unknown(ApplicationGatewayEstate.gateway(#""sku": {"tier": "WAF_v2"}"#)),
            .unknown(
                ApplicationGatewayEstate.gateway(#""sslPolicy": {"policyName": "AppGwSslPolicy20990101"}"#)
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// The predefined policies by what they still offer.
    private static let strong: Set = [
        "appgwsslpolicy20170401s", "appgwsslpolicy20220101", "appgwsslpolicy20220101s",
    ]
    private static let weak: Set = ["appgwsslpolicy20150501", "appgwsslpolicy20170401"]

    private static func judge(_ gateway: Resource) -> Judgement {
        let fields = gateway.fields
        let policy = fields.part("sslPolicy")
        if let minimum = policy?.text("minProtocolVersion"), minimum != .absent {
            let proof = Proof("sslPolicy.minProtocolVersion", expected: "TLSv1_2 or TLSv1_3")
            switch minimum.map({ $0.lowercased() }) {
            case .set("tlsv1_2"), .set("tlsv1_3"):
                return .pass("\(gateway.name) starts at TLS 1.2 or newer", proof)
            case .set("tlsv1_0"), .set("tlsv1_1"):
                return .fail("\(gateway.name) still accepts TLS older than 1.2", proof)
            case .set(let word): return .unknown("\(word) is no TLS version known here", proof)
            default: return .unknown(minimum.gap("sslPolicy.minProtocolVersion") ?? "", proof)
            }
        }
        let path = policy == nil ? "defaultPredefinedSslPolicy" : "sslPolicy.policyName"
        let name = policy?.text("policyName") ?? fields.text("defaultPredefinedSslPolicy")
        let proof = Proof(path, expected: "AppGwSslPolicy20220101S or another policy from TLS 1.2 on")
        guard case .set(let word) = name else {
            return .unknown(
                "\(name.gap(path) ?? ""); the policy in force depends on when the gateway was made",
                proof
            )
        }
        if strong.contains(word.lowercased()) { return .pass("\(gateway.name) uses \(word)", proof) }
        if weak.contains(word.lowercased()) {
            return .fail("\(gateway.name) uses \(word), which still accepts TLS 1.0 and 1.1", proof)
        }
        return .unknown("\(word) is no predefined policy known here", proof)
    }
}

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
            TLS 1.0 and 1.1 can be broken in practice and are no longer supported; a gateway that never \
            chose a policy keeps the one that was usual when it was made, which may still offer them.
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

    private static func judge(_ gateway: Resource) -> Judgement {
        let fields = gateway.fields
        guard let policy = fields.part("sslPolicy") else {
            let name = fields.text("defaultPredefinedSslPolicy")
            return GatewayTLSPolicy.judge(named: name, at: "defaultPredefinedSslPolicy", of: gateway.name)
        }
        return GatewayTLSPolicy.judge(policy, at: "sslPolicy", of: gateway.name)
    }
}

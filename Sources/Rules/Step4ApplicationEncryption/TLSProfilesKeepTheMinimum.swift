import JSON
import Topology

extension Control {
    /// E4-05: no weaker door beside the strong one.
    package static let tlsProfilesKeepTheMinimum = Control(
        id: "E4-05",
        name: "appgw-tls-profiles",
        title: "No TLS profile of a listener accepts less than TLS 1.2",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/applicationGateways"],
        why: """
            A profile replaces the gateway's policy for the listeners that use it. One old profile and those \
            listeners speak the TLS that the gateway itself refuses.
            """,
        remediation: Remediation(
            "Give the profile a policy of 2022, or none of its own.",
            command: """
                az network application-gateway ssl-profile update -g GROUP --gateway-name GATEWAY \
                --ssl-profile-name PROFILE --policy-type Predefined --policy-name AppGwSslPolicy20220101S
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
            .passes(profile(#""sslPolicy": {"policyType": "CustomV2", "minProtocolVersion": "TLSv1_2"}"#)),
            .passes(profile(#""trustedClientCertificates": []"#)),
            .fails(profile(#""sslPolicy": {"policyName": "AppGwSslPolicy20150501"}"#)),
            .fails(profile(#""sslPolicy": {"minProtocolVersion": "TLSv1_1"}"#)),
            .unknown(profile(#""sslPolicy": {"policyType": "Predefined"}"#)),
            .unknown(ApplicationGatewayEstate.gateway(#""sku": {"tier": "WAF_v2"}"#)),
            .notApplicable(ApplicationGatewayEstate.gateway(#""sslProfiles": []"#)),
        ]
    )

    private static func judge(_ gateway: Resource) -> Judgement {
        gateway.fields.objects("sslProfiles").judged(by: Proof("sslProfiles"), of: gateway.name) { profiles in
            guard !profiles.isEmpty else { return .notApplicable("\(gateway.name) has no TLS profiles") }
            let parts = profiles.enumerated().map { index, profile -> Judgement in
                let path = "sslProfiles[\(index)]"
                let name = "\(profile.text("name").value ?? path) of \(gateway.name)"
                let proof = Proof("\(path).sslPolicy")
                guard let policy = profile.part("sslPolicy") else {
                    return profile.object("sslPolicy").reason.map { .unknown($0, proof) } ?? .pass("", proof)
                }
                return GatewayTLSPolicy.judge(policy, at: "\(path).sslPolicy", of: name)
            }
            return .combining(parts, pass: "The TLS profiles of \(gateway.name) start at TLS 1.2")
        }
    }

    private static func profile(_ properties: String) -> String {
        ApplicationGatewayEstate.gateway(
            #""sslProfiles": [{"name": "partners", "properties": {\#(properties)}}]"#
        )
    }
}

import Topology

extension Control {
    /// E2-03: who dials in to a virtual hub proves it to Entra ID.
    package static let userVPNSignIn = Control(
        id: "E2-03",
        name: "vwan-user-vpn-entra-id",
        title: "User VPN of a Virtual WAN signs users in with Entra ID",
        severity: .high,
        principles: [.verifyExplicitly],
        types: VPNServerConfiguration.types + P2SVPNGateway.types,
        why: """
            A client certificate opens the whole WAN to whoever copied it. Only Entra ID can ask for a second \
            factor or a healthy device, and it does so over OpenVPN alone.
            """,
        remediation: Remediation(
            "Let Entra ID alone authenticate, over OpenVPN, and hand out profiles for the Azure VPN client.",
            command: """
                az network vpn-server-config set -g RG -n CONFIGURATION --auth-types AAD --protocols OpenVPN \
                --aad-tenant https://login.microsoftonline.com/TENANT --aad-audience APPLICATION \
                --aad-issuer https://sts.windows.net/TENANT/
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-6-secure-your-p2s-users",
        benchmarks: [
            "mcsb": ["IM-1", "IM-6", "IM-7"],
            "nist-800-53": ["AC-2", "AC-3", "IA-2", "IA-8", "IA-5", "AC-6"],
            "nist-800-207": ["T6"],
        ],
        decision: .estate { topology in
            let gateways = topology.all(P2SVPNGateway.self)
            let lost = gateways.filter {
                topology.find(VPNServerConfiguration.self, $0.vpnServerConfiguration) == nil
            }
            return topology.all(VPNServerConfiguration.self).map { configuration in
                let users = gateways.filter { $0.vpnServerConfiguration.value == configuration.id }
                return (configuration.resource, judge(configuration.resource, users))
            }
                + lost.map {
                    let gap = $0.vpnServerConfiguration.gap("vpnServerConfiguration of \($0.name)")
                    let reason = gap ?? "the input does not hold the configuration of \($0.name)"
                    return ($0.resource, .unknown(reason, Proof("vpnServerConfiguration")))
                }
        },
        examples: [
            .fails(configuration(["Certificate"])),
            .fails(configuration(["AAD", "Radius"])),
            .fails(configuration(["AAD"], protocols: #""OpenVPN", "IkeV2""#)),
            .passes(configuration(["aad"])),
            .passes(ExampleRows.estate(configuration(["AAD"]), UserVPNEstate.gateway())),
            .unknown(UserVPNEstate.configuration(#""vpnProtocols": ["OpenVPN"]"#)),
            .unknown(UserVPNEstate.configuration(#""vpnAuthenticationTypes": ["AAD"]"#)),
            .unknown(configuration([])),
            .unknown(configuration(["AAD"], protocols: "")),
            .unknown(ExampleRows.estate(UserVPNEstate.gateway())),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    private static func judge(_ configuration: Resource, _ gateways: [P2SVPNGateway]) -> Judgement {
        let name = configuration.name
        let signIn = Proof("vpnAuthenticationTypes", expected: "AAD alone")
        let users = gateways.map { Proof("vpnServerConfiguration", in: $0.resource) }
        let way = Proof("vpnProtocols", expected: "OpenVPN alone")
        return .combining(
            [
                configuration.fields.list("vpnAuthenticationTypes").judged(by: signIn, of: name) { types in
                    guard !types.isEmpty else {
                        return .unknown("\(name) does not say how users sign in", signIn)
                    }
                    let others = types.filter { $0.lowercased() != "aad" }
                    return others.isEmpty
                        ? .pass("\(name) signs users in with Entra ID alone", signIn)
                        : .fail(
                            "\(name) lets users in by \(others.joined(separator: " and "))",
                            [signIn] + users
                        )
                },
                configuration.fields.list("vpnProtocols").judged(by: way, of: name) { protocols in
                    guard !protocols.isEmpty else { return .unknown("\(name) names no protocol", way) }
                    let others = protocols.filter { $0.lowercased() != "openvpn" }
                    return others.isEmpty
                        ? .pass("\(name) speaks OpenVPN", way)
                        : .fail(
                            "\(name) offers \(others.joined(separator: " and ")), where Entra ID has no say",
                            way
                        )
                },
            ],
            pass: "\(name) signs users in with Entra ID alone, over OpenVPN"
        )
    }

    private static func configuration(_ types: [String], protocols: String = #""OpenVPN""#) -> String {
        let words = types.map { #""\#($0)""# }.joined(separator: ", ")
        return UserVPNEstate.configuration(
            #""vpnAuthenticationTypes": [\#(words)], "vpnProtocols": [\#(protocols)]"#
        )
    }
}

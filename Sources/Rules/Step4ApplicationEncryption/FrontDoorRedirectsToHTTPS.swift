import JSON
import Topology

extension Control {
    /// E4-19: no request in clear text at the edge.
    package static let frontDoorRedirectsToHTTPS = Control(
        id: "E4-19",
        name: "front-door-https-redirect",
        title: "Front Door takes HTTPS, and HTTP only to redirect it",
        severity: .high,
        principles: [.verifyExplicitly, .assumeBreach],
        types: ["Microsoft.Cdn/profiles/afdEndpoints/routes"],
        why: """
            A route that answers over HTTP lets the first request, cookies and all, cross the client's network \
            in clear text, and lets whoever sits there keep it that way.
            """,
        remediation: Remediation(
            "Let the route redirect to HTTPS, or accept HTTPS alone.",
            command: """
                az afd route update -g GROUP --profile-name PROFILE --endpoint-name ENDPOINT --route-name ROUTE \
                --https-redirect Enabled --supported-protocols Http Https
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#31-encryption-user-to-app-internal-traffic-is-encrypted",
        benchmarks: [
            "mcsb": ["DP-3"],
            "nist-800-53": ["SC-8"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { route, _ in judge(route) },
        examples: [
            .passes(FrontDoorEstate.route(#""supportedProtocols": ["Https"]"#)),
            .passes(
                FrontDoorEstate.route(#""supportedProtocols": ["Http", "Https"], "httpsRedirect": "enabled""#)
            ),
            .fails(
                FrontDoorEstate.route(
                    #""supportedProtocols": ["Http", "Https"], "httpsRedirect": "Disabled""#
                )
            ),
            .unknown(FrontDoorEstate.route(#""supportedProtocols": ["Http", "Https"]"#)),
            .unknown(FrontDoorEstate.route(#""patternsToMatch": ["/*"]"#)),
            .notApplicable(
                FrontDoorEstate.route(#""enabledState": "Disabled", "supportedProtocols": ["Http"]"#)
            ),
        ]
    )

    private static func judge(_ route: Resource) -> Judgement {
        let fields = route.fields
        if fields.text("enabledState").is("Disabled") { return .notApplicable("\(route.name) is disabled") }
        let redirect = fields.text("httpsRedirect")
        let proof = Proof("httpsRedirect", expected: "Enabled")
        if redirect.is("Enabled") { return .pass("\(route.name) redirects to HTTPS", proof) }
        let list = fields.list("supportedProtocols")
        guard case .set(let protocols) = list else {
            return .unknown(list.gap("supportedProtocols") ?? "", Proof("supportedProtocols"))
        }
        guard protocols.contains(where: { $0.lowercased() == "http" }) else {
            return .pass("\(route.name) takes HTTPS alone", Proof("supportedProtocols"))
        }
        if let gap = redirect.gap("httpsRedirect") {
            return .unknown(gap, proof, Proof("supportedProtocols"))
        }
        return .fail("\(route.name) answers over HTTP", proof, Proof("supportedProtocols"))
    }
}

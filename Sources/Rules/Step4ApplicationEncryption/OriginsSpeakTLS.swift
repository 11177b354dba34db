import JSON
import Topology

extension Control {
    /// E4-20: no clear text between edge and origin.
    package static let originsSpeakTLS = Control(
        id: "E4-20",
        name: "front-door-origin-tls",
        title: "Front Door reaches its origins over HTTPS and checks whose certificate they show",
        severity: .high,
        principles: [.verifyExplicitly, .assumeBreach],
        types: ["Microsoft.Cdn/profiles/afdEndpoints/routes", "Microsoft.Cdn/profiles/originGroups/origins"],
        why: """
            The way from the edge to the origin crosses networks as well. Clear text there undoes the TLS the \
            client sees, and TLS to whoever answers does not prove that the origin did.
            """,
        remediation: Remediation(
            "Forward over HTTPS only, and leave the check of the certificate's name on.",
            command: """
                az afd route update -g GROUP --profile-name PROFILE --endpoint-name ENDPOINT --route-name ROUTE \
                --forwarding-protocol HttpsOnly
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-encryption#azure-front-door",
        benchmarks: [
            "mcsb": ["DP-3"],
            "nist-800-53": ["SC-8"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { resource, _ in judge(resource) },
        examples: [
            .passes(FrontDoorEstate.route(#""forwardingProtocol": "HttpsOnly""#)),
            .passes(FrontDoorEstate.origin(#""enforceCertificateNameCheck": true"#)),
            .fails(FrontDoorEstate.route(#""forwardingProtocol": "MatchRequest""#)),
            .fails(FrontDoorEstate.origin(#""enforceCertificateNameCheck": false"#)),
            .unknown(FrontDoorEstate.route(#""patternsToMatch": ["/*"]"#)),
            .unknown(FrontDoorEstate.origin(#""hostName": "app.contoso.com""#)),
            .notApplicable(FrontDoorEstate.route(#""enabledState": "Disabled""#)),
        ]
    )

    private static func judge(_ resource: Resource) -> Judgement {
        let fields = resource.fields
        if fields.text("enabledState").is("Disabled") {
            return .notApplicable("\(resource.name) is disabled")
        }
        if resource.type == "Microsoft.Cdn/profiles/originGroups/origins" {
            let check = fields.flag("enforceCertificateNameCheck")
            let proof = Proof("enforceCertificateNameCheck", expected: "true")
            if let gap = check.gap("enforceCertificateNameCheck") { return .unknown(gap, proof) }
            return check.value == true
                ? .pass("The certificate of \(resource.name) is checked for its name", proof)
                : .fail("Any valid certificate passes for origin \(resource.name)", proof, severity: .medium)
        }
        let forwarding = fields.text("forwardingProtocol")
        let proof = Proof("forwardingProtocol", expected: "HttpsOnly")
        if let gap = forwarding.gap("forwardingProtocol") { return .unknown(gap, proof) }
        return forwarding.is("HttpsOnly")
            ? .pass("\(resource.name) forwards over HTTPS only", proof)
            : .fail("\(resource.name) may reach its origins in clear text", proof)
    }
}

import JSON
import Topology

extension Control {
    /// E4-24: no clear text at web apps.
    package static let webAppsAcceptHTTPSOnly = Control(
        id: "E4-24",
        name: "web-app-https-only",
        title: "Web apps accept HTTPS only",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Web/sites"],
        why: """
            An app that answers over HTTP can be read and altered on the way, and its users cannot see that \
            they were never moved to HTTPS.
            """,
        remediation: Remediation(
            "Set HTTPS Only; the platform then redirects every HTTP request.",
            command: "az webapp update -g GROUP -n APP --https-only true"
        ),
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-paas",
        benchmarks: [
            "mcsb": ["DP-3"],
            "cis-2.0": ["9.2"],
            "cis-3.0": ["9.1"],
            "policy": ["a4af4a39-4135-47fb-b175-47fbdf85311d"],
            "nist-800-53": ["SC-8"],
            "nist-800-207": ["T2"],
        ],
        decision: .each { site, _ in
            let flag = site.fields.flag("httpsOnly")
            let proof = Proof("httpsOnly", expected: "true")
            if let gap = flag.gap("httpsOnly") { return .unknown(gap, proof) }
            return flag.value == true
                ? .pass("\(site.name) accepts HTTPS only", proof)
                : .fail("\(site.name) answers over HTTP", proof, Proof("defaultHostName"))
        },
        examples: [
            .passes(
                #"{"id": "/sites/app", "type": "Microsoft.Web/sites", "properties": {"httpsOnly": true}}"#
            ),
            .fails(#"{"id": "/sites/app", "type": "microsoft.web/sites", "httpsOnly": false}"#),
            .unknown(
                #"{"id": "/sites/app", "type": "Microsoft.Web/sites", "properties": {"state": "Running"}}"#
            ),
            .notApplicable(#"{"id": "/plans/p", "type": "Microsoft.Web/serverfarms"}"#),
        ]
    )
}

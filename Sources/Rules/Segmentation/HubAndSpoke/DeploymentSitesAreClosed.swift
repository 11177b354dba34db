import Topology

extension Control {
    /// S3-18: the back door of a web app.
    package static let deploymentSitesAreClosed = Control(
        id: "S3-18",
        name: "web-app-deployment-door",
        title: "The deployment sites of web apps refuse the public network",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Web/sites"],
        why: """
            Who reaches the deployment site and has a publishing password puts his own code in place of \
            yours. Its rules are apart from those of the app, and are often forgotten.
            """,
        remediation: Remediation(
            "Let the rules of the app hold for its deployment site too, and deploy from inside the network.",
            command: """
                az webapp config access-restriction set -g GROUP -n APP --use-same-restrictions-for-scm-site true
                """
        ),
        question: "From where do pipelines deploy?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-paas#deploy-private-endpoints-for-ingress",
        benchmarks: [
            "mcsb": ["NS-2"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in
            guard let site = topology.find(WebSite.self, resource.id) else { return nil }
            switch SiteDoor(site, isManagement: true, in: topology) {
            case .closed(let proof): return .pass("The deployment site of \(site.name) is closed", proof)
            case .limited(let rules):
                return .pass(
                    "The deployment site of \(site.name) admits named sources only",
                    rules.map(\.proof)
                )
            case .open(let proof):
                return .fail("The deployment site of \(site.name) answers the whole internet", proof)
            case .unknown(let reason, let proof): return .unknown(reason, proof)
            }
        },
        examples: [
            .passes(site(#""publicNetworkAccess": "Disabled""#)),
            .passes(site(#""siteConfig": {"scmIpSecurityRestrictionsDefaultAction": "Deny"}"#)),
            .passes(
                site(#""siteConfig": {"scmIpSecurityRestrictions": [\#(rule("203.0.113.0/28", "Allow"))]}"#)
            ),
            .passes(
                site(
                    """
                    "siteConfig": {"scmIpSecurityRestrictionsUseMain": true, "scmIpSecurityRestrictions": [],
                      "ipSecurityRestrictions": [\(rule("Any", "Deny"))]}
                    """
                )
            ),
            .passes(
                """
                [{"id": "/sites/app", "name": "app", "type": "Microsoft.Web/sites", "properties": {}},
                 {"id": "/sites/app/config/web", "name": "web", "type": "Microsoft.Web/sites/config", "properties": {
                   "scmIpSecurityRestrictions": [\(rule("10.0.0.0/8", "Allow"))]}}]
                """
            ),
            .fails(site(#""siteConfig": {"scmIpSecurityRestrictions": []}"#)),
            .fails(site(#""siteConfig": {"scmIpSecurityRestrictions": [\#(rule("Any", "Allow"))]}"#)),
            .fails(
                site(
                    """
                    "publicNetworkAccess": "Enabled", "siteConfig": {"scmIpSecurityRestrictions": [],
                      "scmIpSecurityRestrictionsDefaultAction": "Allow"}
                    """
                )
            ),
            .unknown(site(#""siteConfig": null"#)),
            .unknown(site(#""siteConfig": {"scmIpSecurityRestrictions": [{"action": "Allow"}]}"#)),
            .notApplicable(#"{"id": "/plans/p", "type": "Microsoft.Web/serverfarms"}"#),
        ]
    )

    private static func rule(_ address: String, _ action: String) -> String {
        #"{"ipAddress": "\#(address)", "action": "\#(action)", "priority": 100}"#
    }

    private static func site(_ properties: String) -> String {
        #"{"id": "/sites/app", "name": "app", "type": "Microsoft.Web/sites", "properties": {\#(properties)}}"#
    }
}

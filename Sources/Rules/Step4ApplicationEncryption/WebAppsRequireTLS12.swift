import JSON
import Topology

extension Control {
    /// E4-25: no old protocol at the second door of web apps.
    package static let webAppsRequireTLS12 = Control(
        id: "E4-25",
        name: "web-app-tls-minimum",
        title: "Web apps and their deployment sites refuse old TLS and plain FTP",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Web/sites/config", "Microsoft.Web/sites"],
        why: """
            The deployment site is a second door into the same code. Old TLS or FTP there hands over the \
            publishing password to whoever listens.
            """,
        remediation: Remediation(
            "Raise both minimum versions and allow FTPS only, or no FTP at all.",
            command: "az webapp config set -g GROUP -n APP --min-tls-version 1.2 --ftps-state Disabled"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#3-strong-encryption-and-secure-communication",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "cis-2.0": ["9.3"],
            "cis-3.0": ["9.4"],
            "policy": ["f0e6e85b-9b9f-4a4b-b67b-f730d42f1b0b"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
        ],
        decision: .each(judge),
        examples: [
            .passes(config(#""minTlsVersion": "1.2", "scmMinTlsVersion": "1.3", "ftpsState": "FtpsOnly""#)),
            .fails(config(#""minTlsVersion": "1.2", "scmMinTlsVersion": "1.0", "ftpsState": "Disabled""#)),
            .fails(config(#""minTlsVersion": "1.2", "scmMinTlsVersion": "1.2", "ftpsState": "AllAllowed""#)),
            .unknown(config(#""minTlsVersion": "1.2", "ftpsState": "Disabled""#)),
            .unknown(
                """
                {"id": "/sites/app", "type": "Microsoft.Web/sites", "properties": {
                  "siteConfig": {"minTlsVersion": null}}}
                """
            ),
            .notApplicable(#"{"id": "/plans/p", "type": "Microsoft.Web/serverfarms"}"#),
        ]
    )

    private static let modern = ["1.2", "1.3"]
    private static let wanted = [
        ("minTlsVersion", modern, "the app"),
        ("scmMinTlsVersion", modern, "the deployment site"),
        ("ftpsState", ["FtpsOnly", "Disabled"], "FTP"),
    ]

    /// The child `config/web` decides; the site's own copy is asked only where the input lacks the child.
    private static func judge(_ resource: Resource, _ topology: Topology) -> Judgement? {
        let isSite = resource.type == "Microsoft.Web/sites"
        if isSite, topology.children(of: resource.id).contains(where: isWebConfiguration) { return nil }
        guard isSite || isWebConfiguration(resource) else { return nil }
        let name = isSite ? resource.name : String(resource.id.parent?.name ?? "")
        let configuration = isSite ? resource.fields.object("siteConfig") : .set(resource.fields)
        guard case .set(let fields) = configuration else {
            return .unknown(configuration.gap("siteConfig of \(name)") ?? "", Proof("siteConfig"))
        }
        return .combining(
            wanted.map { property, good, what in
                let path = isSite ? "siteConfig.\(property)" : property
                let proof = Proof(path, expected: good.joined(separator: " or "))
                let setting = fields.text(property)
                if let gap = setting.gap(path) { return .unknown("\(name): \(gap)", proof) }
                return good.contains(where: { setting.is($0) })
                    ? .pass("", proof)
                    : .fail("\(name) sets \(setting.value ?? "") for \(what)", proof)
            },
            pass: "\(name) starts at TLS 1.2 and takes no plain FTP"
        )
    }

    private static func isWebConfiguration(_ resource: Resource) -> Bool {
        resource.type == "Microsoft.Web/sites/config" && resource.id.name.lowercased() == "web"
    }

    private static func config(_ properties: String) -> String {
        #"{"id": "/sites/app/config/web", "type": "Microsoft.Web/sites/config", "properties": {\#(properties)}}"#
    }
}

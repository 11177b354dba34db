import JSON
import Topology

extension Control {
    /// E4-26: no old TLS where the data lies.
    package static let platformServicesRequireTLS12 = Control(
        id: "E4-26",
        name: "paas-tls-minimum",
        title: "Storage, databases, caches and messaging refuse old TLS and plain HTTP",
        severity: .medium,
        principles: [.assumeBreach],
        types: services.map(\.type),
        why: """
            The data itself lies here. A client that may speak TLS 1.0 or no TLS can be made to do so, and what \
            it reads and writes can then be read by others.
            """,
        remediation: Remediation(
            "Raise the service's minimum to TLS 1.2; make sure first that no old client still needs less.",
            command:
                "az storage account update -g GROUP -n ACCOUNT --https-only true --min-tls-version TLS1_2"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#3-strong-encryption-and-secure-communication",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "cis-2.0": ["3.15"],
            "cis-3.0": ["4.1", "4.15"],
            "policy": ["404c3081-a854-4457-ae30-26a93ef643f9", "32e6bbec-16b6-44c2-be37-c5b672d103cf"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
        ],
        decision: .each { resource, _ in judge(resource) },
        examples: [
            .passes(storage(#""minimumTlsVersion": "TLS1_2", "supportsHttpsTrafficOnly": true"#)),
            .fails(storage(#""minimumTlsVersion": "TLS1_0", "supportsHttpsTrafficOnly": true"#)),
            .fails(storage(#""minimumTlsVersion": "TLS1_2", "supportsHttpsTrafficOnly": false"#)),
            .fails(
                #"{"id": "/sql/s", "type": "Microsoft.Sql/servers", "properties": {"minimalTlsVersion": "None"}}"#
            ),
            .passes(
                #"{"id": "/sql/s", "type": "Microsoft.Sql/servers", "properties": {"minimalTlsVersion": "1.2"}}"#
            ),
            .unknown(storage(#""supportsHttpsTrafficOnly": true"#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// A service with the property of its minimum, the values that suffice, and the flag that concerns clear text.
    private struct Service: Sendable {
        let type: ResourceType
        let minimum: String
        let good: [String]
        var encryptedOnly: (flag: String, wanted: Bool)?
    }

    private static let numbers = ["1.2", "1.3"]
    /// What each type calls it (azure-semantics 8.2).
    private static let services = [
        Service(
            type: "Microsoft.Storage/storageAccounts",
            minimum: "minimumTlsVersion",
            good: ["TLS1_2", "TLS1_3"],
            encryptedOnly: ("supportsHttpsTrafficOnly", true)
        ),
        Service(type: "Microsoft.Sql/servers", minimum: "minimalTlsVersion", good: numbers),
        Service(type: "Microsoft.Sql/managedInstances", minimum: "minimalTlsVersion", good: numbers),
        Service(type: "Microsoft.DocumentDB/databaseAccounts", minimum: "minimalTlsVersion", good: ["Tls12"]),
        Service(
            type: "Microsoft.Cache/redis",
            minimum: "minimumTlsVersion",
            good: numbers,
            encryptedOnly: ("enableNonSslPort", false)
        ),
        Service(type: "Microsoft.EventHub/namespaces", minimum: "minimumTlsVersion", good: numbers),
        Service(type: "Microsoft.ServiceBus/namespaces", minimum: "minimumTlsVersion", good: numbers),
    ]

    private static func judge(_ resource: Resource) -> Judgement? {
        guard let service = services.first(where: { $0.type == resource.type }) else { return nil }
        let minimum = resource.fields.text(service.minimum)
        let proof = Proof(service.minimum, expected: service.good.joined(separator: " or "))
        var parts: [Judgement] = []
        if let gap = minimum.gap(service.minimum) {
            parts.append(.unknown("\(gap); the default of \(resource.name) may be TLS 1.0", proof))
        } else if service.good.contains(where: { minimum.is($0) }) {
            parts.append(.pass("", proof))
        } else {
            parts.append(.fail("\(resource.name) accepts TLS below 1.2 (\(minimum.value ?? ""))", proof))
        }
        if let (name, wanted) = service.encryptedOnly {
            let flag = resource.fields.flag(name)
            let proof = Proof(name, expected: "\(wanted)")
            if let gap = flag.gap(name) {
                parts.append(.unknown(gap, proof))
            } else {
                parts.append(
                    flag.value == wanted
                        ? .pass("", proof) : .fail("\(resource.name) takes clear text", proof)
                )
            }
        }
        return .combining(parts, pass: "\(resource.name) starts at TLS 1.2")
    }

    private static func storage(_ properties: String) -> String {
        #"{"id": "/st/data", "type": "Microsoft.Storage/storageAccounts", "properties": {\#(properties)}}"#
    }
}

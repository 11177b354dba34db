import Topology

extension Control {
    /// E4-21: no old TLS at the edge.
    package static let frontDoorRequiresTLS12 = Control(
        id: "E4-21",
        name: "front-door-tls-minimum",
        title: "The domains of Front Door refuse TLS older than 1.2",
        severity: .medium,
        principles: [.assumeBreach],
        types: FrontDoorDomain.types,
        why: """
            The edge is where the whole world connects. As long as it accepts TLS 1.0, somebody on the way \
            can make a client use it and then work on what it protects.
            """,
        remediation: Remediation(
            "Raise the domain's minimum to TLS 1.2, or to 1.3 where all clients know it.",
            command: """
                az afd custom-domain update -g GROUP --profile-name PROFILE --custom-domain-name DOMAIN \
                --minimum-tls-version TLS12
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#3-strong-encryption-and-secure-communication",
        benchmarks: [
            "mcsb": ["DP-3", "NS-8"],
            "nist-800-53": ["SC-8", "CM-2", "CM-6", "CM-7"],
        ],
        decision: .each { resource, topology in
            guard let domain = topology.find(FrontDoorDomain.self, resource.id) else { return nil }
            let proof = Proof("tlsSettings.minimumTlsVersion", expected: "TLS12 or TLS13")
            let host = domain.hostName.value ?? domain.name
            return domain.minimumTLSVersion.judged(by: proof, of: domain.name) { version in
                version >= .oneTwo
                    ? .pass("\(host) starts at \(version)", proof)
                    : .fail("\(host) still accepts \(version)", proof)
            }
        },
        examples: [
            .passes(domain(#""tlsSettings": {"minimumTlsVersion": "TLS12"}"#)),
            .passes(domain(#""tlsSettings": {"minimumTlsVersion": "TLS1_3"}"#)),
            .fails(domain(#""tlsSettings": {"minimumTlsVersion": "TLS10"}"#)),
            .unknown(domain(#""tlsSettings": {"certificateType": "ManagedCertificate"}"#)),
            .unknown(domain(#""tlsSettings": {"minimumTlsVersion": "SSL3"}"#)),
            .notApplicable(#"{"id": "/p/afd", "type": "Microsoft.Cdn/profiles"}"#),
        ]
    )

    private static func domain(_ properties: String) -> String {
        """
        {"id": "/p/afd/customDomains/www", "name": "www", "type": "Microsoft.Cdn/profiles/customDomains",
         "properties": {"hostName": "www.contoso.com", \(properties)}}
        """
    }
}

import Topology

extension Control {
    /// S3-19: a wall around the services, not a drawing of one.
    package static let perimeterIsEnforced = Control(
        id: "S3-19",
        name: "network-security-perimeter",
        title: "Network security perimeters hold services, and are enforced",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: NetworkSecurityPerimeter.types,
        why: """
            Services call each other over public addresses, where no firewall of yours stands. A perimeter \
            lets its members reach each other and nobody else; while it learns, it only writes down.
            """,
        remediation: Remediation(
            "Go through what learning logged, add access rules for what is wanted, then enforce.",
            command: """
                az network perimeter association update -g GROUP --perimeter-name PERIMETER -n ASSOCIATION \
                --access-mode Enforced
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/deploy/networks#14-segment-and-enforce-the-external-boundaries",
        benchmarks: [
            "mcsb": ["NS-2"],
            "cis-5.0": ["7.16"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            // Associations are exported apart from perimeters: without any nothing is proven.
            let isShown = !topology.all(PerimeterAssociation.self).isEmpty
            return topology.all(NetworkSecurityPerimeter.self).map {
                ($0.resource, judge($0, isShown, topology))
            }
        },
        examples: [
            .passes(estate(#""accessMode": "enforced""#)),
            .fails(estate(#""accessMode": "Learning""#)),
            .fails(estate(#""accessMode": "Enforced""#, of: "other")),
            .unknown(estate(#""profile": {"id": "/profiles/p"}"#)),
            .unknown(perimeter),
            .notApplicable(ExampleRows.network("v", "10.0.0.0/16")),
        ]
    )

    private static func judge(
        _ perimeter: NetworkSecurityPerimeter,
        _ isShown: Bool,
        _ topology: Topology
    ) -> Judgement {
        let associations = topology.all(PerimeterAssociation.self, below: perimeter.id)
        guard !associations.isEmpty else {
            return isShown
                ? .fail(
                    "\(perimeter.name) holds no service",
                    Proof("id", expected: "associations with services")
                )
                : .unknown("the input holds no associations of \(perimeter.name)", Proof("id"))
        }
        return .combining(
            associations.map { association in
                let proof = Proof("accessMode", expected: "Enforced", in: association.resource)
                let service = association.service.value.map { String($0.name) } ?? association.name
                return association.accessMode.judged(by: proof, of: association.name) { word in
                    association.accessMode.is("Enforced")
                        ? .pass("", proof)
                        : .fail("\(perimeter.name) does not hold \(service) yet: its mode is \(word)", proof)
                }
            },
            pass: "\(perimeter.name) is enforced for \(associations.count) services"
        )
    }

    private static let perimeter = ExampleRows.row("networkSecurityPerimeters", "nsp", "")

    private static func estate(_ properties: String, of owner: String = "nsp") -> String {
        let id = "\(ExampleRows.group)/networkSecurityPerimeters/\(owner)/resourceAssociations/a"
        return ExampleRows.estate(
            perimeter,
            """
            {"id": "\(id)", "name": "a", "type": "\(PerimeterAssociation.types[0])", "properties": {
              "privateLinkResource": {"id": "/st/data"}, \(properties)}}
            """
        )
    }
}

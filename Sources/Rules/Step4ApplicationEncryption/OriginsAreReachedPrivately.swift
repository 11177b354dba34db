import Topology

extension Control {
    /// E4-22: no way around the edge.
    package static let originsAreReachedPrivately = Control(
        id: "E4-22",
        name: "front-door-private-origins",
        title: "Front Door reaches its origins by private link",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: FrontDoorOrigin.types,
        why: """
            An origin with a public address can be attacked at that address, past Front Door and its \
            firewall. By private link it needs none.
            """,
        remediation: Remediation(
            "Connect the origin by private link, approve the connection at the service, then close its public side.",
            command: """
                az afd origin update -g GROUP --profile-name PROFILE --origin-group-name ORIGINS --origin-name ORIGIN \
                --enable-private-link true --private-link-resource RESOURCE-ID --private-link-location REGION \
                --private-link-sub-resource-type KIND
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#azure-front-door",
        benchmarks: [
            "mcsb": ["NS-2", "NS-6"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .each { resource, topology in
            topology.find(FrontDoorOrigin.self, resource.id).map { judge($0, topology) }
        },
        examples: [
            .passes(FrontDoorEstate.origin(link(#""status": "Approved""#))),
            .fails(FrontDoorEstate.origin(link(#""status": "Pending""#))),
            .fails(FrontDoorEstate.origin(#""hostName": "app.contoso.com""#)),
            .unknown(FrontDoorEstate.origin(link(#""groupId": "sites""#))),
            .unknown(
                FrontDoorEstate.origin(
                    #""sharedPrivateLinkResource": {"privateLink": {"id": {"$symbolic": "x"}}}"#
                )
            ),
            .notApplicable(FrontDoorEstate.origin(#""enabledState": "Disabled""#)),
        ]
    )

    private static func judge(_ origin: FrontDoorOrigin, _ topology: Topology) -> Judgement {
        if origin.enabledState.is("Disabled") { return .notApplicable("\(origin.name) is disabled") }
        let host = origin.hostName.value.map { " (\($0))" } ?? ""
        let proof = Proof(
            "sharedPrivateLinkResource.privateLink.id",
            expected: "the service behind the origin"
        )
        switch origin.privateLink {
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent:
            let profile = topology.find(FrontDoorProfile.self, origin.id.parent?.parent)
            let tier = profile.map {
                $0.skuName.is("Standard_AzureFrontDoor") ? ", as its tier has no private link" : ""
            }
            return .fail(
                "Front Door reaches \(origin.name)\(host) over the internet\(tier ?? "")",
                [proof, Proof("hostName")]
            )
        case .set(let service):
            let status = Proof("sharedPrivateLinkResource.status", expected: "Approved")
            return origin.privateLinkStatus.judged(by: status, of: origin.name) { word in
                origin.privateLinkStatus.is("Approved")
                    ? .pass("Front Door reaches \(service.name) privately", proof, status)
                    : .fail(
                        "The private link from Front Door to \(service.name) is \(word.lowercased())",
                        status,
                        severity: .medium
                    )
            }
        }
    }

    private static func link(_ more: String) -> String {
        """
        "sharedPrivateLinkResource": {"privateLink": {"id": "/sites/app"}, \(more)}
        """
    }
}

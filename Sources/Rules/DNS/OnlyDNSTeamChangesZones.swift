import Topology

extension Control {
    /// D-06: who writes the name gets the traffic.
    package static let onlyDNSTeamChangesZones = Control(
        id: "D-06",
        name: "zone-writers",
        title: "Nobody who builds workloads may change zones",
        severity: .high,
        principles: [.leastPrivilege],
        types: RoleAssignment.types + PrivateDNSZone.types + DNSZone.types,
        why: """
            A changed record sends everybody's connections to another machine, with nothing else in the network \
            changed. Zones serve all teams, so none of them alone should be able to write there.
            """,
        remediation: Remediation(
            "Delete the assignment, and let one team hold Private DNS Zone Contributor at the zones.",
            command: "az role assignment delete --assignee PRINCIPAL --role ROLE --scope SCOPE"
        ),
        documentation: "https://learn.microsoft.com/azure/dns/dns-protect-private-zones-recordsets",
        benchmarks: [
            "mcsb": ["PA-7", "NS-10"],
            "nist-800-53": ["AC-2", "AC-3", "AC-6", "SC-20", "SC-21"],
        ],
        decision: .estate { topology in
            let zones = (PrivateDNSZone.types + DNSZone.types).flatMap(topology.resources(of:))
            guard !zones.isEmpty else { return [] }
            let holders = RoleHolders(topology)
            guard !holders.assignments.isEmpty else {
                return zones.map {
                    (
                        $0,
                        .unknown(
                            "the input holds no role assignments: export authorizationresources",
                            Proof("id")
                        )
                    )
                }
            }
            return holders.judge(.zones) { assignment, role in
                judge(assignment, role, zones, holders)
            }
        },
        examples: [
            .passes(zoned(RoleEstate.assigned(RoleEstate.zoneContributor, at: zoneScope))),
            .passes(
                zoned(RoleEstate.assigned(RoleEstate.contributor, to: "network-team", at: RoleEstate.hub))
            ),
            .fails(zoned(builder, RoleEstate.assigned(RoleEstate.zoneContributor, at: zoneScope))),
            .fails(zoned(builder, RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.hub))),
            .unknown(zoned()),
            .unknown(zoned(RoleEstate.assigned(RoleEstate.stranger, at: zoneScope))),
            .unknown(
                zoned(
                    RoleEstate.assigned(RoleEstate.zoneContributor, at: zoneScope)
                        .replacing(#""principalId": "dev", "#, with: "")
                )
            ),
            .unknown(zoned(RoleEstate.assigned(RoleEstate.zoneContributor, at: RoleEstate.managementGroup))),
            .notApplicable(zoned(builder, RoleEstate.assigned(RoleEstate.reader, at: zoneScope))),
            .notApplicable(
                RoleEstate.estate(builder, RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.hub))
            ),
        ]
    )

    private static func judge(
        _ assignment: RoleAssignment,
        _ role: RolePower,
        _ zones: [Resource],
        _ holders: RoleHolders
    ) -> Judgement? {
        let proof = Proof("roleDefinitionId")
        let principal = Proof("principalId")
        guard let place = assignment.scope else {
            return .unknown("the input does not say where \(assignment.name) holds", Proof("scope"))
        }
        let inside = zones.first { $0.id.isSame(orBelow: place) }
        let above = zones.first { zone in
            place.subscription == nil
                && holders.scope.reaches(place, into: [zone.id.subscription?.lowercased() ?? ""]) != .no
        }
        guard let zone = inside ?? above else { return nil }
        if inside == nil,
            holders.scope.reaches(place, into: [zone.id.subscription?.lowercased() ?? ""]) == .unclear
        {
            return .unknown(
                "the input does not say which subscriptions are below \(place.name)",
                Proof("scope")
            )
        }
        let says =
            "\(assignment.holder) may change \(zone.name) as \(role.name) at \(holders.title(of: place))"
        switch holders.building(by: assignment.principalID) {
        case .unknown(let reason): return .unknown(reason, principal, proof)
        case .absent: return .pass("\(says), and builds no workloads", proof, principal)
        case .set(let other):
            return .fail(
                "\(says), and builds workloads",
                proof,
                principal,
                Proof("scope", in: other.resource)
            )
        }
    }

    private static let zoneScope = RoleEstate.hub + "/resourceGroups/rg-dns"
    private static let builder = RoleEstate.assigned(RoleEstate.contributor, at: RoleEstate.app)

    private static func zoned(_ rows: String...) -> String {
        let zone = WorkloadEstate.row(
            "Microsoft.Network/privateDnsZones",
            "privatelink.blob.core.windows.net",
            in: "hub",
            group: "rg-dns"
        )
        return RoleEstate.estate(([zone] + rows).joined(separator: ", "))
    }
}

import JSON
import Reachability
import Topology

extension Control {
    /// E4-23: the edge cannot be gone round.
    package static let originsAdmitOnlyFrontDoor = Control(
        id: "E4-23",
        name: "origin-front-door-only",
        title: "Public origins accept requests from their own Front Door only",
        severity: .high,
        principles: [.verifyExplicitly, .leastPrivilege],
        types: ["Microsoft.Network/networkSecurityGroups", "Microsoft.Web/sites"],
        why: """
            The firewall at the edge sees what passes the edge. Who finds the address of an origin that \
            answers anybody, or any Front Door of any customer, passes it by.
            """,
        remediation: Remediation(
            """
            Admit the service tag AzureFrontDoor.Backend alone, and compare the header X-Azure-FDID with the id of \
            your profile.
            """
        ),
        documentation: "https://learn.microsoft.com/azure/frontdoor/origin-security",
        benchmarks: [
            "mcsb": ["NS-2", "NS-6"],
            "alz": ["D05.04", "A01.12"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            let origins = EdgeOrigins(topology)
            guard !origins.isEmpty else { return [] }
            let gateways = topology.all(ApplicationGateway.self).filter { origins.contains($0, in: topology) }
            let sites = topology.all(WebSite.self).filter { origins.contains($0) }
            return gateways.compactMap { GatewayOrigin($0, topology)?.judgement }
                + sites.map { ($0.resource, judge($0, topology)) }
        },
        examples: [
            .passes(OriginEstate.site(OriginEstate.fromFrontDoor)),
            .passes(OriginEstate.gateway(from: "AzureFrontDoor.Backend", rules: OriginEstate.headerRule)),
            .passes(OriginEstate.gateway(from: "10.0.0.0/8", rules: "")),
            .fails(OriginEstate.site(#"{"ipAddress": "Any", "action": "Allow", "priority": 1}"#)),
            .fails(
                OriginEstate.site(
                    #"{"ipAddress": "AzureFrontDoor.Backend", "tag": "ServiceTag", "action": "Allow"}"#
                )
            ),
            .fails(OriginEstate.gateway(from: "Internet", rules: OriginEstate.headerRule)),
            .fails(OriginEstate.gateway(from: "AzureFrontDoor.Backend", rules: "")),
            .unknown(OriginEstate.site(#"{"ipAddress": "203.0.113.7/32", "priority": 1}"#)),
            .unknown(OriginEstate.gateway(from: "AzureCloud", rules: "")),
            .notApplicable(
                #"{"id": "/sites/app", "type": "Microsoft.Web/sites", "properties": {"hostNames": ["app.contoso.com"]}}"#
            ),
        ]
    )

    private static func judge(_ site: WebSite, _ topology: Topology) -> Judgement {
        switch SiteDoor(site, isManagement: false, in: topology) {
        case .closed(let proof): return .pass("\(site.name) refuses the public network", proof)
        case .unknown(let reason, let proof): return .unknown(reason, proof)
        case .open(let proof):
            return .fail("\(site.name) answers who goes round Front Door", proof).mended(by: admitting)
        case .limited(let rules):
            let parts = rules.map { rule, proof -> Judgement in
                guard rule.tag.is("ServiceTag") else { return .pass("", proof) }
                let tag = rule.addresses.first?.text ?? ""
                guard tag.lowercased() == "azurefrontdoor.backend" else {
                    return .fail("\(site.name) admits all of \(tag)", proof)
                }
                return rule.frontDoorIDs.isEmpty
                    ? .fail(
                        "\(site.name) admits the Front Door of any customer: no rule compares X-Azure-FDID",
                        proof,
                        severity: .medium
                    ) : .pass("", proof)
            }
            return .combining(parts, pass: "\(site.name) admits its own Front Door only")
                .mended(by: admitting)
        }
    }

    private static let admitting = Remediation(
        originsAdmitOnlyFrontDoor.remediation.text,
        command: """
            az webapp config access-restriction add -g GROUP -n APP --priority 100 --action Allow \
            --service-tag AzureFrontDoor.Backend --http-header x-azure-fdid=FRONT-DOOR-ID
            """
    )
}

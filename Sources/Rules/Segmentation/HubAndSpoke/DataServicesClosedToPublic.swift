import JSON
import Topology

extension Control {
    /// S3-13: the public door beside the private one.
    package static let dataServicesClosedToPublic = Control(
        id: "S3-13",
        name: "paas-public-access",
        title: "Data services refuse the public network",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: PlatformService.types,
        why: """
            A private endpoint adds a way in and closes none: until public access is switched off, the service \
            answers on its public address as before.
            """,
        remediation: Remediation(
            "Switch public network access off, or deny by default and allow the addresses that must come in."
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-paas#deploy-private-endpoints-for-ingress",
        benchmarks: [
            "mcsb": ["NS-2"],
            "cis-2.0": ["3.8"],
            "cis-3.0": ["4.6", "4.7"],
            "policy": ["1b8ca024-1d5c-4dec-8995-b1a932b41780", "34c877ad-507e-4c82-993e-3452a6e0ad3c"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .each { service, topology in
            judge(service, topology).mended(by: PlatformService.closing(service.type))
        },
        examples: [
            .passes(PlatformService.storage(#""publicNetworkAccess": "Disabled""#)),
            .passes(
                PlatformService.storage(
                    #""publicNetworkAccess": "Enabled", "networkAcls": {"defaultAction": "Deny"}"#
                )
            ),
            .fails(
                PlatformService.storage(
                    #""publicNetworkAccess": "Enabled", "networkAcls": {"defaultAction": "Allow"}"#
                )
            ),
            .fails(
                #"{"id": "/sites/a", "type": "Microsoft.Web/sites", "properties": {"publicNetworkAccess": "enabled"}}"#
            ),
            .passes(PlatformService.database([("203.0.113.7", "203.0.113.7")])),
            .fails(PlatformService.database([("0.0.0.0", "255.255.255.255")])),
            .fails(PlatformService.database([("203.0.113.7", "203.0.113.7"), ("0.0.0.0", "0.0.0.0")])),
            .unknown(
                #"{"id": "/sql/s", "type": "Microsoft.Sql/servers", "properties": {"publicNetworkAccess": "enabled"}}"#
            ),
            .unknown(PlatformService.database([("first", "last")])),
            .passes(
                """
                {"id": "/sites/a", "type": "Microsoft.Web/sites", "properties": {"privateEndpointConnections": [
                  {"properties": {"privateLinkServiceConnectionState": {"status": "Approved"}}}]}}
                """
            ),
            .unknown(PlatformService.storage(#""kind": "StorageV2""#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    /// Follows the order in which services decide (azure-semantics 7.5).
    private static func judge(_ service: Resource, _ topology: Topology) -> Judgement {
        let fields = service.fields
        if service.type == PlatformService.databaseType { return judgeDatabase(service, topology) }
        let access = fields.text("publicNetworkAccess")
        let action = fields.inner("networkAcls").text("defaultAction")
        let proofs = [
            Proof("publicNetworkAccess", expected: "Disabled"),
            Proof("networkAcls.defaultAction", expected: "Deny"),
        ]
        if access.is("Disabled", "SecuredByPerimeter") {
            return .pass("\(service.name) refuses the public network", proofs[0])
        }
        if action.is("Deny") { return .pass("\(service.name) denies who is not on its list", proofs[1]) }
        if let reason = access.reason { return .unknown(reason, proofs[0]) }
        if let reason = action.reason { return .unknown(reason, proofs[1]) }
        if service.type == "Microsoft.DocumentDB/databaseAccounts", isCosmosFiltered(fields) {
            return .pass(
                "\(service.name) denies who is not on its list",
                Proof("ipRules"),
                Proof("virtualNetworkRules")
            )
        }
        if service.type == PlatformService.siteType, access.isAbsent {
            return judgeSite(service, proofs[0])
        }
        // A default action of Allow admits everybody; services without one are open when they say Enabled.
        let hasList =
            service.type == PlatformService.storageType || service.type == PlatformService.vaultType
        let shown = hasList ? proofs : [proofs[0]]
        guard action.is("Allow") || (access.is("Enabled") && !hasList) else {
            let name = access.isAbsent ? "publicNetworkAccess" : "networkAcls.defaultAction"
            return .unknown("the input has no \(name) of \(service.name)", shown)
        }
        let isAnonymous = fields.flag("allowBlobPublicAccess").value == true
        let reach = isAnonymous ? ", and lets containers be read without a key" : ""
        return .fail(
            "\(service.name) answers the whole internet\(reach)",
            shown,
            severity: isAnonymous ? .critical : nil
        )
    }

    /// A site that says nothing is open, unless it has a private endpoint.
    private static func judgeSite(_ site: Resource, _ proof: Proof) -> Judgement {
        let list = site.fields.objects("privateEndpointConnections")
        guard case .set(let connections) = list else {
            return .unknown(
                "the input has neither publicNetworkAccess nor private endpoints of \(site.name)",
                proof
            )
        }
        let isApproved = connections.contains {
            $0.inner("privateLinkServiceConnectionState").text("status").is("Approved")
        }
        return isApproved
            ? .pass("\(site.name) is closed by its private endpoint", Proof("privateEndpointConnections"))
            : .fail("\(site.name) answers the whole internet", proof)
    }

    private static func isCosmosFiltered(_ fields: JSONObject) -> Bool {
        fields.flag("isVirtualNetworkFilterEnabled").value == true || !fields.items("ipRules").isEmpty
    }
}

import JSON
import Topology

extension Control {
    /// S3-15: whoever is approved stands at the service's inner door.
    package static let endpointConnectionsAreReviewed = Control(
        id: "S3-15",
        name: "endpoint-connections",
        title: "Private endpoint connections are decided, and come from one's own subscriptions",
        severity: .medium,
        principles: [.verifyExplicitly],
        types: PrivateLinkService.types + connected,
        why: """
            An approved endpoint reaches the service from a network that may be anybody's, past every address \
            rule. What waits for approval is a question that somebody may one day answer without looking.
            """,
        remediation: Remediation(
            "Find out who asks, then approve the connection or reject it; let no subscription in by itself.",
            command: "az network private-endpoint-connection reject --id CONNECTION-ID"
        ),
        question: "Whose are the endpoints?",
        documentation: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
        benchmarks: ["mcsb": ["NS-2"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .estate { topology in
            let inventory = SubscriptionInventory(topology)
            return (PrivateLinkService.types + connected).flatMap(topology.resources(of:)).compactMap {
                resource in
                judge(resource, inventory).map { (resource, $0) }
            }
        },
        examples: [
            .passes(service(connection("Approved"))),
            .passes(service(connection("Rejected", from: "t"), subscription)),
            .passes(service(connection("Approved", from: "microsoft", group: "eafd-Prod-weu"), subscription)),
            .passes(linkService(#""autoApproval": {"subscriptions": ["s"]}"#)),
            .fails(service(connection("Pending"))),
            .fails(service(connection("Approved", from: "t"), subscription)),
            .fails(service("\(connection("Approved")), \(connection("Pending"))")),
            .fails(linkService(#""autoApproval": {"subscriptions": ["*"]}"#)),
            .unknown(service(connection("Approved", from: "t"))),
            .unknown(service(#"{"name": "c", "properties": {}}"#)),
            .unknown(
                linkService(#""autoApproval": {"subscriptions": {"$symbolic": "[parameters('who')]"}}"#)
            ),
            .notApplicable(service("")),
        ]
    )

    /// The services that private endpoints lead to.
    private static let connected: [ResourceType] =
        StorageAccount.types + SQLServer.types + KeyVault.types + CosmosDBAccount.types + WebSite.types
        + ContainerRegistry.types + CognitiveServicesAccount.types + SearchService.types
        + EventHubNamespace.types + ServiceBusNamespace.types + EventGridTopic.types + RedisCache.types
        + PostgreSQLServer.types + MySQLServer.types + IoTHub.types + APIManagementService.types
        + ApplicationGateway.types

    /// Judges a service; nil where no endpoint leads to it.
    private static func judge(_ resource: Resource, _ inventory: SubscriptionInventory) -> Judgement? {
        let list = Proof("privateEndpointConnections")
        let connections = resource.fields.objects("privateEndpointConnections")
        if let reason = connections.reason { return .unknown(reason, list) }
        let parts = (connections.value ?? []).enumerated().map { index, connection in
            judge(connection, at: "privateEndpointConnections[\(index)]", of: resource, inventory)
        }
        let isOffered = PrivateLinkService.types.contains(resource.type)
        let offered = isOffered ? [judgeApproval(resource)] : []
        guard !parts.isEmpty || isOffered else { return nil }
        return .combining(
            parts + offered,
            pass: "Who reaches \(resource.name) by private endpoints is decided"
        )
    }

    private static func judge(
        _ connection: JSONObject,
        at path: String,
        of resource: Resource,
        _ inventory: SubscriptionInventory
    ) -> Judgement {
        let status = Proof(
            "\(path).privateLinkServiceConnectionState.status",
            expected: "Approved or Rejected"
        )
        let place = Proof("\(path).privateEndpoint.id", expected: "an endpoint of one's own")
        let state = connection.inner("privateLinkServiceConnectionState").text("status")
        let endpoint = connection.link("privateEndpoint")
        let name = endpoint.value.map { String($0.name) } ?? "an endpoint"
        return state.judged(by: status, of: resource.name) { word in
            if state.is("Pending") {
                return .fail("\(name) waits to be let in to \(resource.name)", status, place)
            }
            guard state.is("Approved") else {
                return .pass("\(name) is \(word.lowercased()) at \(resource.name)", status)
            }
            guard let id = endpoint.value else {
                return .unknown(endpoint.gap("endpoint of a connection of \(resource.name)") ?? "", place)
            }
            // Front Door brings endpoints of its own, in groups of that name.
            if id.resourceGroup?.lowercased().hasPrefix("eafd-") == true {
                return .pass("Front Door reaches \(resource.name)", status, place)
            }
            return switch inventory.owner(of: id, from: resource.id) {
            case .own: .pass("\(name) is one's own", status, place)
            case .stranger, .otherTenant:
                .fail(
                    "\(name) of the foreign subscription \(id.subscription ?? "?") reaches \(resource.name)",
                    place,
                    status
                )
            case .unknown: .unknown("the input lists no subscriptions, so whose \(name) is stays open", place)
            }
        }
    }

    private static func judgeApproval(_ service: Resource) -> Judgement {
        let proof = Proof("autoApproval.subscriptions", expected: "subscriptions of one's own")
        let approved = service.fields.object("autoApproval").flatMap { $0.list("subscriptions") }
        if let reason = approved.reason { return .unknown(reason, proof) }
        return approved.value?.contains("*") == true
            ? .fail("\(service.name) lets in endpoints of any subscription by itself", proof)
            : .pass("\(service.name) lets in nobody unasked", proof)
    }

    private static let subscription = """
        {"id": "/subscriptions/s", "name": "s", "type": "Microsoft.Resources/subscriptions", "properties": {}}
        """

    private static func service(_ connections: String, _ rows: String...) -> String {
        let account = WorkloadEstate.row(
            "Microsoft.Storage/storageAccounts",
            "st",
            #""privateEndpointConnections": [\#(connections)]"#
        )
        return "[\(([account] + rows).joined(separator: ", "))]"
    }

    private static func linkService(_ properties: String) -> String {
        "[\(ExampleRows.row("privateLinkServices", "pls", properties))]"
    }

    private static func connection(
        _ status: String,
        from subscription: String = "s",
        group: String = "rg"
    ) -> String {
        """
        {"name": "c", "properties": {"privateLinkServiceConnectionState": {"status": "\(status)"},
          "privateEndpoint": {"id": "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/\
        Microsoft.Network/privateEndpoints/pe"}}}
        """
    }
}

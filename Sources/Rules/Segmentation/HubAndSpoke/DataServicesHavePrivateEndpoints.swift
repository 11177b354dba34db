import JSON
import Topology

extension Control {
    /// S3-12: data is reached from inside.
    package static let dataServicesHavePrivateEndpoints = Control(
        id: "S3-12",
        name: "paas-private-endpoint",
        title: "Data services are reached through a private endpoint",
        severity: .high,
        principles: [.leastPrivilege, .assumeBreach],
        types: PlatformService.types,
        why: """
            Without an endpoint inside the network, every client reaches the data over the service's public \
            address, and so may everybody else who finds a key.
            """,
        remediation: Remediation(
            "Create a private endpoint in the network of its clients, with the DNS zone that goes with it.",
            command: """
                az network private-endpoint create -g GROUP -n ENDPOINT --vnet-name VNET --subnet SUBNET \
                --private-connection-resource-id SERVICE-ID --group-id GROUP-ID --connection-name NAME
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-paas#step-5-secure-ingress-and-egress-for-azure-paas-services",
        benchmarks: [
            "mcsb": ["NS-2"],
            "cis-2.0": ["3.10", "8.7"],
            "cis-3.0": ["4.9", "3.3.7"],
            "policy": ["6edd7eda-6dd8-40f7-810d-67160c639cd9", "7698e800-9299-47a6-b3b6-5a0fee576eed"],
            "alz": ["D08.02"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            let endpoints = topology.all(PrivateEndpoint.self)
            let served = Set(endpoints.flatMap(\.approvedServices))
            return PlatformService.types.flatMap(topology.resources).map { ($0, judge($0, served)) }
        },
        examples: [
            .passes(PlatformService.storage(connections("Approved"))),
            .passes("[\(PlatformService.storage(#""kind": "StorageV2""#)), \(endpoint)]"),
            .fails(PlatformService.storage(#""privateEndpointConnections": []"#)),
            .fails(PlatformService.storage(connections("Pending"))),
            .unknown(PlatformService.storage(#""kind": "StorageV2""#)),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ service: Resource, _ served: Set<ResourceID>) -> Judgement {
        let proof = Proof("privateEndpointConnections", expected: "an approved connection")
        if served.contains(service.id) { return .pass("\(service.name) has a private endpoint", proof) }
        let list = service.fields.objects("privateEndpointConnections")
        guard case .set(let connections) = list else {
            return .unknown(list.gap("privateEndpointConnections of \(service.name)") ?? "", proof)
        }
        let states = connections.map { $0.inner("privateLinkServiceConnectionState").text("status") }
        if states.contains(where: { $0.is("Approved") }) {
            return .pass("\(service.name) has a private endpoint", proof)
        }
        let waiting = states.isEmpty ? "" : ", and none of its \(states.count) connections is approved"
        return .fail("\(service.name) has no private endpoint\(waiting)", proof)
    }

    private static func connections(_ status: String) -> String {
        """
        "privateEndpointConnections": [{"name": "c", "properties": {
          "privateLinkServiceConnectionState": {"status": "\(status)"}}}]
        """
    }

    private static let endpoint = """
        {"id": "/pes/p", "type": "Microsoft.Network/privateEndpoints", "properties": {
          "privateLinkServiceConnections": [{"name": "c", "properties": {
            "privateLinkServiceId": "/STORAGE/st",
            "privateLinkServiceConnectionState": {"status": "Approved"}}}]}}
        """
}

import Topology

extension Control {
    /// S3-14: private endpoints obey the rules of their subnet.
    package static let endpointSubnetsAreFiltered = Control(
        id: "S3-14",
        name: "private-endpoint-policies",
        title: "Filters and routes hold for private endpoints",
        severity: .medium,
        principles: [.assumeBreach],
        types: Subnet.types,
        why: """
            Unless the subnet says so, packets to a private endpoint pass by its security group and its \
            routes: the rules are there, and the data behind is open to every peer.
            """,
        remediation: Remediation(
            "Switch network policies on for the subnet; look first which rules then begin to hold.",
            command: """
                az network vnet subnet update -g GROUP --vnet-name VNET -n SUBNET --private-endpoint-network-policies Enabled
                """
        ),
        documentation: "https://learn.microsoft.com/azure/private-link/private-endpoint-overview",
        benchmarks: [
            "mcsb": ["NS-2"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in
            let places = Set(topology.all(PrivateEndpoint.self).compactMap(\.subnet.value))
            return topology.subnets.filter { places.contains($0.id) || !$0.privateEndpoints.isEmpty }
                .map { ($0.resource, judge($0)) }
        },
        examples: [
            .passes(estate(#""privateEndpointNetworkPolicies": "enabled""#)),
            .fails(estate(#""privateEndpointNetworkPolicies": "Disabled""#)),
            .fails(estate(#""privateEndpointNetworkPolicies": "RouteTableEnabled""#)),
            .fails(
                SubnetEstate.subnet(
                    "pe",
                    #""privateEndpointNetworkPolicies": "Disabled", "privateEndpoints": [{"id": "/pe"}]"#
                )
            ),
            .unknown(estate("")),
            .notApplicable(SubnetEstate.subnet("web", #""privateEndpointNetworkPolicies": "Disabled""#)),
        ]
    )

    private static func judge(_ subnet: Subnet) -> Judgement {
        let proof = Proof("privateEndpointNetworkPolicies", expected: "Enabled")
        return subnet.privateEndpointNetworkPolicies.judged(by: proof, of: subnet.title) { word in
            switch word.lowercased() {
            case "enabled": .pass("Filters and routes of \(subnet.title) hold for its endpoints", proof)
            case "networksecuritygroupenabled":
                .fail("The routes of \(subnet.title) do not hold for its endpoints", proof, severity: .low)
            case "routetableenabled":
                .fail("The filter of \(subnet.title) does not hold for its endpoints", proof)
            case "disabled":
                .fail("Neither filter nor routes of \(subnet.title) hold for its endpoints", proof)
            default: .unknown("\(word) is no setting known here", proof)
            }
        }
    }

    private static func estate(_ properties: String) -> String {
        SubnetEstate.subnet(
            "pe",
            properties,
            beside: """
                {"id": "/pes/p", "type": "Microsoft.Network/privateEndpoints",
                 "properties": {"subnet": {"id": "\(SubnetEstate.network)/subnets/pe"}}}
                """
        )
    }
}

import Topology

extension Control {
    /// S3-16: not the public address by another way.
    package static let serviceEndpointsAreTheException = Control(
        id: "S3-16",
        name: "service-endpoints",
        title: "Subnets reach services by private endpoint, not by service endpoint",
        severity: .low,
        tier: .extended,
        principles: [.leastPrivilege],
        types: Subnet.types,
        why: """
            A service endpoint leads to the service's public address, that of every other customer's account \
            too: data can be carried to a stranger's account by the same way.
            """,
        remediation: Remediation(
            "Move the clients to a private endpoint; until then limit the accounts by a service endpoint policy.",
            command:
                "az network vnet subnet update -g GROUP --vnet-name VNET -n SUBNET --remove serviceEndpoints"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#boundaries-to-global-azure-services",
        benchmarks: [
            "mcsb": ["NS-2"],
            "alz": ["D08.04"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .estate { topology in topology.subnets.map { ($0.resource, judge($0)) } },
        examples: [
            .passes(SubnetEstate.subnet("web", #""serviceEndpoints": []"#)),
            .passes(
                SubnetEstate.subnet(
                    "web",
                    #""serviceEndpoints": [{"service": "Microsoft.Storage"}], "serviceEndpointPolicies": [{"id": "/seps/p"}]"#
                )
            ),
            .fails(SubnetEstate.subnet("web", #""serviceEndpoints": [{"service": "Microsoft.Sql"}]"#)),
            .fails(
                SubnetEstate.subnet(
                    "web",
                    #""serviceEndpoints": [{"service": "Microsoft.Sql"}], "serviceEndpointPolicies": [{"id": "/seps/p"}]"#
                )
            ),
            .unknown(SubnetEstate.subnet("web", #""serviceEndpoints": {"$symbolic": "[variables('e')]"}"#)),
            .notApplicable(SubnetEstate.subnet("AzureFirewallSubnet")),
        ]
    )

    private static func judge(_ subnet: Subnet) -> Judgement {
        if subnet.reservedFor != nil { return .notApplicable("\(subnet.title) is kept in order by Azure") }
        let proof = Proof("serviceEndpoints", expected: "none")
        if let reason = subnet.resource.fields.array("serviceEndpoints").reason {
            return .unknown(reason, proof)
        }
        let endpoints = subnet.serviceEndpoints
        if endpoints.isEmpty { return .pass("\(subnet.title) has no service endpoints", proof) }
        if let gap = endpoints.lazy.compactMap({ $0.service.gap("service of an endpoint of \(subnet.title)") }
        ).first {
            return .unknown(gap, proof)
        }
        // Policies know storage alone.
        let services = endpoints.compactMap(\.service.value)
        let held = Proof("serviceEndpointPolicies", expected: "a policy that names the accounts")
        if !subnet.serviceEndpointPolicies.isEmpty,
            services.allSatisfy({ $0.lowercased().hasPrefix("microsoft.storage") })
        {
            return .pass("A policy limits the service endpoints of \(subnet.title)", held)
        }
        let names = Set(services).sorted().joined(separator: ", ")
        return .fail("\(subnet.title) reaches \(names) at the public address of all customers", proof, held)
    }
}

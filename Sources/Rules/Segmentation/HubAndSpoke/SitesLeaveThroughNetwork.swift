import Topology

extension Control {
    /// S3-17: what a web app calls is routed and looked at.
    package static let sitesLeaveThroughNetwork = Control(
        id: "S3-17",
        name: "web-app-egress",
        title: "Web apps send all their traffic into a subnet of their own",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Web/sites"],
        why: """
            An app outside the network calls whom it likes from an address that other customers share. No \
            route, no filter and no firewall holds for what it sends.
            """,
        remediation: Remediation(
            "Join the app to a subnet that is delegated to App Service, and send everything that way.",
            command: """
                az webapp vnet-integration add -g GROUP -n APP --vnet VNET --subnet SUBNET && \
                az webapp config set -g GROUP -n APP --vnet-route-all-enabled true
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-paas#deploy-vnet-integration-for-egress",
        benchmarks: [
            "mcsb": ["NS-2"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in
            topology.find(WebSite.self, resource.id).map { judge($0, topology) }
        },
        examples: [
            .passes(site(#"\#(joined), "vnetRouteAllEnabled": true"#, beside: subnet(delegation))),
            .passes(site(#""hostingEnvironmentProfile": {"id": "/ases/a"}"#)),
            .fails(site("")),
            .fails(
                site(#"\#(joined), "outboundVnetRouting": {"allTraffic": false}"#, beside: subnet(delegation))
            ),
            .fails(site(#"\#(joined), "vnetRouteAllEnabled": true"#, beside: subnet(""))),
            .unknown(site(joined, beside: subnet(delegation))),
            .unknown(site(#"\#(joined), "vnetRouteAllEnabled": true"#)),
            .unknown(site(#""virtualNetworkSubnetId": {"$symbolic": "[variables('s')]"}"#)),
            .notApplicable(#"{"id": "/plans/p", "type": "Microsoft.Web/serverfarms"}"#),
        ]
    )

    private static func judge(_ site: WebSite, _ topology: Topology) -> Judgement {
        let proof = Proof(
            "virtualNetworkSubnetId",
            expected: "a subnet delegated to Microsoft.Web/serverFarms"
        )
        switch (site.hostingEnvironment, site.virtualNetworkSubnet) {
        case (.set(let environment), _):
            let place = Proof("hostingEnvironmentProfile.id")
            return .pass("\(site.name) stands in the network of \(environment.name)", place)
        case (.unknown(let reason), _), (_, .unknown(let reason)): return .unknown(reason, proof)
        case (_, .absent): return .fail("What \(site.name) sends does not pass a network of yours", proof)
        case (.absent, .set(let id)):
            let all = Proof("outboundVnetRouting.allTraffic", expected: "true")
            let routing = site.routeAllEnabled.judged(by: all, of: site.name) {
                $0
                    ? .pass("", all)
                    : .fail("Only private addresses are reached from \(site.name) through \(id.name)", all)
            }
            return .combining(
                [delegation(of: id, site, topology, proof), routing],
                pass: "\(site.name) leaves by \(id.name)"
            )
        }
    }

    private static func delegation(
        of id: ResourceID,
        _ site: WebSite,
        _ topology: Topology,
        _ proof: Proof
    ) -> Judgement {
        guard let subnet = topology.subnet(id) else {
            return .unknown(
                "the input does not hold the subnet \(id.name) that \(site.name) leaves by",
                proof
            )
        }
        let services = subnet.delegations.map(\.serviceName)
        if services.contains(where: { $0.is("Microsoft.Web/serverFarms") }) { return .pass("", proof) }
        return services.lazy.compactMap(\.reason).first.map { .unknown($0, proof) }
            ?? .fail("\(subnet.title), by which \(site.name) leaves, is not delegated to App Service", proof)
    }

    private static let joined = #""virtualNetworkSubnetId": "\#(SubnetEstate.network)/subnets/out""#
    private static let delegation =
        #""delegations": [{"name": "d", "properties": {"serviceName": "Microsoft.Web/serverfarms"}}]"#

    private static func subnet(_ properties: String) -> String {
        String(SubnetEstate.subnet("out", properties).dropFirst().dropLast())
    }

    private static func site(_ properties: String, beside: String...) -> String {
        let row =
            #"{"id": "/sites/app", "name": "app", "type": "Microsoft.Web/sites", "properties": {\#(properties)}}"#
        return "[\(([row] + beside).joined(separator: ", "))]"
    }
}

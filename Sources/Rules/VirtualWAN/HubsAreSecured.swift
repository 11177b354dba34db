import Topology

extension Control {
    /// W-02: something stands in the middle that looks.
    package static let hubsAreSecured = Control(
        id: "W-02",
        name: "vwan-secured-hub",
        title: "Every virtual hub is a secured hub",
        severity: .high,
        principles: [.assumeBreach],
        types: VirtualHub.types,
        why: """
            A plain hub lets every branch and every network talk to every other. Whoever is in one of them is in \
            all, and no other hub lends it a guarded way to the internet.
            """,
        remediation: Remediation(
            "Put a firewall with a policy into the hub, then send traffic to it by routing intent (W-03).",
            command: """
                az network firewall create -g RG -n FIREWALL --sku AZFW_Hub --tier Premium --vhub HUB \
                --public-ip-count 1 --firewall-policy POLICY
                """
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-virtual-wan\
            #step-2-convert-your-azure-virtual-wan-hubs-to-secured-hubs
            """,
        benchmarks: [
            "mcsb": ["NS-3"],
            "policy": ["72923a3a-e567-46d3-b3f9-ffb2462a1c3a"],
            "alz": ["D10.03"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let inspection = HubInspection(topology)
            return topology.all(VirtualHub.self).filter { !$0.isRouteServer }.map { hub in
                (hub.resource, judge(hub, inspection))
            }
        },
        examples: [
            .fails(WANEstate.hub()),
            .fails(ExampleRows.estate(WANEstate.hub(), WANEstate.firewall(in: "other"))),
            .fails(ExampleRows.estate(WANEstate.hub(), WANEstate.appliance(in: "other"))),
            .passes(WANEstate.hub(WANEstate.secured)),
            .passes(WANEstate.hub(#""securityPartnerProvider": {"id": "/providers/partner"}"#)),
            .passes(ExampleRows.estate(WANEstate.hub(), WANEstate.firewall())),
            .passes(ExampleRows.estate(WANEstate.hub(), WANEstate.appliance())),
            .unknown(WANEstate.hub(#""azureFirewall": {"$symbolic": "[parameters('firewall')]"}"#)),
            .unknown(
                ExampleRows.estate(
                    WANEstate.hub(),
                    ExampleRows.row(
                        "azureFirewalls",
                        "afw",
                        #""virtualHub": {"$symbolic": "[parameters('hub')]"}"#
                    )
                )
            ),
            .notApplicable(WANEstate.routeServer),
        ]
    )

    private static func judge(_ hub: VirtualHub, _ inspection: HubInspection) -> Judgement {
        if let first = inspection.inspectors(of: hub).first {
            return .pass("\(first.id.name) inspects the traffic of \(hub.name)", first.proof)
        }
        return inspection.doubt(about: hub)
            ?? .fail(
                "\(hub.name) passes everything on, and nothing inspects it",
                Proof("azureFirewall", expected: "a firewall, an appliance or a partner's service")
            )
    }
}

import JSON
import Topology

extension Control {
    /// W-03: the firewall of the hub is not only there, traffic goes to it.
    package static let routingIntentCoversAll = Control(
        id: "W-03",
        name: "vwan-routing-intent",
        title: "Routing intent sends internet and private traffic to the firewall of the hub",
        severity: .high,
        principles: [.assumeBreach],
        types: VirtualHub.types + RoutingIntent.types,
        why: """
            A firewall in a hub sees what it is sent and nothing more. Without both policies branches and networks \
            still talk around it, or leave for the internet on their own; a default route of another hub does not help.
            """,
        remediation: Remediation(
            "Give the hub a routing intent with a policy for internet traffic and one for private traffic.",
            command: """
                az network vhub routing-intent create -g RG --vhub HUB -n intent --routing-policies \
                '[{"name": "internet", "destinations": ["Internet"], "nextHop": "FIREWALL-ID"}, \
                {"name": "private", "destinations": ["PrivateTraffic"], "nextHop": "FIREWALL-ID"}]'
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-3-secure-your-traffic",
        benchmarks: [
            "mcsb": ["NS-3"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let inspection = HubInspection(topology)
            return topology.all(VirtualHub.self).filter { !$0.isRouteServer }.map { hub in
                (hub.resource, judge(hub, inspection, topology))
            }
        },
        examples: [
            .fails(secured(WANEstate.intent([("PrivateTraffic", firewall)]))),
            .fails(secured(WANEstate.intent([("Internet", firewall)]))),
            .fails(
                secured(
                    WANEstate.intent([("Internet", firewall), ("PrivateTraffic", "azureFirewalls/other")])
                )
            ),
            .fails(secured(WANEstate.connection(to: "vnet-app"))),
            .passes(secured(WANEstate.intent([("Internet", firewall), ("privatetraffic", firewall)]))),
            .passes(
                ExampleRows.estate(
                    WANEstate.hub(),
                    WANEstate.appliance(),
                    WANEstate.intent([("Internet", appliance), ("PrivateTraffic", appliance)])
                )
            ),
            .unknown(WANEstate.hub(WANEstate.secured)),
            .unknown(secured(WANEstate.part("routingIntent", "intent", ""))),
            .unknown(
                secured(WANEstate.intent([("Internet", firewall)]).replacing(#"["Internet"]"#, with: "null"))
            ),
            .unknown(
                secured(
                    WANEstate.intent([("Internet", firewall), ("PrivateTraffic", firewall)])
                        .replacing("nextHop", with: "hop")
                )
            ),
            .unknown(WANEstate.hub(#""azureFirewall": {"$symbolic": "[parameters('firewall')]"}"#)),
            .notApplicable(WANEstate.hub()),
            .notApplicable(WANEstate.routeServer),
        ]
    )

    private static func judge(
        _ hub: VirtualHub,
        _ inspection: HubInspection,
        _ topology: Topology
    ) -> Judgement {
        let inspectors = Set(inspection.inspectors(of: hub).map(\.id))
        guard !inspectors.isEmpty else {
            return inspection.doubt(about: hub)
                ?? .notApplicable("\(hub.name) has nothing to send its traffic to (W-02).")
        }
        guard let intent = topology.all(RoutingIntent.self, below: hub.id).first else {
            // Parts of hubs are exported one by one: without any of this one nothing is proven.
            return topology.children(of: hub.id).isEmpty
                ? .unknown("The input holds no parts of \(hub.name): export its routingIntent", Proof("id"))
                : .fail("\(hub.name) has a firewall and no routing intent that leads there", Proof("id"))
        }
        let list = Proof("routingPolicies", in: intent.resource)
        return intent.resource.fields.objects("routingPolicies").judged(by: list, of: intent.name) {
            policies in
            let read = policies.enumerated().map {
                RoutingPolicyText($1, at: "routingPolicies[\($0)]", in: intent)
            }
            return .combining(
                [
                    judge("Internet", "what leaves for the internet", read, to: inspectors, of: hub, list),
                    judge("PrivateTraffic", "private traffic", read, to: inspectors, of: hub, list),
                ],
                pass: "\(hub.name) sends internet and private traffic to its firewall"
            )
        }
    }

    /// Judges one sort of traffic.
    private static func judge(
        _ traffic: String,
        _ words: String,
        _ policies: [RoutingPolicyText],
        to inspectors: Set<ResourceID>,
        of hub: VirtualHub,
        _ list: Proof
    ) -> Judgement {
        let own = policies.first { policy in
            policy.destinations.value?.contains { $0.lowercased() == traffic.lowercased() } == true
        }
        guard let own else {
            let doubt = policies.first { $0.destinations.value == nil }
            return doubt.map {
                .unknown($0.destinations.gap("\($0.path).destinations") ?? "", $0.proof("destinations"))
            } ?? .fail("\(hub.name) does not send \(words) to its firewall", list)
        }
        let hop = own.proof("nextHop")
        return own.nextHop.judged(by: hop, of: hub.name) { id in
            inspectors.contains(id)
                ? .pass("\(hub.name) sends \(words) to \(id.name)", hop)
                : .fail("\(hub.name) sends \(words) to \(id.name), which does not stand in it", hop)
        }
    }

    private static let firewall = "azureFirewalls/afw"
    private static let appliance = "networkVirtualAppliances/nva"

    private static func secured(_ part: String) -> String {
        ExampleRows.estate(WANEstate.hub(WANEstate.secured), part)
    }
}

/// A routing policy with where it stands.
private struct RoutingPolicyText {
    let path: String
    let destinations: Setting<[String]>
    let nextHop: Setting<ResourceID>
    private let holder: Resource

    init(_ fields: JSONObject, at path: String, in intent: RoutingIntent) {
        self.path = path
        destinations = fields.list("destinations")
        nextHop = fields.link("nextHop")
        holder = intent.resource
    }

    func proof(_ property: String) -> Proof { Proof("\(path).\(property)", in: holder) }
}

import Topology

extension Control {
    /// E2-25: only those services of Microsoft that are wanted come by the circuit.
    package static let microsoftPeeringIsFiltered = Control(
        id: "E2-25",
        name: "microsoft-peering-route-filter",
        title: "A route filter limits what Microsoft peering announces",
        severity: .medium,
        principles: [.assumeBreach],
        types: ExpressRouteCircuit.types + RouteFilter.types,
        why: """
            Microsoft peering can draw the public addresses of every Microsoft service onto the circuit, around \
            whatever inspects the way to the internet. A filter names the few that are meant.
            """,
        remediation: Remediation(
            "Make a route filter with the communities of the services you use and attach it to the peering.",
            command: """
                az network express-route peering update -g RG --circuit-name CIRCUIT -n MicrosoftPeering \
                --route-filter FILTER
                """
        ),
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation\
            #boundaries-to-global-azure-services
            """,
        benchmarks: [
            "mcsb": ["NS-2", "NS-9"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CA-3", "AC-17"],
        ],
        decision: .each { resource, topology in
            guard let circuit = topology.find(ExpressRouteCircuit.self, resource.id) else { return nil }
            let parts = circuit.peerings.map { judge($0, of: circuit, topology) }
            return parts.isEmpty
                ? .notApplicable("\(circuit.name) has no peering.")
                : .combining(parts, pass: "A filter limits the Microsoft peering of \(circuit.name)")
        },
        examples: [
            .fails(CircuitEstate.peered(peering(""))),
            .fails(CircuitEstate.peered(peering("", #""state": "Enabled", "#))),
            .passes(ExampleRows.estate(CircuitEstate.peered(peering(filter)), rules(#""12076:5010""#))),
            .passes(ExampleRows.estate(CircuitEstate.peered(peering(filter)), rules(""), rule)),
            .unknown(CircuitEstate.peered(peering(filter))),
            .unknown(ExampleRows.estate(CircuitEstate.peered(peering(filter)), rules(""))),
            .unknown(
                ExampleRows.estate(
                    CircuitEstate.peered(peering(filter)),
                    rules(#""12076:5010""#).replacing("Allow", with: "Deny")
                )
            ),
            .unknown(
                CircuitEstate.peered(peering("").replacing(#""Microsoft"#, with: #"{}, "x": "Microsoft"#))
            ),
            .notApplicable(
                CircuitEstate.peered(peering("").replacing("MicrosoftPeering", with: "AzurePrivatePeering"))
            ),
            .notApplicable(CircuitEstate.peered(peering("", #""state": "Disabled", "#))),
            .notApplicable(CircuitEstate.peered("")),
        ]
    )

    private static func judge(
        _ peering: ExpressRouteCircuitPeering,
        of circuit: ExpressRouteCircuit,
        _ topology: Topology
    ) -> Judgement {
        func proof(_ path: String, expected: String? = nil) -> Proof {
            .part(path, of: peering.resource, in: circuit.resource, "peerings", expected: expected)
        }
        if let gap = peering.peeringType.gap("peeringType of \(peering.name)") {
            return .unknown(gap, proof("peeringType"))
        }
        guard peering.peeringType.is("MicrosoftPeering"), !peering.state.is("Disabled") else {
            return .notApplicable("\(circuit.name) has no Microsoft peering that is on.")
        }
        let link = proof("routeFilter", expected: "a filter with the communities that are wanted")
        switch peering.routeFilter {
        case .unknown(let reason): return .unknown(reason, link)
        case .absent: return .fail("The Microsoft peering of \(circuit.name) has no route filter", link)
        case .set(let id):
            guard let filter = topology.find(RouteFilter.self, id) else {
                return .unknown("the input does not hold the route filter \(id.name)", link)
            }
            let rules = Proof("rules", in: filter.resource)
            let communities = filter.rules.filter { $0.access.is("Allow") }.flatMap(\.communities)
            return communities.isEmpty
                ? .unknown("the input shows no communities of \(filter.name)", rules, link)
                : .pass("\(filter.name) admits \(communities.joined(separator: ", "))", link, rules)
        }
    }

    private static let filter = "\(ExampleRows.link("routeFilter", "routeFilters", "rf")), "

    private static func peering(_ filter: String, _ state: String = "") -> String {
        #"{"name": "MicrosoftPeering", "properties": {\#(filter)\#(state)"peeringType": "MicrosoftPeering"}}"#
    }

    private static func rules(_ communities: String) -> String {
        ExampleRows.row(
            "routeFilters",
            "rf",
            #""rules": [{"name": "r", "properties": {"access": "Allow", "communities": [\#(communities)]}}]"#
        )
    }

    private static let rule = """
        {"id": "\(ExampleRows.group)/routeFilters/rf/routeFilterRules/extra", "name": "extra",
         "type": "Microsoft.Network/routeFilters/routeFilterRules",
         "properties": {"access": "Allow", "communities": ["12076:5030"]}}
        """
}

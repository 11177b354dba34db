import JSON
import Topology

extension Control {
    /// E2-23: sites that meet behind Azure's back.
    package static let globalReachIsDeliberate = Control(
        id: "E2-23",
        name: "expressroute-global-reach",
        title: "No circuit joins sites by Global Reach",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: ExpressRouteCircuit.types,
        why: """
            With Global Reach two sites talk over Microsoft's backbone without entering a network of yours. The \
            firewall in the hub sees none of it, so something else has to.
            """,
        remediation: Remediation(
            "Remove the connection between the circuits, or name the device that inspects this traffic.",
            command: """
                az network express-route peering connection delete -g RG --circuit-name CIRCUIT \
                --peering-name AzurePrivatePeering -n CONNECTION
                """
        ),
        question: "Where is the traffic between these sites inspected?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#routing-security",
        benchmarks: ["mcsb": ["NS-9"], "nist-800-53": ["CA-3", "AC-17", "AC-4"]],
        decision: .each { resource, topology in
            topology.find(ExpressRouteCircuit.self, resource.id).map { judge($0, topology) }
        },
        examples: [
            .fails(CircuitEstate.circuit(#""globalReachEnabled": true, "peerings": []"#)),
            .fails(
                joined(#""connections": [{"name": "to-b", "properties": {"addressPrefix": "10.9.0.0/29"}}]"#)
            ),
            .fails(joined(#""peeredConnections": [{"name": "from-b", "properties": {}}]"#)),
            .fails(
                ExampleRows.estate(
                    joined(#""connections": []"#),
                    """
                    {"id": "\(ExampleRows.group)/expressRouteCircuits/erc/peerings/private/connections/to-b",
                     "name": "to-b", "type": "Microsoft.Network/expressRouteCircuits/peerings/connections"}
                    """
                )
            ),
            .passes(joined(#""connections": [], "peeredConnections": []"#)),
            .passes(CircuitEstate.circuit(#""globalReachEnabled": false, "peerings": []"#)),
            .unknown(CircuitEstate.circuit(#""globalReachEnabled": {"$symbolic": "[x]"}, "peerings": []"#)),
            .unknown(CircuitEstate.circuit(#""globalReachEnabled": false"#)),
            .unknown(joined(#""connections": {"$symbolic": "[x]"}"#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    private static func judge(_ circuit: ExpressRouteCircuit, _ topology: Topology) -> Judgement {
        let flag = Proof("globalReachEnabled", expected: "false")
        if circuit.globalReachEnabled.value == true {
            return .fail("\(circuit.name) has Global Reach switched on", flag)
        }
        let alone = topology.resources(of: "Microsoft.Network/expressRouteCircuits/peerings/connections")
            .filter { $0.id.parent?.parent == circuit.id }
            .map {
                Judgement.fail("\($0.name) joins \(circuit.name) to another circuit", Proof("id", in: $0))
            }
        let inner = circuit.peerings.flatMap { peering in
            ["connections", "peeredConnections"].map { judge($0, of: peering, at: circuit) }
        }
        var gaps: [Judgement] = []
        if let reason = circuit.globalReachEnabled.reason { gaps.append(.unknown(reason, flag)) }
        if circuit.peerings.isEmpty,
            let gap = circuit.resource.fields.array("peerings").gap("peerings of \(circuit.name)")
        {
            gaps.append(.unknown(gap, Proof("peerings")))
        }
        return .combining(
            alone + inner + gaps + [.pass("", flag)],
            pass: "\(circuit.name) joins no sites to each other"
        )
    }

    private static func judge(
        _ field: String,
        of peering: ExpressRouteCircuitPeering,
        at circuit: ExpressRouteCircuit
    ) -> Judgement {
        let proof = Proof.part(
            field,
            of: peering.resource,
            in: circuit.resource,
            "peerings",
            expected: "none"
        )
        switch peering.resource.fields.array(field) {
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent: return .pass("", proof)
        case .set(let connections):
            let names = connections.map { $0.member("name")?.string ?? "another circuit" }
            return names.isEmpty
                ? .pass("", proof)
                : .fail("\(circuit.name) is joined to \(names.joined(separator: " and "))", proof)
        }
    }

    private static func joined(_ connections: String) -> String {
        CircuitEstate.peered(#"{"name": "private", "properties": {\#(connections)}}"#)
    }
}

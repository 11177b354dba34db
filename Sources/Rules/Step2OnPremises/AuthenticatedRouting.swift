import JSON
import Topology

extension Control {
    /// E2-10: the router at the other end of a circuit proves who it is.
    package static let authenticatedRouting = Control(
        id: "E2-10",
        name: "expressroute-bgp-authentication",
        title: "BGP sessions on ExpressRoute are authenticated",
        severity: .info,
        principles: [.verifyExplicitly],
        types: ["Microsoft.Network/expressRouteCircuits"],
        why: """
            Whoever can speak BGP on the link can announce routes and draw traffic to themselves. A shared MD5 \
            key keeps strangers out of the session; Azure does not show whether one is set.
            """,
        remediation: Remediation(
            "Set the same key on the peering and on your router.",
            command: """
                az network express-route peering update -g RG --circuit-name CIRCUIT \
                -n AzurePrivatePeering --shared-key KEY
                """
        ),
        question: "Is an MD5 key configured for each peering, on your routers too?",
        documentation: """
            https://learn.microsoft.com/security/zero-trust/azure-networking-encryption\
            #step-2-secure-and-verify-communication-from-an-on-premises-network-to-azure-vnets
            """,
        benchmarks: [
            "mcsb": ["NS-9", "IM-4"],
            "nist-800-53": ["CA-3", "AC-17", "AC-4", "IA-9"],
        ],
        decision: .each { resource, topology in
            guard let circuit = topology.find(ExpressRouteCircuit.self, resource.id) else { return nil }
            guard !circuit.peerings.isEmpty else {
                return .notApplicable("\(circuit.name) has no peering and so no BGP session.")
            }
            let keyless = circuit.peerings.filter { ($0.resource.fields["sharedKey"]?.string ?? "").isEmpty }
            guard !keyless.isEmpty else { return .pass("Every peering of \(circuit.name) has a shared key") }
            let names = keyless.map(\.name).joined(separator: " and ")
            return .ask(
                "Is an MD5 key configured for \(names) of \(circuit.name), on your routers too?",
                .part("sharedKey", of: keyless[0].resource, in: resource, "peerings")
            )
        },
        examples: [
            .asks(
                CircuitEstate.peered(
                    #"{"name": "AzurePrivatePeering", "properties": {"peeringType": "AzurePrivatePeering"}}"#
                )
            ),
            .passes(
                CircuitEstate.peered(
                    #"{"name": "AzurePrivatePeering", "properties": {"sharedKey": "a-key"}}"#
                )
            ),
            .notApplicable(CircuitEstate.peered("")),
        ]
    )
}

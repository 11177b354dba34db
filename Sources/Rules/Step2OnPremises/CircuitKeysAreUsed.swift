import JSON
import Topology

extension Control {
    /// E2-24: no key to the circuit lies about.
    package static let circuitKeysAreUsed = Control(
        id: "E2-24",
        name: "circuit-authorizations",
        title: "Every authorization of a circuit is redeemed by a connection that is known",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ExpressRouteCircuit.types,
        why: """
            Whoever holds an unused key joins a network of their own to the circuit, from any subscription, and \
            stands behind your edge. Nobody is asked again.
            """,
        remediation: Remediation(
            "Delete the authorizations that no connection uses.",
            command: "az network express-route auth delete -g RG --circuit-name CIRCUIT -n AUTHORIZATION"
        ),
        question: "Who was given the key?",
        documentation:
            "https://learn.microsoft.com/azure/expressroute/expressroute-howto-linkvnet-portal-resource-manager",
        benchmarks: [
            "mcsb": ["PA-3", "NS-9"],
            "nist-800-53": ["AC-2", "AC-5", "AC-6", "CA-3", "AC-17", "AC-4"],
        ],
        decision: .each { resource, topology in
            topology.find(ExpressRouteCircuit.self, resource.id).map { judge($0, topology) }
        },
        examples: [
            .fails(keys(#""authorizationUseStatus": "Available""#)),
            .fails(
                ExampleRows.estate(
                    CircuitEstate.circuit(""),
                    child(#""authorizationUseStatus": "available""#)
                )
            ),
            .passes(ExampleRows.estate(keys(used), Example.expressRouteEstate)),
            .passes(CircuitEstate.circuit(#""authorizations": []"#)),
            .unknown(keys(used)),
            .unknown(keys(#""authorizationUseStatus": "InUse""#)),
            .unknown(keys("")),
            .unknown(keys(#""authorizationUseStatus": "Lent""#)),
            .unknown(CircuitEstate.circuit("")),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    private static func judge(_ circuit: ExpressRouteCircuit, _ topology: Topology) -> Judgement {
        let list = Proof("authorizations")
        if circuit.authorizations.isEmpty,
            let gap = circuit.resource.fields.array("authorizations").gap("authorizations of \(circuit.name)")
        {
            return .unknown(gap, list)
        }
        return .combining(
            circuit.authorizations.map { judge($0, of: circuit, topology) } + [.pass("", list)],
            pass: "No key to \(circuit.name) is unused"
        )
    }

    private static func judge(
        _ key: ExpressRouteCircuitAuthorization,
        of circuit: ExpressRouteCircuit,
        _ topology: Topology
    ) -> Judgement {
        func proof(_ path: String, _ expected: String) -> Proof {
            .part(path, of: key.resource, in: circuit.resource, "authorizations", expected: expected)
        }
        let status = proof("authorizationUseStatus", "InUse")
        return key.useStatus.judged(by: status, of: key.name) { word in
            if key.useStatus.is("Available") {
                return .fail("Whoever holds \(key.name) may join \(circuit.name)", status)
            }
            guard key.useStatus.is("InUse") else {
                return .unknown("\(key.name) is \(word), which this control does not know", status)
            }
            let user = proof("connectionResourceUri", "a connection of yours")
            return key.connectionResourceURI.judged(by: user, of: key.name) { address in
                let id = ResourceID(address)
                return topology.resource(id) == nil
                    ? .unknown("\(key.name) is used by \(id.name), which the input does not hold", user)
                    : .pass("\(key.name) is used by \(id.name)", user)
            }
        }
    }

    private static let used = """
        "authorizationUseStatus": "InUse", "connectionResourceUri": "\(ExampleRows.group)/connections/cn-circuit"
        """

    private static func keys(_ properties: String) -> String {
        CircuitEstate.circuit(#""authorizations": [{"name": "auth", "properties": {\#(properties)}}]"#)
    }

    private static func child(_ properties: String) -> String {
        """
        {"id": "\(ExampleRows.group)/expressRouteCircuits/erc/authorizations/auth", "name": "auth",
         "type": "Microsoft.Network/expressRouteCircuits/authorizations", "properties": {\(properties)}}
        """
    }
}

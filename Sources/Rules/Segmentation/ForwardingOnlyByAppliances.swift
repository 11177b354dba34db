import Topology

extension Control {
    /// S1-14: machines that pass on what was not meant for them.
    package static let forwardingOnlyByAppliances = Control(
        id: "S1-14",
        name: "nic-ip-forwarding",
        title: "Only network appliances forward packets",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/networkInterfaces"],
        why: """
            A machine that forwards packets is a router between segments that no diagram shows, and a good \
            place from which to read along.
            """,
        remediation: Remediation(
            "Switch IP forwarding off, unless the machine is an appliance that routes point to.",
            command: "az network nic update -g GROUP -n NIC --ip-forwarding false"
        ),
        question: "Is the machine a network appliance?",
        documentation:
            "https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#network",
        benchmarks: [
            "mcsb": ["NS-3"],
            "policy": ["bd352bd5-2853-4985-bf0d-73806b4a5744", "88c0b9da-ce96-4b03-9635-f29a937e2900"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in judgements(of: topology) },
        examples: [
            .passes(nic(#""enableIPForwarding": false"#)),
            .passes("[\(nic(#""enableIPForwarding": true"#)), \(SubnetEstate.toFirewall)]"),
            .fails(nic(#""enableIPForwarding": true"#)),
            .fails(nic(#""enableIpForwarding": true"#)),
            .unknown(nic(#""primary": true"#)),
            .notApplicable(nic(#""privateEndpoint": {"id": "/pes/p"}"#)),
        ]
    )

    private static func judgements(of topology: Topology) -> [(Resource, Judgement)] {
        let hops = Set(topology.all(RouteTable.self).flatMap(\.routes).compactMap(\.nextHopIPAddress.value))
        return topology.all(NetworkInterface.self).filter(\.privateEndpoint.isAbsent).map { nic in
            let proof = Proof("enableIPForwarding", expected: "false")
            switch nic.enableIPForwarding {
            case .set(false): return (nic.resource, .pass("\(nic.name) takes only its own packets", proof))
            case .unknown(let reason): return (nic.resource, .unknown(reason, proof))
            case .absent:
                return (nic.resource, .unknown("the input has no enableIPForwarding of \(nic.name)", proof))
            case .set(true):
                let addresses = nic.ipConfigurations.compactMap(\.privateIPAddress.value)
                guard let hop = addresses.first(where: hops.contains) else {
                    return (
                        nic.resource, .fail("\(nic.name) forwards packets, and no route points to it", proof)
                    )
                }
                return (nic.resource, .pass("\(nic.name) is an appliance: routes point to \(hop)", proof))
            }
        }
    }

    private static func nic(_ properties: String) -> String {
        """
        {"id": "/nics/nic", "name": "nic", "type": "Microsoft.Network/networkInterfaces", "properties": {\(properties),
          "ipConfigurations": [{"name": "one", "properties": {"privateIPAddress": "10.0.0.4"}}]}}
        """
    }
}

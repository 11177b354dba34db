import Topology

extension Control {
    /// W-01: a WAN in which a firewall can stand.
    package static let wanIsStandard = Control(
        id: "W-01",
        name: "vwan-standard",
        title: "The Virtual WAN is of the Standard type",
        severity: .medium,
        principles: [.assumeBreach],
        types: VirtualWAN.types,
        why: """
            A Basic WAN joins sites by VPN and can do nothing else: no firewall in a hub, no routing intent, no \
            ExpressRoute. What the other controls of this section ask for cannot be had in it.
            """,
        remediation: Remediation(
            "Upgrade the WAN to Standard; there is no way back.",
            command: "az network vwan update -g RG -n WAN --type Standard"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#reference-architecture",
        benchmarks: ["mcsb": ["NS-3"], "nist-800-53": ["AC-4", "SC-7", "CM-7"]],
        decision: .each { resource, topology in
            guard let wan = topology.find(VirtualWAN.self, resource.id) else { return nil }
            let proof = Proof("type", expected: "Standard")
            return wan.wanType.judged(by: proof, of: wan.name) { word in
                if wan.wanType.is("Standard") { return .pass("\(wan.name) is a Standard WAN", proof) }
                return wan.wanType.is("Basic")
                    ? .fail("\(wan.name) is a Basic WAN", proof)
                    : .unknown("\(wan.name) is of the type \(word), which this control does not know", proof)
            }
        },
        examples: [
            .fails(WANEstate.wan(#""type": "Basic""#)),
            .passes(WANEstate.wan(#""type": "standard""#)),
            .unknown(WANEstate.wan("")),
            .unknown(WANEstate.wan(#""type": "Grand""#)),
            .notApplicable(WANEstate.routeServer),
        ]
    )
}

import Topology

extension Control {
    /// W-08: who may talk to whom by default, put on record.
    package static let wanTrafficSwitches = Control(
        id: "W-08",
        name: "vwan-traffic-switches",
        title: "The traffic between branches and between networks of a Virtual WAN is on record",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: VirtualWAN.types,
        why: """
            One switch decides whether branches reach each other through the WAN. Either answer can be right: they \
            may back each other up, or have no business with each other. It should be somebody's answer.
            """,
        remediation: Remediation(
            "Switch the traffic between branches off if they have nothing to say to each other.",
            command: "az network vwan update -g RG -n WAN --branch-to-branch-traffic false"
        ),
        question: "Should branches reach each other, and by which firewall?",
        documentation: "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan",
        benchmarks: ["alz": ["D10.06"]],
        decision: .each { resource, topology in
            guard let wan = topology.find(VirtualWAN.self, resource.id) else { return nil }
            let branches = Proof("allowBranchToBranchTraffic")
            let networks = Proof("allowVnetToVnetTraffic")
            return wan.allowBranchToBranchTraffic.judged(by: branches, of: wan.name) { areOpen in
                let word = areOpen ? "may" : "may not"
                return .pass("Branches of \(wan.name) \(word) reach each other", branches, networks)
            }
        },
        examples: [
            .passes(WANEstate.wan(#""allowBranchToBranchTraffic": true, "allowVnetToVnetTraffic": false"#)),
            .passes(WANEstate.wan(#""allowBranchToBranchTraffic": false"#)),
            .unknown(WANEstate.wan("")),
            .unknown(WANEstate.wan(#""allowBranchToBranchTraffic": {"$symbolic": "[x]"}"#)),
            .notApplicable(WANEstate.routeServer),
        ]
    )
}

import Topology

extension Control {
    /// S2-03: traffic of others comes in only where a hub forwards it.
    package static let forwardedTraffic = Control(
        id: "S2-03",
        name: "peering-forwarded-traffic",
        title: "Peerings accept forwarded traffic only where a hub forwards",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/virtualNetworks"],
        why: """
            With this flag a network takes packets that did not begin in its peer. From a hub that is what a \
            firewall needs; from another spoke it lets a third party in through a neighbour.
            """,
        remediation: Remediation(
            "Take the flag off peerings between spokes.",
            command: """
                az network vnet peering update -g RG --vnet-name SPOKE -n PEERING --set allowForwardedTraffic=false
                """
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
        benchmarks: ["mcsb": ["NS-1"], "nist-800-53": ["AC-4", "SC-2", "SC-7"]],
        decision: .networks { layout in
            PeeringFlags.judge(layout, pass: { "\($0.name) takes forwarded traffic from hubs alone" }) {
                peering,
                network in
                let name = "\(peering.name) of \(network.name)"
                let proof = network.proof("allowForwardedTraffic", of: peering, expected: "false")
                switch peering.allowForwardedTraffic {
                case .set(false): return .pass("\(name) takes no forwarded traffic", proof)
                case .absent: return .unknown("the input has no allowForwardedTraffic of \(name)", proof)
                case .unknown(let reason): return .unknown(reason, proof)
                case .set(true): break
                }
                guard let remote = peering.remoteVirtualNetwork.value else {
                    return .unknown("the input does not say where \(name) leads", proof)
                }
                if layout.isHub(network.id) || layout.isHub(remote) {
                    return .pass("\(name) takes forwarded traffic between hub and spoke", proof)
                }
                guard layout.network(remote) != nil else {
                    return .unknown("the input does not hold \(remote.name), which may be a hub", proof)
                }
                return .fail("\(name) takes traffic that the spoke \(remote.name) forwards", proof)
            }
        },
        examples: [
            .fails(
                PeeringFlags.estate(
                    toHub: #""allowForwardedTraffic": true"#,
                    toSpoke: #""allowForwardedTraffic": true"#
                )
            ),
            .passes(
                PeeringFlags.estate(
                    toHub: #""allowForwardedTraffic": true"#,
                    toSpoke: #""allowForwardedTraffic": false"#
                )
            ),
            .unknown(
                ExampleRows.estate(
                    ExampleRows.network(
                        "vnet-a",
                        "10.1.0.0/16",
                        peerings: [ExampleRows.peering(to: "vnet-b")]
                    )
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.network("vnet-a", "10.1.0.0/16"))),
        ]
    )
}

import Topology

extension Control {
    /// D-04: whoever answers for the networks knows the private names.
    package static let privateZonesLinked = Control(
        id: "D-04",
        name: "private-zone-links",
        title: "Private zones are linked to the network that resolves names",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/privateDnsZones"],
        why: """
            A private zone answers only networks it is linked to. Where the resolver's network is missing, the \
            name resolves to its public address, and traffic leaves past the private endpoint.
            """,
        remediation: Remediation(
            """
            Link the zone to the network that resolves: the hub's, or that of the DNS resolver. A hub of a \
            Virtual WAN cannot be linked; use a network for shared services.
            """,
            command: """
                az network private-dns link vnet create -g RG --zone-name ZONE -n LINK --virtual-network VNET \
                --registration-enabled false
                """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-4-secure-your-spoke-vnets",
        benchmarks: ["mcsb": ["NS-10"], "nist-800-53": ["SC-20", "SC-21"]],
        decision: .estate { topology in
            let resolvers = topology.resolvingNetworks
            return topology.all(PrivateDNSZone.self).map { zone in
                let links = topology.children(of: zone.id).compactMap {
                    topology.find(VirtualNetworkLink.self, $0.id)
                }
                return (zone.resource, judge(zone, links, resolvers))
            }
        },
        examples: [
            .fails(zoneEstate(links: 0)),
            .fails(
                zoneEstate(
                    links: 1,
                    ExampleRows.network("vnet-hub", "10.0.0.0/22"),
                    spoke,
                    link(to: "vnet-spoke")
                )
            ),
            .passes(
                zoneEstate(
                    links: 1,
                    ExampleRows.network("vnet-hub", "10.0.0.0/22"),
                    spoke,
                    link(to: "vnet-hub")
                )
            ),
            .passes(zoneEstate(links: 1, link(to: "vnet-hub"))),
            .unknown(zoneEstate(links: 1)),
            .unknown(zoneEstate(links: 1, link(to: "vnet-hub", state: ""))),
            .notApplicable("[]"),
        ]
    )

    private static func judge(
        _ zone: PrivateDNSZone,
        _ links: [VirtualNetworkLink],
        _ resolvers: Setting<Set<ResourceID>>
    ) -> Judgement {
        let expected = "a link to the network that resolves"
        guard !links.isEmpty else {
            let proof = Proof("numberOfVirtualNetworkLinks", expected: expected)
            switch zone.numberOfVirtualNetworkLinks {
            case .set(let count) where count > 0:
                return .unknown("the input does not hold the links of \(zone.name)", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            case .set, .absent: return .fail("\(zone.name) is linked to no network", proof)
            }
        }
        if let reason = resolvers.reason {
            return .unknown(reason, links.prefix(4).map { Proof("virtualNetwork", in: $0.resource) })
        }
        let useful = links.filter { link in
            link.virtualNetwork.value.map { resolvers.value?.contains($0) ?? true } ?? false
        }
        guard !useful.isEmpty else {
            if let reason = links.lazy.compactMap(\.virtualNetwork.reason).first { return .unknown(reason) }
            return .fail(
                "\(zone.name) is linked to no network that resolves names for others",
                links.prefix(4).map { Proof("virtualNetwork", expected: expected, in: $0.resource) }
            )
        }
        let states = useful.map { link -> Judgement in
            let proof = Proof("virtualNetworkLinkState", expected: "Completed", in: link.resource)
            guard let state = link.linkState.value else {
                return .unknown(link.linkState.gap("state of \(link.name)") ?? "", proof)
            }
            let network = link.virtualNetwork.value.map { String($0.name) } ?? link.name
            return state.isSame(as: "Completed")
                ? .pass("\(zone.name) is linked to \(network)", proof)
                : .fail("The link of \(zone.name) to \(network) is not complete: \(state)", proof)
        }
        return states.first { $0.outcome == .pass } ?? .combining(states, pass: "")
    }

    private static let zone = "\(ExampleRows.group)/privateDnsZones/privatelink.blob.core.windows.net"

    /// A network whose names are resolved by a server in the hub.
    private static let spoke = ExampleRows.network(
        "vnet-spoke",
        "10.1.0.0/16",
        #""dhcpOptions": {"dnsServers": ["10.0.0.68"]}"#
    )

    private static func zoneEstate(links: Int, _ beside: String...) -> String {
        let row = """
            {"id": "\(zone)", "name": "privatelink.blob.core.windows.net",
             "type": "Microsoft.Network/privateDnsZones", "properties": {"numberOfVirtualNetworkLinks": \(links)}}
            """
        return "[\(([row] + beside).joined(separator: ", "))]"
    }

    private static func link(
        to network: String,
        state: String = #""virtualNetworkLinkState": "Completed", "#
    ) -> String {
        """
        {"id": "\(zone)/virtualNetworkLinks/l", "name": "l",
         "type": "Microsoft.Network/privateDnsZones/virtualNetworkLinks",
         "properties": {\(state)\(ExampleRows.link("virtualNetwork", "virtualNetworks", network))}}
        """
    }
}

import JSON
import Topology

extension Control {
    /// D-01: who asks where for names is seen, and can be stopped.
    package static let spokesAskGuardedResolver = Control(
        id: "D-01",
        name: "dns-servers",
        title: "Networks ask the firewall or the private resolver for names",
        severity: .medium,
        principles: [.assumeBreach],
        types: VirtualNetwork.types,
        why: """
            Every connection begins with a question for a name, and data leaves inside such questions too. Where \
            they go past the firewall, nothing records them, and its rules for names see other answers.
            """,
        remediation: Remediation(
            "Set the firewall's address, or that of the resolver's inbound endpoint, as the network's DNS server.",
            command: "az network vnet update -g GROUP -n VNET --dns-servers FIREWALL-ADDRESS"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-virtual-wan#step-1-create-azure-firewall-policy",
        benchmarks: ["mcsb": ["NS-10"], "nist-800-53": ["SC-20", "SC-21"]],
        decision: .networks { layout in
            let resolvers = GuardedResolvers(layout)
            return layout.networks.map { ($0.resource, judge($0, resolvers)) }
        },
        examples: [
            .passes(spokeEstate("10.0.0.68")),
            .passes(spokeEstate("10.0.1.4")),
            .fails(spokeEstate("8.8.8.8")),
            .fails(spokeEstate("10.0.0.68", "9.9.9.9")),
            .fails(spokeEstate("168.63.129.16")),
            .fails(spokeEstate()),
            .fails(ExampleRows.estate(ExampleRows.network("vnet-alone", "10.9.0.0/16"))),
            .unknown(spokeEstate("10.7.0.4")),
            .unknown(
                spokeEstate("10.0.0.68").replacing(
                    #""10.0.0.68"]"#,
                    with: #"{"$symbolic": "[parameters('dns')]"}]"#
                )
            ),
            .notApplicable(ExampleRows.estate(ExampleRows.firewall(in: "vnet-hub"))),
            .notApplicable(
                ExampleRows.estate(
                    ExampleRows.network("vnet-hub", "10.0.0.0/22"),
                    ExampleRows.firewall(in: "vnet-hub")
                )
            ),
        ]
    )

    private static func judge(_ network: VirtualNetwork, _ resolvers: GuardedResolvers) -> Judgement {
        let proof = Proof("dhcpOptions.dnsServers", expected: "the firewall or the resolver")
        switch network.resource.fields.inner("dhcpOptions").list("dnsServers") {
        case .unknown(let reason): return .unknown(reason, proof)
        case .absent, .set([]):
            // Behind the resolver and the firewall Azure itself answers.
            return resolvers.networks.contains(network.id)
                ? .notApplicable("\(network.name) answers the others, and asks Azure itself")
                : .fail(
                    "\(network.name) asks Azure itself, past firewall and resolver",
                    proof,
                    severity: .low
                )
        case .set(let servers):
            return .combining(
                servers.map { judge($0, of: network, resolvers, proof) },
                pass: "\(network.name) asks \(servers.joined(separator: ", "))"
            )
        }
    }

    private static func judge(
        _ server: String,
        of network: VirtualNetwork,
        _ resolvers: GuardedResolvers,
        _ proof: Proof
    ) -> Judgement {
        guard let address = IPAddress(server) else {
            return .unknown("the DNS server \(server) of \(network.name) is no address", proof)
        }
        if resolvers.addresses.contains(address) { return .pass("", proof) }
        if server == "168.63.129.16" {
            return .fail(
                "\(network.name) asks Azure itself, past firewall and resolver",
                proof,
                severity: .low
            )
        }
        let isPrivate = AddressPrefix.privateRanges.contains { $0.contains(address) }
        return isPrivate
            ? .unknown("the input does not show that a firewall or a resolver answers at \(server)", proof)
            : .fail("\(network.name) asks \(server), which is somebody else's", proof, severity: .high)
    }

    /// A spoke beside a hub with a firewall at 10.0.0.68 and a resolver that answers at 10.0.1.4.
    private static func spokeEstate(_ servers: String...) -> String {
        let list = servers.map { #""\#($0)""# }.joined(separator: ", ")
        return ExampleRows.estate(
            ExampleRows.network("vnet-hub", "10.0.0.0/22"),
            ExampleRows.firewall(in: "vnet-hub"),
            ExampleRows.network("vnet-spoke", "10.1.0.0/16", #""dhcpOptions": {"dnsServers": [\#(list)]}"#),
            """
            {"id": "\(ExampleRows.group)/dnsResolvers/r/inboundEndpoints/in", "name": "in",
             "type": "Microsoft.Network/dnsResolvers/inboundEndpoints",
             "properties": {"ipConfigurations": [{"privateIpAddress": "10.0.1.4"}]}}
            """
        )
    }
}

/// Where names are resolved under guard: the addresses of firewalls and resolvers, and the networks they stand in.
private struct GuardedResolvers {
    let addresses: Set<IPAddress>
    let networks: Set<ResourceID>

    init(_ layout: NetworkLayout) {
        let topology = layout.topology
        let endpoints = topology.all(DNSResolverInboundEndpoint.self).flatMap(\.ipConfigurations)
        let firewalls = topology.all(AzureFirewall.self)
        addresses = Set(
            firewalls.compactMap(\.privateIPAddress) + endpoints.compactMap(\.privateIPAddress.value)
        )
        networks = Set(
            firewalls.compactMap(\.virtualNetwork)
                + topology.all(DNSResolver.self).compactMap(\.virtualNetwork.value)
        )
    }
}

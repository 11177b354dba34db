import Reachability
import Topology

extension Control {
    /// R-03: names are asked where they are answered.
    package static let nameServersAreReached = Control(
        id: "R-03",
        name: "dns-path",
        title: "Machines reach the DNS servers their network names",
        severity: .medium,
        principles: [.assumeBreach],
        types: VirtualNetwork.types + NetworkInterface.types,
        why: """
            A machine that does not reach its server resolves nothing, or is helped with a public resolver that \
            nobody watches and that knows no private name.
            """,
        remediation: Remediation(
            "Let UDP and TCP 53 through from the subnet to the server, or name a server that it reaches.",
            command: "az network vnet update -g GROUP -n VNET --dns-servers ADDRESS"
        ),
        documentation:
            "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
        benchmarks: ["mcsb": ["NS-10"], "nist-800-53": ["SC-20", "SC-21"]],
        decision: .packets { tracer in
            let servers = NameServers(tracer)
            return tracer.network.topology.all(VirtualNetwork.self).compactMap { network in
                judge(network, servers).map { (network.resource, $0) }
            }
        },
        examples: [
            .passes(estate("10.0.1.4")),
            .fails(estate("10.0.1.4", deny: "Outbound")),
            .fails(estate("10.0.1.4", deny: "Inbound")),
            .fails(estate("10.9.0.4")),
            .unknown(estate(#"10.0.1.4", {"$symbolic": "[p]"}, "10.0.1.4"#)),
            .unknown(estate("no address")),
            .notApplicable(estate("168.63.129.16")),
            .notApplicable(estate("8.8.8.8")),
            .notApplicable(
                ExampleRows.network("v", "10.0.0.0/16", #""dhcpOptions": {"dnsServers": ["10.0.1.4"]}"#)
            ),
        ]
    )

    /// Nil for a network that has no machine or takes Azure's own resolver; of public ones D-01 speaks.
    private static func judge(_ network: VirtualNetwork, _ servers: NameServers) -> Judgement? {
        let proof = Proof("dhcpOptions.dnsServers", expected: "servers the machines reach")
        let senders = senders(in: network, servers.topology)
        let list = network.resource.fields.inner("dhcpOptions").list("dnsServers")
        guard !senders.isEmpty, !list.isAbsent else { return nil }
        if let reason = list.reason { return .unknown(reason, proof) }
        let named = network.dnsServers.filter(NameServers.isOwn)
        guard !named.isEmpty else { return nil }
        let parts = named.flatMap { server -> [Judgement] in
            guard let target = servers.place(of: server, near: network) else {
                return [
                    .unknown("where the DNS server \(server) of \(network.name) stands cannot be read", proof)
                ]
            }
            return senders.map { judge($0, server, target, servers.tracer, proof) }
        }
        return .combining(parts, pass: "The machines of \(network.name) reach \(Judgement.naming(named))")
    }

    private static func judge(
        _ sender: NetworkInterface,
        _ server: String,
        _ target: Endpoint,
        _ tracer: Tracer,
        _ proof: Proof
    ) -> Judgement {
        guard let origin = try? EndpointResolver(tracer.network).endpoint(of: sender.id) else {
            return .unknown("the input has no private address of \(sender.name)", proof)
        }
        let trace = tracer.trace(from: origin, to: target, protocolNumber: 17, destinationPort: 53)
        let proofs = [proof] + trace.proofs(in: tracer.network.topology)
        switch trace.verdict {
        case .allow: return .pass("", proofs)
        case .unknown:
            return .unknown(trace.assumptions.first?.detail ?? "the way to \(server) is not known", proofs)
        case .deny:
            return .fail("\(sender.name) does not reach its DNS server \(server): \(trace.decider)", proofs)
        }
    }

    /// One machine for each subnet and security group: filters and routes are the same for all of them.
    private static func senders(in network: VirtualNetwork, _ topology: Topology) -> [NetworkInterface] {
        network.subnets.flatMap { subnet -> [NetworkInterface] in
            var seen: Set<ResourceID?> = []
            return topology.networkInterfaces(in: subnet.id).filter { interface in
                !interface.virtualMachine.isAbsent
                    && seen.insert(interface.networkSecurityGroup.value).inserted
            }
        }
    }

    private static func estate(_ server: String, deny direction: String? = nil) -> String {
        let rules = direction.map { direction in
            """
            {"name": "deny", "properties": {"priority": 100, "access": "Deny", "direction": "\(direction)",
             "protocol": "*", "sourceAddressPrefix": "*", "sourcePortRange": "*", "destinationAddressPrefix": "*",
             "destinationPortRange": "53"}}
            """
        }
        let link = ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg")
        func machine(_ name: String, _ subnet: String, _ address: String) -> String {
            let place = ExampleRows.addresses(in: "v", subnet, address)
            let machine = #""virtualMachine": {"id": "/subscriptions/s/virtualMachines/\#(name)"}"#
            return ExampleRows.row("networkInterfaces", name, "\(machine), \(place)")
        }
        return ExampleRows.estate(
            ExampleRows.network(
                "v",
                "10.0.0.0/16",
                subnets: [
                    ExampleRows.subnet("web", "10.0.0.0/24", link),
                    ExampleRows.subnet("dns", "10.0.1.0/24", link),
                ],
                #""dhcpOptions": {"dnsServers": ["\#(server)"]}"#
            ),
            machine("nic-web", "web", "10.0.0.4"),
            machine("nic-dns", "dns", "10.0.1.4"),
            ExampleRows.row("networkSecurityGroups", "nsg", #""securityRules": [\#(rules ?? "")]"#)
        )
    }
}

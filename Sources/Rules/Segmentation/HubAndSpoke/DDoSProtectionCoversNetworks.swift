import Topology

extension Control {
    /// S3-10: the way in stays open under a flood.
    package static let ddosProtectionCoversNetworks = Control(
        id: "S3-10",
        name: "ddos-protection",
        title: "DDoS protection covers every network that has public addresses",
        severity: .medium,
        principles: [.verifyExplicitly, .leastPrivilege, .assumeBreach],
        types: VirtualNetwork.types,
        why: """
            The basic protection saves Azure and not one customer: a flood that is small for Microsoft is \
            large enough for a firewall, a gateway or Bastion, and with them everybody behind is cut off.
            """,
        remediation: Remediation(
            "Attach the network to the plan of the tenant, or protect its few addresses one by one.",
            command:
                "az network vnet update -g GROUP -n VNET --ddos-protection true --ddos-protection-plan PLAN-ID"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-infrastructure-networking#step-2-deploy-azure-ddos-protection-standard",
        benchmarks: [
            "mcsb": ["NS-5"],
            "cis-5.0": ["8.5"],
            "policy": ["a7aca53f-2ed4-4466-a25e-0b45ade68efd", "94de2ad3-e0c1-4caf-ad78-5d47bbc83d3d"],
            "zta": ["25533"],
            "alz": ["D05.06"],
            "nist-800-53": ["SC-5", "SC-7"],
        ],
        decision: .estate { topology in
            let addresses = publicAddresses(of: topology)
            return topology.all(VirtualNetwork.self).map { network in
                (network.resource, judge(network, addresses[network.id, default: []]))
            }
        },
        examples: [
            .passes(estate(#""enableDdosProtection": true, "ddosProtectionPlan": {"id": "/plans/p"}"#)),
            .passes(
                estate(
                    #""enableDdosProtection": false"#,
                    address: #""ddosSettings": {"protectionMode": "enabled"}"#
                )
            ),
            .fails(estate(#""enableDdosProtection": false"#)),
            .fails(
                estate(
                    #""enableDdosProtection": false"#,
                    address: #""ddosSettings": {"protectionMode": "VirtualNetworkInherited"}"#
                )
            ),
            .unknown(estate(#""flowTimeoutInMinutes": 4"#)),
            .unknown(estate(#""enableDdosProtection": true"#)),
            .notApplicable(ExampleRows.network("v", "10.0.0.0/16", #""enableDdosProtection": false"#)),
        ]
    )

    /// The networks of the interfaces behind each load balancer.
    private static func networksOfBalancers(_ topology: Topology) -> [ResourceID: Set<ResourceID>] {
        topology.all(NetworkInterface.self).reduce(into: [:]) { found, interface in
            let pools = interface.ipConfigurations.flatMap(\.loadBalancerBackendAddressPools)
            guard !pools.isEmpty else { return }
            let networks = interface.subnets.compactMap(\.parent)
            for balancer in Set(pools.compactMap(\.parent)) {
                found[balancer, default: []].formUnion(networks)
            }
        }
    }

    /// The public addresses that stand in each network; those of NAT gateways, by which nothing comes in, left out.
    private static func publicAddresses(of topology: Topology) -> [ResourceID: [PublicIPAddress]] {
        let owners = PublicAddressOwners(topology)
        let pooled = networksOfBalancers(topology)
        return topology.all(PublicIPAddress.self).reduce(into: [:]) { found, address in
            guard let owner = owners.owner(of: address), owner.type != NATGateway.types[0],
                let resource = topology.resource(owner.id)
            else { return }
            var networks = topology.virtualNetworks(of: resource)
            if owner.type == LoadBalancer.types[0] {
                networks += pooled[owner.id, default: []]
            }
            for network in Set(networks) { found[network, default: []].append(address) }
        }
    }

    private static func judge(_ network: VirtualNetwork, _ addresses: [PublicIPAddress]) -> Judgement {
        let proof = Proof("enableDdosProtection", expected: "true, with a plan")
        let plan = Proof("ddosProtectionPlan.id", expected: "the id of a plan")
        guard !addresses.isEmpty else { return .notApplicable("\(network.name) holds no public address") }
        if network.enableDDoSProtection == .set(true) {
            return network.ddosProtectionPlan.judged(by: plan, of: network.name) {
                .pass("\($0.name) protects \(network.name)", proof, plan)
            }
        }
        if let reason = network.enableDDoSProtection.reason { return .unknown(reason, proof) }
        let mode = "ddosSettings.protectionMode"
        let open = addresses.filter { !$0.ddosProtectionMode.is("Enabled") }
        if let address = open.first(where: { $0.ddosProtectionMode.reason != nil }) {
            return .unknown(address.ddosProtectionMode.reason ?? "", Proof(mode, in: address.resource))
        }
        guard !open.isEmpty else {
            return .pass(
                "Each public address of \(network.name) has protection of its own",
                addresses.map { Proof(mode, in: $0.resource) }
            )
        }
        if let gap = network.enableDDoSProtection.gap("enableDdosProtection of \(network.name)") {
            return .unknown(gap, proof)
        }
        let names = open.prefix(4).map(\.name).joined(separator: ", ")
        return .fail(
            "No DDoS protection plan covers \(network.name) with \(names)\(open.count > 4 ? " and others" : "")",
            [proof] + open.prefix(4).map { Proof(mode, expected: "Enabled", in: $0.resource) }
        )
    }

    private static func estate(_ network: String, address: String = #""ipAddress": "198.51.100.7""#) -> String
    {
        let place = ExampleRows.addresses(in: "v", "AzureBastionSubnet").replacing(
            #""properties": {"#,
            with: #""properties": {\#(ExampleRows.link("publicIPAddress", "publicIPAddresses", "p")), "#
        )
        return ExampleRows.estate(
            ExampleRows.network("v", "10.0.0.0/16", network),
            ExampleRows.row("publicIPAddresses", "p", address),
            ExampleRows.row("bastionHosts", "bas", place)
        )
    }
}

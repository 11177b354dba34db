import JSON
import Topology

extension Control {
    /// S3-01: one guarded gate instead of many doors.
    package static let guardedInternetEntry = Control(
        id: "S3-01",
        name: "internet-entry",
        title: "Public addresses belong only to what guards the entry",
        severity: .high,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/publicIPAddresses"],
        why: """
            Each public address on a machine or a plain load balancer is an entry of its own, past the firewall \
            and its log. A few guarded ones can be watched.
            """,
        remediation: Remediation(
            """
            Publish the service through the firewall, Front Door or an application gateway, then detach the \
            address from what it opens and delete it.
            """
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-segmentation#internet-boundary",
        benchmarks: [
            "mcsb": ["NS-1", "NS-3", "NS-6"],
            "cis-3.0": ["7.7"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-7"],
            "nist-800-207": ["T1"],
        ],
        decision: .estate { topology in
            let owners = PublicAddressOwners(topology)
            return topology.all(PublicIPAddress.self).map { ($0.resource, judge($0, owners, topology)) }
        },
        examples: [
            .passes(address(owner: "Microsoft.Network/azureFirewalls/fw/azureFirewallIpConfigurations/one")),
            .passes(address(owner: "microsoft.network/applicationgateways/gw/frontendIPConfigurations/one")),
            .passes("[\(address()), \(bastion)]"),
            .fails(address(owner: "Microsoft.Network/networkInterfaces/nic/ipConfigurations/one")),
            .fails(address(owner: "Microsoft.Network/loadBalancers/lb/frontendIPConfigurations/one")),
            .unknown(address(owner: "Microsoft.Contoso/boxes/b")),
            .notApplicable(address()),
        ]
    )

    /// What may stand at the edge, in lower case: guards of the entry, and ways out that nothing enters by.
    private static let guards: Set = [
        "microsoft.network/azurefirewalls", "microsoft.network/applicationgateways",
        "microsoft.network/bastionhosts", "microsoft.network/virtualnetworkgateways",
        "microsoft.network/vpngateways", "microsoft.network/p2svpngateways", "microsoft.network/virtualhubs",
        "microsoft.network/natgateways",
    ]
    private static let doors: Set = [
        "microsoft.network/networkinterfaces", "microsoft.network/loadbalancers",
        "microsoft.compute/virtualmachinescalesets",
    ]

    private static func judge(
        _ address: PublicIPAddress,
        _ owners: PublicAddressOwners,
        _ topology: Topology
    ) -> Judgement {
        let proof = Proof(
            "ipConfiguration.id",
            expected: "a firewall, application gateway, Bastion or gateway"
        )
        if let reason = address.ipConfiguration.reason { return .unknown(reason, proof) }
        guard let owner = owners.owner(of: address) else {
            return .notApplicable("\(address.name) is attached to nothing")
        }
        let type = owner.type.text.lowercased()
        if guards.contains(type) { return .pass("\(address.name) belongs to \(owner.name)", proof) }
        guard doors.contains(type) else {
            return .unknown(
                "\(address.name) belongs to \(owner.name), a \(owner.type) this control does not know",
                proof
            )
        }
        // A load balancer that only lends its address to what leaves lets nothing in.
        if let balancer = topology.find(LoadBalancer.self, owner.id), balancer.rules.isEmpty,
            balancer.inboundNATRules.isEmpty, !balancer.outboundRules.isEmpty
        {
            return .pass(
                "\(address.name) is used only on the way out",
                Proof("outboundRules", in: balancer.resource)
            )
        }
        let kind = type.hasSuffix("loadbalancers") ? "load balancer" : "machine"
        return .fail("\(address.name) opens an entry of its own at the \(kind) \(owner.name)", proof)
            .mended(by: detaching(address.ipConfiguration.value))
    }

    /// An address that is attached cannot be deleted: the way to detach it, where its owner is known.
    private static func detaching(_ configuration: ResourceID?) -> Remediation? {
        guard let configuration, let owner = configuration.parent, let type = owner.type?.text.lowercased(),
            let group = owner.resourceGroup.flatMap({ Remediation.shellWord(String($0)) }),
            let name = Remediation.shellWord(String(owner.name)),
            let part = Remediation.shellWord(String(configuration.name))
        else { return nil }
        let detach: String
        switch type {
        case "microsoft.network/networkinterfaces":
            detach =
                "nic ip-config update -g \(group) --nic-name \(name) -n \(part) --remove publicIpAddress"
        case "microsoft.network/loadbalancers":
            detach = "lb frontend-ip delete -g \(group) --lb-name \(name) -n \(part)"
        default: return nil
        }
        return Remediation(
            guardedInternetEntry.remediation.text,
            command: "az network \(detach) && az network public-ip delete -g GROUP -n ADDRESS"
        )
    }

    private static func address(owner: String? = nil) -> String {
        let configuration = owner.map {
            #""ipConfiguration": {"id": "/subscriptions/s/resourceGroups/rg/providers/\#($0)"}"#
        }
        return """
            {"id": "/pips/p", "name": "p", "type": "Microsoft.Network/publicIPAddresses",
             "properties": {\(configuration ?? "")}}
            """
    }

    private static let bastion = """
        {"id": "/bastions/b", "name": "b", "type": "Microsoft.Network/bastionHosts", "properties": {
          "ipConfigurations": [{"name": "one", "properties": {"publicIPAddress": {"id": "/PIPS/p"}}}]}}
        """
}

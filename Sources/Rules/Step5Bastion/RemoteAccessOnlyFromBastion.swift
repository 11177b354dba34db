import JSON
import Reachability
import Topology

extension Control {
    /// E5-06: no sessions from machine to machine.
    package static let remoteAccessOnlyFromBastion = Control(
        id: "E5-06",
        name: "nsg-rdp-ssh-inside",
        title: "Machines take RDP and SSH only from the Bastion subnet or a VPN pool",
        severity: .medium,
        principles: [.leastPrivilege, .assumeBreach],
        types: ["Microsoft.Network/networkSecurityGroups"],
        why: """
            Whoever holds one machine tries the next one by RDP or SSH. If only Bastion may open such sessions, \
            a stolen machine is a dead end.
            """,
        remediation: Remediation(
            "Allow 22 and 3389 from the Bastion subnet, and deny them to everything else inside.",
            command: """
                az network nsg rule create -g GROUP --nsg-name NSG -n AllowBastion --priority 200 --access Allow \
                --protocol Tcp --source-address-prefixes BASTION-PREFIX --destination-port-ranges 22 3389
                """
        ),
        documentation: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
        benchmarks: [
            "mcsb": ["NS-1", "PA-6"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "AC-2"],
            "nist-800-207": ["T3"],
        ],
        decision: .estate { topology in judgements(of: topology) },
        examples: [
            .passes("[\(place), \(SecurityGroupEstate.group(fromBastion, denyAll))]"),
            .passes("[\(place), \(SecurityGroupEstate.group(denyAll))]"),
            .fails("[\(place), \(SecurityGroupEstate.group(fromBastion))]"),
            .fails(
                "[\(place), \(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", from: "10.0.0.0/8", ports: "22"), denyAll))]"
            ),
            .fails(
                "[\(place), \(SecurityGroupEstate.group(SecurityGroupEstate.rule(100, "Allow", from: "10.7.0.0/28", ports: "22"), denyAll))]"
            ),
            .unknown(
                "[\(place), \(SecurityGroupEstate.group(#"{"name": "odd", "properties": {"priority": 100}}"#, denyAll))]"
            ),
            .notApplicable(SecurityGroupEstate.group()),
            .notApplicable("[\(place), \(SecurityGroupEstate.group())]"),
        ]
    )

    private static func judgements(of topology: Topology) -> [(Resource, Judgement)] {
        let machines = topology.all(NetworkInterface.self).filter { !$0.virtualMachine.isAbsent }
        let subnets = topology.subnets
        let populated = Set(machines.flatMap(\.subnets))
        let guarding = Set(
            subnets.filter { populated.contains($0.id) }.compactMap(\.networkSecurityGroup.value)
                + machines.compactMap(\.networkSecurityGroup.value)
        )
        let bastions = subnets.filter { $0.reservedFor == .bastion }.flatMap(\.addressPrefixes.prefixes)
        let pools = topology.resources(of: "Microsoft.Network/virtualNetworkGateways").flatMap {
            $0.fields.inner("vpnClientConfiguration").inner("vpnClientAddressPool").addresses(
                "addressPrefixes"
            ).prefixes
        }
        let wanted = AddressSet(bastions + pools)
        return topology.all(NetworkSecurityGroup.self).map { group in
            let judgement = guarding.contains(group.id) ? judge(group, wanted) : nil
            return (group.resource, judgement ?? .notApplicable("\(group.name) guards no virtual machine"))
        }
    }

    private static func judge(_ group: NetworkSecurityGroup, _ wanted: AddressSet) -> Judgement {
        let question = PacketBox(from: .inside, ports: IntervalSet([22...22, 3389...3389]))
        let decisions = Filter(group, .inbound).decisions(for: question)
        guard decisions.contains(where: { !$0.rule.isDefault }) else {
            return .notApplicable(
                "No rule of \(group.name) speaks of RDP or SSH; S1-03 says what Azure's own rules let in"
            )
        }
        var narrow: FilterRule?
        for decision in decisions where decision.rule.action != .deny {
            let rule = decision.rule
            let proofs = rule.proofs(in: group.resource, expected: "the Bastion subnet or a VPN pool")
            let names = decision.openTags
            guard rule.action == .allow, decision.isCertain || !names.isEmpty else {
                return Judgement(outcome: .unknown, message: decision.doubt, evidence: proofs, severity: nil)
            }
            // A /16 holds whole networks; a tag such as VirtualNetwork holds all of them (azure-semantics 1.4).
            if names.contains(.virtualNetwork) || decision.packets.sources.count >= 1 << 16 {
                return .fail("\(group.name) takes RDP or SSH from anywhere inside by \(rule.title)", proofs)
            }
            if !wanted.contains(decision.packets.sources) { narrow = narrow ?? rule }
        }
        if let narrow {
            return .fail(
                "\(group.name) takes RDP or SSH by \(narrow.title) from addresses that are neither Bastion nor a VPN pool",
                narrow.proofs(in: group.resource, expected: "the Bastion subnet or a VPN pool"),
                severity: .low
            )
        }
        return .pass(
            "\(group.name) takes RDP and SSH from no other place inside than Bastion",
            Proof("securityRules")
        )
    }

    private static let fromBastion = SecurityGroupEstate.rule(
        100,
        "Allow",
        from: "10.0.1.0/26",
        ports: "22",
        over: "Tcp"
    )
    private static let denyAll = SecurityGroupEstate.rule(4096, "Deny")

    /// A machine behind the security group, and a Bastion subnet.
    private static let place = """
        {"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks", "properties": {"subnets": [
          {"id": "/vnets/v/subnets/web", "name": "web", "properties": {
            "addressPrefix": "10.0.2.0/24", "networkSecurityGroup": {"id": "\(SecurityGroupEstate.id)"}}},
          {"id": "/vnets/v/subnets/b", "name": "AzureBastionSubnet", "properties": {"addressPrefix": "10.0.1.0/26"}}]}},
        {"id": "/nics/nic", "type": "Microsoft.Network/networkInterfaces", "properties": {
          "virtualMachine": {"id": "/vms/vm"},
          "ipConfigurations": [{"name": "one", "properties": {"subnet": {"id": "/vnets/v/subnets/web"}}}]}}
        """
}

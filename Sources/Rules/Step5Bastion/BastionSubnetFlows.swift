import Reachability
import Topology

extension Control {
    /// E5-10: a narrow door for Bastion itself.
    package static let bastionSubnetFlows = Control(
        id: "E5-10",
        name: "bastion-subnet-nsg",
        title: "The filter of the Bastion subnet admits what Bastion needs and nothing else",
        severity: .medium,
        principles: [.leastPrivilege],
        types: ["Microsoft.Network/virtualNetworks/subnets"],
        why: """
            Bastion is the door to every machine behind it. A filter that admits more makes the door wider, and \
            one that misses a flow Bastion needs makes sessions fail until somebody takes the filter away.
            """,
        remediation: Remediation(
            """
            Allow in: 443 from the internet, GatewayManager and AzureLoadBalancer, 8080 and 5701 within \
            VirtualNetwork. Allow out: 22 and 3389 to VirtualNetwork, 443 to AzureCloud, 8080 and 5701 within \
            VirtualNetwork, 80 to the internet.
            """
        ),
        question: "Can 443 be limited to the addresses of your own sites?",
        documentation: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
        benchmarks: [
            "mcsb": ["NS-1", "NS-3"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7", "CM-7"],
        ],
        decision: .estate { topology in
            topology.subnets.filter { $0.reservedFor == .bastion }.map { ($0.resource, judge($0, topology)) }
        },
        examples: [
            .passes("[\(subnet), \(SecurityGroupEstate.group(internet, manager, inner))]"),
            .passes("[\(subnet), \(SecurityGroupEstate.group(internet, manager, balancer, inner, denyAll))]"),
            .fails("[\(subnet), \(SecurityGroupEstate.group(office, inner, balancer))]"),
            .fails("[\(subnet), \(SecurityGroupEstate.group(internet, manager, balancer, denyAll))]"),
            .fails(
                "[\(subnet), \(SecurityGroupEstate.group(internet, manager, SecurityGroupEstate.rule(300, "Allow")))]"
            ),
            .fails(subnet.replacing("networkSecurityGroup", with: "was")),
            .unknown(subnet),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ subnet: Subnet, _ topology: Topology) -> Judgement {
        let proof = Proof("networkSecurityGroup.id", expected: "a group with the flows of Bastion")
        switch subnet.networkSecurityGroup {
        case .absent: return .fail("The Bastion subnet has no security group", proof, severity: .low)
        case .unknown(let reason): return .unknown(reason, proof)
        case .set(let id):
            guard let group = topology.find(NetworkSecurityGroup.self, id) else {
                return .unknown("the input does not hold \(id.name)", proof)
            }
            return judge(group)
        }
    }

    private static func judge(_ group: NetworkSecurityGroup) -> Judgement {
        let (inbound, outbound) = (Filter(group, .inbound), Filter(group, .outbound))
        let needs =
            BastionFlow.inbound.map { $0.judge(inbound, of: group) }
            + BastionFlow.outbound.map { $0.judge(outbound, of: group) }
        // What the owner lets in beyond the list; Azure's own rules are not the owner's.
        let sessions = [Party.virtualNetwork, .inside].map {
            PacketBox(from: $0, ports: IntervalSet([22...22, 3389...3389]))
        }
        let others = PacketBox(from: .internet, ports: IntervalSet<UInt16>(443).complement)
        let extra = (sessions + [others]).flatMap(inbound.decisions).filter {
            $0.rule.action == .allow && !$0.rule.isDefault && !$0.certain.isEmpty
        }.map { decision -> Judgement in
            let packet = decision.witness.map { ", for example \($0)" } ?? ""
            return .fail(
                "\(group.name) admits more than Bastion needs by \(decision.rule.title)\(packet)",
                decision.rule.proofs(in: group.resource)
            ).mended(by: deleting(decision.rule.name, of: group.resource))
        }
        return .combining(
            needs + extra.prefix(1),
            pass: "\(group.name) admits what Bastion needs and no more"
        )
    }

    private static func deleting(_ rule: String, of group: Resource) -> Remediation? {
        guard let place = BastionFlow.place(of: group), let name = Remediation.shellWord(rule) else {
            return nil
        }
        return Remediation(
            "Delete or narrow the rule; Bastion does not need it.",
            command: "az network nsg rule delete \(place) -n \(name)"
        )
    }

    private static let internet = web(120, from: "Internet")
    private static let office = web(120, from: "203.0.113.0/28")
    private static let manager = web(130, from: "GatewayManager")
    private static let balancer = web(140, from: "AzureLoadBalancer")
    private static let inner =
        #"{"name": "inner", "properties": {"priority": 150, "access": "Allow", "direction": "Inbound", "#
        + #""protocol": "*", "sourceAddressPrefix": "VirtualNetwork", "sourcePortRange": "*", "#
        + #""destinationAddressPrefix": "VirtualNetwork", "destinationPortRanges": ["8080", "5701"]}}"#
    private static let denyAll = SecurityGroupEstate.rule(4096, "Deny")

    private static func web(_ priority: Int, from source: String) -> String {
        SecurityGroupEstate.rule(priority, "Allow", from: source, ports: "443", over: "Tcp")
    }

    private static let subnet = """
        {"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks", "properties": {"subnets": [
          {"id": "/vnets/v/subnets/AzureBastionSubnet", "name": "AzureBastionSubnet", "properties": {
            "addressPrefix": "10.0.1.0/26", "networkSecurityGroup": {"id": "\(SecurityGroupEstate.id)"}}}]}}
        """
}

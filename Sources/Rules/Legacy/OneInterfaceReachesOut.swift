import Topology

extension Control {
    /// L-04: the inner side of a machine stays inside.
    package static let oneInterfaceReachesOut = Control(
        id: "L-04",
        name: "multi-nic-egress",
        title: "Of the interfaces of a machine only one reaches the internet",
        severity: .medium,
        principles: [.leastPrivilege],
        types: VirtualMachine.types,
        why: """
            A machine has several interfaces to stand in several segments. Where each of them reaches the \
            internet, what comes in at one side leaves at the other, past the rules of both.
            """,
        remediation: Remediation(
            "Make the subnets of the other interfaces private, and give them no NAT gateway.",
            command:
                "az network vnet subnet update -g GROUP --vnet-name VNET -n SUBNET --default-outbound-access false"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-legacy#default-outbound-access",
        benchmarks: [
            "mcsb": ["NS-1"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in
            topology.find(VirtualMachine.self, resource.id).map { judge($0, topology) }
        },
        examples: [
            .passes(estate("", #""defaultOutboundAccess": false"#)),
            .passes(estate(SubnetEstate.routed, "", SubnetEstate.toFirewall)),
            .fails(estate("", "")),
            .fails(estate(#""natGateway": {"id": "/nats/n"}"#, "")),
            .fails(
                estate(
                    "",
                    #""defaultOutboundAccess": false"#,
                    inner: #""publicIPAddress": {"id": "/pips/p"}, "#
                )
            ),
            .unknown(estate("", SubnetEstate.routed)),
            .notApplicable(SubnetEstate.subnet("a", "", beside: machine, interface("a"))),
        ]
    )

    private static func judge(_ machine: VirtualMachine, _ topology: Topology) -> Judgement {
        let interfaces = topology.networkInterfaces(of: machine)
        guard interfaces.count > 1 || machine.networkInterfaces.count > 1 else {
            return .notApplicable("\(machine.name) has one interface")
        }
        let ways = interfaces.map { ($0, way(out: $0, topology)) }
        let open = ways.filter { $1 == .set(true) }.map(\.0)
        let proofs = ways.map { interface, _ in
            Proof(
                "ipConfigurations[0].subnet.id",
                expected: "a private subnet, except for one",
                in: interface.resource
            )
        }
        guard open.count < 2 else {
            let names = open.map(\.name).joined(separator: ", ")
            return .fail("\(machine.name) reaches the internet past any firewall by each of \(names)", proofs)
        }
        if let reason = ways.lazy.compactMap(\.1.reason).first { return .unknown(reason, proofs) }
        guard interfaces.count >= machine.networkInterfaces.count else {
            return .unknown(
                "the input does not hold all interfaces of \(machine.name)",
                Proof("networkProfile")
            )
        }
        return .pass("\(machine.name) reaches the internet by one interface at most", proofs)
    }

    /// Whether an interface reaches the internet other than through a firewall, which decides for itself.
    private static func way(out interface: NetworkInterface, _ topology: Topology) -> Setting<Bool> {
        if interface.ipConfigurations.contains(where: { $0.publicIPAddress.value != nil }) {
            return .set(true)
        }
        let unread = interface.ipConfigurations.lazy.compactMap {
            $0.publicIPAddress.reason ?? $0.subnet.reason
        }
        if let reason = unread.first { return .unknown(reason: reason) }
        guard let subnet = topology.subnet(interface.subnets.first) else {
            return .unknown(reason: "the input does not hold the subnet of \(interface.name)")
        }
        switch topology.exit(of: subnet) {
        case .implicit, .natGateway, .route(.internet, _, _): return .set(true)
        case .closed, .securedHub, .route: return .set(false)
        case .unknown(let reason): return .unknown(reason: reason)
        }
    }

    private static let machine =
        #"{"id": "/vms/vm", "name": "vm", "type": "Microsoft.Compute/virtualMachines"}"#

    private static func interface(_ subnet: String, _ more: String = "") -> String {
        """
        {"id": "/nics/\(subnet)", "name": "\(subnet)", "type": "Microsoft.Network/networkInterfaces", "properties": {
          "virtualMachine": {"id": "/vms/vm"}, "ipConfigurations": [{"name": "one", "properties": {
            \(more)"subnet": {"id": "\(ExampleRows.group)/virtualNetworks/v/subnets/\(subnet)"}}}]}}
        """
    }

    /// A machine with an interface in each of two subnets.
    private static func estate(
        _ first: String,
        _ second: String,
        _ more: String...,
        inner: String = ""
    ) -> String {
        let network = ExampleRows.network(
            "v",
            "10.0.0.0/16",
            subnets: [
                ExampleRows.subnet("a", "10.0.1.0/24", first), ExampleRows.subnet("b", "10.0.2.0/24", second),
            ]
        )
        return
            "[\(([network, machine, interface("a"), interface("b", inner)] + more).joined(separator: ", "))]"
    }
}

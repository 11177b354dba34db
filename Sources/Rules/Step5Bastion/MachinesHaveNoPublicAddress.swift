import Reachability
import Topology

extension Control {
    /// E5-02: machines stand behind something.
    package static let machinesHaveNoPublicAddress = Control(
        id: "E5-02",
        name: "vm-public-ip",
        title: "No virtual machine has a public address",
        severity: .critical,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/networkInterfaces"],
        why: """
            A machine with an address of its own stands on the internet behind nothing but its filter rules, and \
            past the firewall that the other machines share.
            """,
        remediation: Remediation(
            "Take the address away; let sessions come through Bastion and traffic through a gateway or firewall.",
            command: """
                az network nic ip-config update -g GROUP --nic-name NIC -n IPCONFIG --remove publicIpAddress
                """
        ),
        question: "Is the machine a network appliance that has to stand at the edge?",
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-encryption#step-5-use-azure-bastion-to-protect-azure-virtual-machines",
        benchmarks: [
            "mcsb": ["NS-3", "NS-1"],
            "cis-2.0": ["6.7"],
            "cis-3.0": ["7.7"],
            "policy": ["83a86a26-fd1f-447c-b59d-e51f44264114"],
            "alz": ["D05.08"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7", "SC-2"],
            "nist-800-207": ["T1"],
        ],
        decision: .each(judge),
        examples: [
            .passes(estate(machine: #""virtualMachine": {"id": "/vms/vm"},"#)),
            .fails(estate(machine: #""virtualMachine": {"id": "/vms/vm"},"#, address: #"{"id": "/pips/p"}"#)),
            .unknown(
                estate(
                    machine: #""virtualMachine": {"id": "/vms/vm"},"#,
                    address: #"{"id": {"$symbolic": "[variables('pip')]"}}"#
                )
            ),
            .notApplicable(estate(address: #"{"id": "/pips/p"}"#)),
        ]
    )

    private static func judge(_ resource: Resource, _ topology: Topology) -> Judgement? {
        guard let nic = topology.find(NetworkInterface.self, resource.id), nic.privateEndpoint.isAbsent else {
            return nil
        }
        guard !nic.virtualMachine.isAbsent else {
            return .notApplicable("\(nic.name) belongs to no virtual machine")
        }
        var proofs: [Proof] = []
        for (index, configuration) in nic.ipConfigurations.enumerated() {
            let path = "ipConfigurations[\(index)].publicIPAddress"
            if let reason = configuration.publicIPAddress.reason { return .unknown(reason, Proof(path)) }
            if configuration.publicIPAddress.value != nil { proofs.append(Proof(path, expected: "none")) }
        }
        let machine = nic.virtualMachine.value.map { String($0.name) } ?? nic.name
        guard !proofs.isEmpty else {
            return .pass("\(machine) has no public address", Proof("ipConfigurations"))
        }
        let isOpen = isManageable(nic, topology)
        let isUnseen = nic.ipConfigurations.contains {
            $0.publicIPAddress.value != nil && topology.subnet($0.subnet.value) == nil
        }
        let doors =
            isOpen
            ? ", and RDP or SSH to it is open"
            : isUnseen ? "; whether RDP or SSH is open is not known: the input does not hold its subnet" : ""
        return .fail(
            "\(machine) has a public address\(doors)",
            proofs,
            severity: isOpen ? .critical : .high
        )
    }

    /// Whether RDP or SSH from the internet passes all filters in front of the interface.
    ///
    /// Without any filter a Standard address is closed and a Basic one open (azure-semantics 7.1).
    private static func isManageable(_ nic: NetworkInterface, _ topology: Topology) -> Bool {
        nic.ipConfigurations.contains { configuration in
            // Without the subnet in the input nobody knows whether a filter stands before it.
            guard let address = configuration.publicIPAddress.value,
                let subnet = topology.subnet(configuration.subnet.value)
            else { return false }
            let layers = [subnet.networkSecurityGroup, nic.networkSecurityGroup].filter { !$0.isAbsent }
            let groups = layers.compactMap { topology.find(NetworkSecurityGroup.self, $0) }
            guard groups.count == layers.count else { return false }
            guard !groups.isEmpty else {
                return topology.find(PublicIPAddress.self, address)?.skuName.is("Basic") == true
            }
            return ManagementDoors.remoteDesktopAndShell.isOpen(through: groups.map { Filter($0, .inbound) })
        }
    }

    private static func estate(machine: String = "", address: String = "null") -> String {
        """
        {"id": "/nics/nic", "type": "Microsoft.Network/networkInterfaces", "name": "nic", "properties": {
          \(machine) "ipConfigurations": [{"name": "one", "properties": {
            "subnet": {"id": "/vnets/v/subnets/web"}, "publicIPAddress": \(address)}}]}}
        """
    }
}

/// Estates of networks and machines in subscriptions and groups, for examples.
enum WorkloadEstate {
    /// A firewall in the subscription `hub`, and a machine where it is said.
    static func estate(machineIn subscription: String?, _ more: String...) -> String {
        let machine = subscription.map { [row("Microsoft.Compute/virtualMachines", "vm", in: $0)] } ?? []
        let rows = [row("Microsoft.Network/azureFirewalls", "afw", in: "hub")] + machine + more
        return "[\(rows.joined(separator: ", "))]"
    }

    /// A machine in the subscription `hub` with an interface that forwards packets, or does not.
    static func appliance(forwards: Bool) -> String {
        let id = "/subscriptions/hub/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/nva"
        let machine = row("Microsoft.Compute/virtualMachines", "nva", in: "hub")
        let interface = row(
            "Microsoft.Network/networkInterfaces",
            "nic-nva",
            in: "hub",
            #""virtualMachine": {"id": "\#(id)"}, "enableIPForwarding": \#(forwards)"#
        )
        return "\(machine), \(interface)"
    }

    static func row(
        _ type: String,
        _ name: String,
        in subscription: String = "s",
        group: String = "rg",
        _ properties: String = ""
    ) -> String {
        """
        {"id": "/subscriptions/\(subscription)/resourceGroups/\(group)/providers/\(type)/\(name)", "name": "\(name)",
         "type": "\(type)", "properties": {\(properties)}}
        """
    }
}

/// A machine behind a security group, and what Defender knows of it, for examples.
enum JITEstate {
    private static let group = ExampleRows.group
    private static let machine =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm"
    private static let security = "/subscriptions/s/providers/Microsoft.Security"

    static let pricing = """
        {"id": "\(security)/pricings/VirtualMachines", "type": "Microsoft.Security/pricings", "properties": {}}
        """

    /// A policy for the machine with these ports.
    static func policy(_ ports: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Security/locations/w/jitNetworkAccessPolicies/default",
         "name": "default", "type": "Microsoft.Security/locations/jitNetworkAccessPolicies", "properties": {
           "virtualMachines": [{"id": "\(machine)", "ports": [\(ports)]}]}}
        """
    }

    /// The machine, with one rule that admits a source to a port.
    static func estate(from source: String, port: String = "22", _ more: String...) -> String {
        let filter = ExampleRows.link("networkSecurityGroup", "networkSecurityGroups", "nsg-web")
        let rows = [
            #"{"id": "\#(machine)", "name": "vm", "type": "Microsoft.Compute/virtualMachines", "properties": {}}"#,
            ExampleRows.row(
                "networkInterfaces",
                "nic",
                #""virtualMachine": {"id": "\#(machine)"}, \#(ExampleRows.addresses(in: "v", "web")), \#(filter)"#
            ),
            SecurityGroupEstate.group(
                SecurityGroupEstate.rule(100, "Allow", from: source, ports: port, over: "Tcp"),
                SecurityGroupEstate.rule(4096, "Deny")
            ),
        ]
        return "[\((rows + more).joined(separator: ",\n "))]"
    }
}

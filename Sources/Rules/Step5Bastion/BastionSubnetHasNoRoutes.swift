import Topology

extension Control {
    /// E5-11: a Bastion that works.
    package static let bastionSubnetHasNoRoutes = Control(
        id: "E5-11",
        name: "bastion-subnet-routes",
        title: "The Bastion subnet has no route table",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks/subnets"],
        why: """
            Bastion does not work behind routes of your own. Sessions fail, and in their place people open the \
            ports that Bastion was to keep closed.
            """,
        remediation: Remediation(
            "Take the route table off the subnet.",
            command:
                "az network vnet subnet update -g GROUP --vnet-name VNET -n AzureBastionSubnet --remove routeTable"
        ),
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        decision: .estate { topology in
            topology.subnets.filter { $0.reservedFor == .bastion }.map { subnet in
                let proof = Proof("routeTable.id", expected: "none")
                switch subnet.routeTable {
                case .absent:
                    return (subnet.resource, .pass("The Bastion subnet follows Azure's own routes", proof))
                case .unknown(let reason): return (subnet.resource, .unknown(reason, proof))
                case .set(let table):
                    return (subnet.resource, .fail("The Bastion subnet is routed by \(table.name)", proof))
                }
            }
        },
        examples: [
            .passes(network("AzureBastionSubnet", "")),
            .fails(network("azurebastionsubnet", #""routeTable": {"id": "/routeTables/rt"}"#)),
            .unknown(
                network("AzureBastionSubnet", #""routeTable": {"id": {"$symbolic": "[variables('rt')]"}}"#)
            ),
            .notApplicable(network("web", #""routeTable": {"id": "/routeTables/rt"}"#)),
        ]
    )

    private static func network(_ subnet: String, _ properties: String) -> String {
        """
        {"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks", "properties": {"subnets": [
          {"id": "/vnets/v/subnets/\(subnet)", "name": "\(subnet)", "properties": {\(properties)}}]}}
        """
    }
}

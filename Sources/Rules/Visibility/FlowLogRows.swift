/// Flow logs for the examples of the controls about them.
enum FlowLogRows {
    /// A flow log of a resource of `Microsoft.Network` with further properties.
    static func log(_ name: String = "fl", of target: String, _ properties: String) -> String {
        """
        {"id": "\(ExampleRows.group)/networkWatchers/nw/flowLogs/\(name)", "name": "\(name)",
         "type": "Microsoft.Network/networkWatchers/flowLogs",
         "properties": {"targetResourceId": "\(ExampleRows.group)/\(target)", \(properties)}}
        """
    }

    /// A flow log of a virtual network.
    static func log(_ properties: String) -> String { log(of: "virtualNetworks/vnet-app", properties) }
}

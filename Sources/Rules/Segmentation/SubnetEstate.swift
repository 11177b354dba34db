/// Estates of one virtual network with one subnet, for examples.
enum SubnetEstate {
    static let network =
        "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/spoke"

    static func subnet(_ name: String = "web", _ properties: String = "", beside: String...) -> String {
        let others = beside.map { ", " + $0 }.joined()
        return """
            [{"id": "\(network)", "name": "spoke", "type": "Microsoft.Network/virtualNetworks", "properties": {"subnets": [
              {"id": "\(network)/subnets/\(name)", "name": "\(name)", "properties": {\(properties)}}]}}\(others)]
            """
    }

    /// A route table with one default route, at `/routeTables/rt`.
    static func routes(_ nextHop: String, _ more: String = "") -> String {
        """
        {"id": "/routeTables/rt", "name": "rt", "type": "Microsoft.Network/routeTables", "properties": {\(more)
          "routes": [{"name": "out", "properties": {"addressPrefix": "0.0.0.0/0", \(nextHop)}}]}}
        """
    }

    static let routed = #""routeTable": {"id": "/routeTables/rt"}"#
    static let toFirewall = routes(#""nextHopType": "VirtualAppliance", "nextHopIpAddress": "10.0.0.4""#)
    static let toInternet = routes(#""nextHopType": "Internet""#)

    /// An interface of a virtual machine in the subnet `web`.
    static let machine = """
        {"id": "/nics/nic", "type": "Microsoft.Network/networkInterfaces", "properties": {
          "virtualMachine": {"id": "/vms/vm"},
          "ipConfigurations": [{"name": "one", "properties": {"subnet": {"id": "\(network)/subnets/web"}}}]}}
        """

    /// A hub of a Virtual WAN that takes the network's internet traffic to a firewall.
    static let securedHub = """
        {"id": "/hubs/h/hubVirtualNetworkConnections/c", "properties": {
          "remoteVirtualNetwork": {"id": "\(network)"}, "enableInternetSecurity": true},
         "type": "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections"},
        {"id": "/hubs/h/routingIntent/i", "type": "Microsoft.Network/virtualHubs/routingIntent", "properties": {
          "routingPolicies": [{"name": "out", "destinations": ["Internet"], "nextHop": "/firewalls/fw"}]}}
        """
}

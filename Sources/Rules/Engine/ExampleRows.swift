/// Rows of small estates for examples: each is one resource as Resource Graph writes it.
enum ExampleRows {
    static let group = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network"

    /// The rows as one estate.
    static func estate(_ rows: String...) -> String { "[\(rows.joined(separator: ",\n "))]" }

    /// A resource of `Microsoft.Network` with these properties.
    static func row(_ type: String, _ name: String, _ properties: String) -> String {
        """
        {"id": "\(group)/\(type)/\(name)", "name": "\(name)", "type": "Microsoft.Network/\(type)",
         "properties": {\(properties)}}
        """
    }

    /// A virtual network; `more` are further properties.
    static func network(
        _ name: String,
        _ space: String,
        subnets: [String] = [],
        peerings: [String] = [],
        _ more: String = ""
    ) -> String {
        row(
            "virtualNetworks",
            name,
            """
            "addressSpace": {"addressPrefixes": ["\(space)"]}, "subnets": [\(subnets.joined(separator: ", "))],
              "virtualNetworkPeerings": [\(peerings.joined(separator: ", "))]\(more.isEmpty ? "" : ", ")\(more)
            """
        )
    }

    static func subnet(_ name: String, _ prefix: String, _ more: String = "") -> String {
        """
        {"name": "\(name)", "properties": {"addressPrefix": "\(prefix)"\(more.isEmpty ? "" : ", ")\(more)}}
        """
    }

    /// Half of a connected peering to a network with that address space.
    static func peering(to remote: String, _ space: String = "", _ more: String = "") -> String {
        let known = space.isEmpty ? "" : #", "remoteAddressSpace": {"addressPrefixes": ["\#(space)"]}"#
        return """
            {"name": "to-\(remote)", "properties": {"peeringState": "Connected"\(known),
              "remoteVirtualNetwork": {"id": "\(group)/virtualNetworks/\(remote)"}\(more.isEmpty ? "" : ", ")\(more)}}
            """
    }

    /// A reference to a resource of `Microsoft.Network`, for example `"routeTable": {"id": …}`.
    static func link(_ property: String, _ type: String, _ name: String) -> String {
        #""\#(property)": {"id": "\#(group)/\#(type)/\#(name)"}"#
    }

    /// An IP configuration in a subnet, as gateways, firewalls and interfaces have it.
    static func addresses(in network: String, _ subnet: String, _ address: String = "") -> String {
        let known = address.isEmpty ? "" : #""privateIPAddress": "\#(address)", "#
        return """
            "ipConfigurations": [{"name": "ip", "properties": {\(known)"subnet": \
            {"id": "\(group)/virtualNetworks/\(network)/subnets/\(subnet)"}}}]
            """
    }

    static func firewall(in network: String, at address: String = "10.0.0.68") -> String {
        row("azureFirewalls", "afw-hub", addresses(in: network, "AzureFirewallSubnet", address))
    }

    static func gateway(in network: String, _ type: String = "Vpn") -> String {
        let place = addresses(in: network, "GatewaySubnet")
        return row("virtualNetworkGateways", "vgw", #""gatewayType": "\#(type)", \#(place)"#)
    }

    /// A route table whose routes lead to an appliance.
    static func routeTable(
        _ name: String,
        _ routes: [(prefix: String, hop: String)],
        _ more: String = ""
    ) -> String {
        let written = routes.enumerated().map { index, route in
            """
            {"name": "r\(index)", "properties": {"addressPrefix": "\(route.prefix)",
              "nextHopType": "VirtualAppliance", "nextHopIpAddress": "\(route.hop)"}}
            """
        }
        return row(
            "routeTables",
            name,
            #""routes": [\#(written.joined(separator: ", "))]\#(more.isEmpty ? "" : ", ")\#(more)"#
        )
    }

    /// The interface of a machine.
    static func interface(in network: String, _ subnet: String, _ more: String = "") -> String {
        let machine = #""virtualMachine": {"id": "/subscriptions/s/virtualMachines/vm"}"#
        let place = addresses(in: network, subnet, "10.1.1.4")
        return row(
            "networkInterfaces",
            "nic-\(subnet)",
            "\(machine), \(place)\(more.isEmpty ? "" : ", ")\(more)"
        )
    }
}

/// A private endpoint of a storage account, for examples.
enum EndpointEstate {
    static let zone = "\(ExampleRows.group)/privateDnsZones/privatelink.blob.core.windows.net"

    /// The endpoint with its interface at 10.1.1.4; `names` are what Azure says should resolve to it.
    static func estate(
        _ rows: String...,
        names: String = "",
        interface: String = #"{"id": "\#(ExampleRows.group)/networkInterfaces/nic-pe"}"#,
        service: String = "Microsoft.Storage/storageAccounts/st"
    ) -> String {
        let endpoint = ExampleRows.row(
            "privateEndpoints",
            "pe",
            """
            "networkInterfaces": [\(interface)], "customDnsConfigs": [\(names)], "privateLinkServiceConnections": [
              {"name": "pe", "properties": {"groupIds": ["blob"],
                "privateLinkServiceId": "/subscriptions/s/resourceGroups/rg/providers/\(service)"}}]
            """
        )
        let place = ExampleRows.addresses(in: "vnet", "snet-pe", "10.1.1.4")
        let all = [endpoint, ExampleRows.row("networkInterfaces", "nic-pe", place)] + rows
        return "[\(all.joined(separator: ",\n "))]"
    }

    static func group(zone: String = "privatelink.blob.core.windows.net") -> String {
        """
        {"id": "\(ExampleRows.group)/privateEndpoints/pe/privateDnsZoneGroups/default", "name": "default",
         "type": "Microsoft.Network/privateEndpoints/privateDnsZoneGroups", "properties": {"privateDnsZoneConfigs": [
           {"name": "zone", "properties": {"privateDnsZoneId": "\(ExampleRows.group)/privateDnsZones/\(zone)"}}]}}
        """
    }

    static func record(address: String = "10.1.1.4") -> String {
        """
        {"id": "\(zone)/A/st", "name": "st", "type": "Microsoft.Network/privateDnsZones/A",
         "properties": {"aRecords": [{"ipv4Address": "\(address)"}]}}
        """
    }
}

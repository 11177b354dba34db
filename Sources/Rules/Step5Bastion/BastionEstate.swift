/// Estates of one Bastion for examples.
enum BastionEstate {
    static let id = "\(ExampleRows.group)/bastionHosts/bas"

    /// A Bastion of that tier with these properties.
    static func bastion(_ sku: String, _ properties: String = "") -> String {
        """
        {"id": "\(id)", "name": "bas", "type": "Microsoft.Network/bastionHosts", "sku": {"name": "\(sku)"},
         "properties": {\(properties)}}
        """
    }
}

/// Estates with a Direct port whose keys lie in a vault, for examples.
enum MACsecVaultEstate {
    static let vaultID = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv"
    /// The principal of the port's identity.
    static let principal = "port-principal"

    /// A port with one link whose secrets lie in the vault `kv`.
    static let port = port(
        identity: #", "userAssignedIdentities": {"/ids/port": {"principalId": "\#(principal)"}}"#
    )

    /// The same with these fields of its identity.
    static func port(identity: String) -> String {
        MACsecLinks.estate(
            MACsecLinks.keyed("link1"),
            beside: #""identity": {"type": "UserAssigned"\#(identity)},"#
        )
    }

    /// That port and the vault, with these properties.
    static func vault(_ properties: String, _ beside: String...) -> String {
        let rows = [port, row(properties)] + beside
        return "[\(rows.joined(separator: ",\n "))]"
    }

    static func row(_ properties: String) -> String {
        """
        {"id": "\(vaultID)", "name": "kv", "type": "Microsoft.KeyVault/vaults", "properties": {\(properties)}}
        """
    }
}

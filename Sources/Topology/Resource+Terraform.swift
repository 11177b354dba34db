import JSON

extension Resource {
    /// The address in the Terraform configuration it was read from, for example `module.hub.azurerm_subnet.web["a"]`.
    package var terraformAddress: String? { body.member("terraformAddress")?.string }

    /// The addresses of everything in the Terraform configuration that says something of it, its own first.
    package var terraformAddresses: [String] {
        let merged = body.member("terraformMerged")?.elements.compactMap(\.string) ?? []
        return (terraformAddress.map { [$0] } ?? []) + merged
    }
}

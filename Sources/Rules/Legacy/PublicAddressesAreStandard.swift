import Topology

extension Control {
    /// L-01: no address that is open until somebody closes it.
    package static let publicAddressesAreStandard = Control(
        id: "L-01",
        name: "public-ip-basic",
        title: "No public address is Basic",
        severity: .high,
        principles: [.assumeBreach],
        types: PublicIPAddress.types,
        why: """
            A Basic address admits everything where no filter forbids it; a Standard one nothing that no \
            filter allows. Basic retired on 30 September 2025.
            """,
        remediation: Remediation(
            "Put a filter before what it belongs to, detach the address, raise it to Standard and attach it again.",
            command:
                "az network public-ip update -g GROUP -n ADDRESS --sku Standard --allocation-method Static"
        ),
        documentation:
            "https://learn.microsoft.com/security/zero-trust/azure-networking-legacy#basic-public-ip-sku",
        benchmarks: [
            "mcsb": ["NS-8"],
            "alz": ["D03.05"],
            "nist-800-53": ["CM-2", "CM-6", "CM-7"],
        ],
        decision: .estate { topology in
            let owners = PublicAddressOwners(topology)
            return topology.all(PublicIPAddress.self).map { address in
                let owner = owners.owner(of: address).map { " of \($0.name)" } ?? ""
                return (address.resource, LegacyTier.judge(address.resource, address.skuName, owner))
            }
        },
        examples: [
            .passes(LegacyTier.resource("publicIPAddresses", "standard")),
            .passes(LegacyTier.resource("publicIPAddresses", "StandardV2")),
            .fails(LegacyTier.resource("publicIPAddresses", "Basic")),
            .unknown(ExampleRows.row("publicIPAddresses", "p", "")),
            .unknown(LegacyTier.resource("publicIPAddresses", "Gold")),
            .notApplicable(ExampleRows.network("v", "10.0.0.0/16")),
        ]
    )
}

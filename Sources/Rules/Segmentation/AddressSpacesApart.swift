import Topology

extension Control {
    /// S2-07: an address means one place wherever it can be reached.
    package static let addressSpacesApart = Control(
        id: "S2-07",
        name: "address-overlap",
        title: "Address spaces that can reach each other do not overlap",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworks", "Microsoft.Network/localNetworkGateways"],
        why: """
            Where two places share addresses, routing picks one of them, and a rule for the one opens the other. \
            What is built to get around it, translation above all, hides who talks to whom.
            """,
        remediation: Remediation(
            "Give one of the two another address space, beginning with the one that is easier to move.",
            command: "az network vnet update -g RG -n VNET --address-prefixes NEW_PREFIX"
        ),
        documentation:
            "https://github.com/Azure/review-checklists/blob/main/checklists/alz_checklist.en.json",
        benchmarks: ["alz": ["D03.01"]],
        decision: .networks { layout in
            let overlaps = AddressOverlaps(layout)
            return layout.networks.map { network in
                (network.resource, judge(network, overlaps))
            }
        },
        examples: [
            .fails(spokesEstate("10.1.0.0/16", "10.1.128.0/17")),
            .fails(siteEstate("10.0.0.0/8")),
            .passes(spokesEstate("10.1.0.0/16", "10.2.0.0/16")),
            .passes(siteEstate("192.168.0.0/16")),
            // Networks that cannot reach each other may share addresses.
            .passes(
                ExampleRows.estate(
                    ExampleRows.network("vnet-a", "10.1.0.0/16"),
                    ExampleRows.network("vnet-b", "10.1.0.0/16")
                )
            ),
            .unknown(ExampleRows.estate(ExampleRows.row("virtualNetworks", "vnet-a", #""subnets": []"#))),
            .notApplicable("[]"),
        ]
    )

    private static func judge(
        _ network: VirtualNetwork,
        _ all: AddressOverlaps
    ) -> Judgement {
        let overlaps = all.byNetwork[network.id, default: []]
        let proof = Proof("addressSpace.addressPrefixes")
        guard overlaps.isEmpty else {
            return .combining(
                overlaps.map { own, other in
                    .fail(
                        "\(own.prefix) of \(network.name) overlaps \(other.prefix) of \(other.owner.name)",
                        [own.proof, other.proof]
                    )
                },
                pass: ""
            )
        }
        guard !network.addressSpace.isEmpty else {
            return .unknown("the input does not hold the addresses of \(network.name)", proof)
        }
        if let odd = network.addressSpace.first(where: { $0.prefix == nil }) {
            return .unknown("\(odd) of \(network.name) is no address block", proof)
        }
        if let doubt = all.doubt(about: network.id) { return .unknown(doubt, proof) }
        return .pass("Nothing that \(network.name) can reach shares its addresses", proof)
    }

    private static func spokesEstate(_ first: String, _ second: String) -> String {
        ExampleRows.estate(
            ExampleRows.network(
                "vnet-hub",
                "10.0.0.0/22",
                peerings: [ExampleRows.peering(to: "vnet-a"), ExampleRows.peering(to: "vnet-b")]
            ),
            ExampleRows.network("vnet-a", first),
            ExampleRows.network("vnet-b", second)
        )
    }

    private static func siteEstate(_ site: String) -> String {
        let gateway = ExampleRows.link("virtualNetworkGateway1", "virtualNetworkGateways", "vgw")
        let branch = ExampleRows.link("localNetworkGateway2", "localNetworkGateways", "lgw")
        return ExampleRows.estate(
            ExampleRows.network("vnet-hub", "10.0.0.0/22"),
            ExampleRows.gateway(in: "vnet-hub"),
            ExampleRows.row(
                "localNetworkGateways",
                "lgw",
                #""localNetworkAddressSpace": {"addressPrefixes": ["\#(site)"]}"#
            ),
            ExampleRows.row("connections", "cn", #""connectionType": "IPsec", \#(gateway), \#(branch)"#)
        )
    }
}

import Topology

extension Control {
    /// E5-09: room for Bastion, and for nothing else.
    package static let bastionSubnetIsLarge = Control(
        id: "E5-09",
        name: "bastion-subnet-size",
        title: "The Bastion subnet is a /26 or larger and holds nothing but Bastion",
        severity: .low,
        tier: .extended,
        principles: [.assumeBreach],
        types: Subnet.types,
        why: """
            Bastion grows by instances that each need an address. Where it cannot, sessions are refused on \
            the day everybody needs one, and other ways in are opened.
            """,
        remediation: Remediation(
            "Widen the subnet to a /26 if the addresses beside it are free; else make it anew with Bastion.",
            command: """
                az network vnet subnet update -g GROUP --vnet-name VNET -n AzureBastionSubnet --address-prefixes PREFIX/26
                """
        ),
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        benchmarks: ["alz": ["D05.02"]],
        decision: .estate { topology in
            let unplaced = topology.all(NetworkInterface.self).lazy.flatMap(\.ipConfigurations)
                .compactMap(\.subnet.reason).first
            return topology.subnets.filter { $0.reservedFor == .bastion }
                .map { ($0.resource, judge($0, unplaced, topology)) }
        },
        examples: [
            .passes(ExampleRows.estate(subnet("10.0.1.0/26"))),
            .passes(ExampleRows.estate(subnet("10.0.1.0/25"), bastion)),
            .fails(ExampleRows.estate(subnet("10.0.1.0/27"))),
            .fails(
                ExampleRows.estate(
                    subnet("10.0.1.0/26"),
                    ExampleRows.interface(in: "v", "AzureBastionSubnet")
                )
            ),
            .unknown(ExampleRows.estate(subnet("ten"))),
            .unknown(
                ExampleRows.estate(subnet("10.0.1.0/26").replacing("addressPrefix\"", with: "prefix\""))
            ),
            .notApplicable(
                ExampleRows.network("v", "10.0.0.0/16", subnets: [ExampleRows.subnet("web", "10.0.1.0/28")])
            ),
        ]
    )

    /// Judges a subnet; `unplaced` says why it is not known of every interface where it stands.
    private static func judge(_ subnet: Subnet, _ unplaced: String?, _ topology: Topology) -> Judgement {
        let size = subnet.judgeSize(atMost: 26)
        guard size.outcome != .unknown else { return size }
        let others = topology.occupants(of: subnet.id).filter { $0.type != BastionHost.types[0] }
        let parts =
            [size]
            + others.map { .fail("\($0.name) stands in \(subnet.title) beside Bastion", Proof("id", in: $0)) }
        let doubt = unplaced.map {
            Judgement.unknown("an interface may stand in \(subnet.title): \($0)", size.evidence)
        }
        return .combining(parts + [doubt].compactMap(\.self), pass: "\(subnet.title) has room for Bastion")
    }

    private static func subnet(_ prefix: String) -> String {
        ExampleRows.network("v", "10.0.0.0/16", subnets: [ExampleRows.subnet("AzureBastionSubnet", prefix)])
    }

    private static let bastion = BastionEstate.bastion(
        "Standard",
        ExampleRows.addresses(in: "v", "AzureBastionSubnet")
    )
}

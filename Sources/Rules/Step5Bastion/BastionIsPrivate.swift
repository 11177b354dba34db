import JSON
import Topology

extension Control {
    /// E5-17: the last public address of the administrators.
    package static let bastionIsPrivate = Control(
        id: "E5-17",
        name: "bastion-private",
        title: "Bastion is private, or answers named addresses only",
        severity: .info,
        tier: .extended,
        principles: [.assumeBreach],
        types: BastionHost.types,
        why: """
            Where administrators come by VPN or ExpressRoute, Bastion needs no public address. One that \
            answers the whole internet is one stolen sign-in away from every machine.
            """,
        remediation: Remediation(
            "Limit the addresses that may connect, or make a private Bastion of the Premium tier.",
            command: """
                az network bastion update -g GROUP -n BASTION --network-acls-ips PREFIX
                """
        ),
        documentation: "https://learn.microsoft.com/azure/bastion/configuration-settings",
        benchmarks: [
            "mcsb": ["NS-2"],
            "nist-800-53": ["AC-4", "SC-2", "SC-7"],
        ],
        decision: .each { resource, topology in topology.find(BastionHost.self, resource.id).map(judge) },
        examples: [
            .passes(BastionEstate.bastion("Premium", #""enablePrivateOnlyBastion": true"#)),
            .passes(
                BastionEstate.bastion(
                    "Standard",
                    #""networkAcls": {"ipRules": [{"addressPrefix": "203.0.113.0/26"}]}, \#(address)"#
                )
            ),
            .fails(BastionEstate.bastion("Standard", address)),
            .fails(
                BastionEstate.bastion(
                    "Standard",
                    #""networkAcls": {"ipRules": [{"addressPrefix": "0.0.0.0/0"}]}, \#(address)"#
                )
            ),
            .unknown(BastionEstate.bastion("Standard")),
            .unknown(
                BastionEstate.bastion(
                    "Standard",
                    #""networkAcls": {"$symbolic": "[variables('acls')]"}, \#(address)"#
                )
            ),
            .notApplicable(#"{"id": "/vnets/v", "type": "Microsoft.Network/virtualNetworks"}"#),
        ]
    )

    private static func judge(_ bastion: BastionHost) -> Judgement {
        let only = Proof("enablePrivateOnlyBastion", expected: "true")
        if bastion.enablePrivateOnlyBastion == .set(true) { return .pass("\(bastion.name) is private", only) }
        if let reason = bastion.enablePrivateOnlyBastion.reason { return .unknown(reason, only) }
        let proof = Proof("networkAcls.ipRules", expected: "the addresses that may connect")
        let rules = bastion.resource.fields.object("networkAcls").flatMap { $0.objects("ipRules") }
        if let reason = rules.reason { return .unknown(reason, proof) }
        if let reason = rules.value?.lazy.compactMap({ $0.text("addressPrefix").reason }).first {
            return .unknown(reason, proof)
        }
        let admitted = bastion.allowedAddresses
        if !admitted.isEmpty, !admitted.contains(where: \.isInternet) {
            return .pass("\(bastion.name) answers named addresses only", proof)
        }
        let hasAddress = bastion.resource.fields.items("ipConfigurations").firstIndex {
            $0.link("publicIPAddress").value != nil
        }
        guard let hasAddress else {
            return .unknown("the input does not show a public address of \(bastion.name)", proof)
        }
        return .fail(
            "\(bastion.name) answers the whole internet",
            Proof("ipConfigurations[\(hasAddress)].publicIPAddress.id"),
            proof
        )
    }

    private static let address =
        #""ipConfigurations": [{"name": "ip", "properties": {"publicIPAddress": {"id": "/pips/p"}}}]"#
}

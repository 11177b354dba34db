import Topology

extension Control {
    /// E2-20: FastPath takes packets past the gateway, and past what stands behind it.
    package static let fastPathBypass = Control(
        id: "E2-20",
        name: "expressroute-fastpath",
        title: "FastPath does not take ExpressRoute traffic around inspection",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/connections"],
        why: """
            With FastPath packets from on-premises go straight to the machine, past the gateway's subnet and its \
            routes. A firewall that those routes lead to no longer sees them.
            """,
        remediation: Remediation(
            "Switch FastPath off, or show by effective routes that all of its traffic still meets the firewall.",
            command:
                "az network vpn-connection update -g RG -n CONNECTION --set expressRouteGatewayBypass=false"
        ),
        question: "Were the effective routes looked at after FastPath was switched on?",
        documentation: "https://learn.microsoft.com/azure/expressroute/about-fastpath",
        benchmarks: [
            "mcsb": ["NS-3"],
            "alz": ["D06.08"],
            "nist-800-53": ["AC-4", "SC-7", "CM-7"],
        ],
        decision: .each { resource, _ in
            let type = resource.fields.text("connectionType")
            if let gap = type.gap("connectionType") { return .unknown(gap, Proof("connectionType")) }
            guard type.is("ExpressRoute") else { return nil }
            let proof = Proof("expressRouteGatewayBypass", expected: "false")
            switch resource.fields.flag("expressRouteGatewayBypass") {
            case .set(true): return .fail("\(resource.name) bypasses its gateway by FastPath", proof)
            case .set(false): return .pass("\(resource.name) goes through its gateway", proof)
            case .absent:
                return .unknown("the input does not say whether \(resource.name) uses FastPath", proof)
            case .unknown(let reason): return .unknown(reason, proof)
            }
        },
        examples: [
            .fails(fastPathEstate("true")),
            .passes(fastPathEstate("false")),
            .unknown(Example.expressRouteEstate),
            .unknown(fastPathEstate(#"{"$symbolic": "[parameters('fast')]"}"#)),
            .notApplicable(Example.tunnelEstate("")),
        ]
    )

    private static func fastPathEstate(_ bypass: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/connections/cn-er",
         "name": "cn-er", "type": "Microsoft.Network/connections",
         "properties": {"connectionType": "ExpressRoute", "expressRouteGatewayBypass": \(bypass)}}
        """
    }
}

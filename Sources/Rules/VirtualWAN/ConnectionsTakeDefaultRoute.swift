import Topology

extension Control {
    /// W-05: everybody leaves by the hub.
    package static let connectionsTakeDefaultRoute = Control(
        id: "W-05",
        name: "vwan-default-route",
        title: "Connections to a hub take its default route",
        severity: .medium,
        principles: [.assumeBreach],
        types: HubVirtualNetworkConnection.types + VPNConnection.types + ExpressRouteConnection.types,
        why: """
            A network that does not take the hub's default route keeps a way out of its own. The firewall in the \
            hub guards an exit that this network does not use.
            """,
        remediation: Remediation(
            "Let the connection propagate the default route.",
            command:
                "az network vhub connection update -g RG --vhub-name HUB -n CONNECTION --internet-security true"
        ),
        documentation: "https://learn.microsoft.com/azure/virtual-wan/how-to-routing-policies",
        benchmarks: ["mcsb": ["NS-3"], "nist-800-53": ["AC-4", "SC-7", "CM-7"]],
        decision: .each { resource, _ in
            let proof = Proof("enableInternetSecurity", expected: "true")
            return resource.fields.flag("enableInternetSecurity").judged(by: proof, of: resource.name) {
                $0
                    ? .pass("\(resource.name) takes the default route of its hub", proof)
                    : .fail("\(resource.name) keeps its own way to the internet", proof)
            }
            .mended(by: ways[resource.type])
        },
        examples: [
            .fails(WANEstate.connection(to: "vnet-app", #""enableInternetSecurity": false"#)),
            .fails(site(#""enableInternetSecurity": false"#)),
            .passes(WANEstate.connection(to: "vnet-app", #""enableInternetSecurity": true"#)),
            .passes(site(#""enableInternetSecurity": true"#)),
            .unknown(WANEstate.connection(to: "vnet-app")),
            .unknown(HubCircuitEstate.estate()),
            .notApplicable(WANEstate.hub()),
        ]
    )

    /// How the flag is set on a connection that is not to a network.
    private static let ways: [ResourceType: Remediation] = [
        VPNConnection.types[0]: Remediation(
            "Let the connection of the site propagate the default route.",
            command: """
                az network vpn-gateway connection update -g RG --gateway-name GATEWAY -n CONNECTION \
                --internet-security true
                """
        ),
        ExpressRouteConnection.types[0]: Remediation(
            "Let the connection of the circuit propagate the default route.",
            command: """
                az network express-route gateway connection update -g RG --gateway-name GATEWAY -n CONNECTION \
                --internet-security true
                """
        ),
    ]

    private static func site(_ properties: String) -> String {
        Example.siteLinkEstate("").replacing(
            #""properties": {"vpnLink"#,
            with: #""properties": {\#(properties), "vpnLink"#
        )
    }
}

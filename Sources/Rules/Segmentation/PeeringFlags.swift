import Topology

/// What the controls of single peering flags share.
enum PeeringFlags {
    /// Judges every live peering of every network, and each network by all of its peerings.
    static func judge(
        _ layout: NetworkLayout,
        pass message: @escaping (VirtualNetwork) -> String,
        _ judge: (VirtualNetworkPeering, VirtualNetwork) -> Judgement
    ) -> [(Resource, Judgement)] {
        layout.networks.compactMap { network in
            let peerings = layout.livePeerings(of: network)
            guard !peerings.isEmpty else { return nil }
            let parts = peerings.map { judge($0, network) }
            return (network.resource, .combining(parts, pass: message(network)))
        }
    }

    /// A hub with a firewall and a gateway, and two spokes that are peered with it and with each other.
    ///
    /// `hub` are the flags of the first spoke's half towards the hub, `spoke` those towards the other spoke.
    static func estate(toHub hub: String, toSpoke spoke: String) -> String {
        let off = #""allowForwardedTraffic": false, "allowGatewayTransit": false, "useRemoteGateways": false"#
        let lends = off.replacing(#"Transit": false"#, with: #"Transit": true"#)
        return ExampleRows.estate(
            ExampleRows.network(
                "vnet-hub",
                "10.0.0.0/22",
                peerings: ["vnet-a", "vnet-b"].map { ExampleRows.peering(to: $0, "", lends) }
            ),
            ExampleRows.firewall(in: "vnet-hub"),
            ExampleRows.gateway(in: "vnet-hub"),
            ExampleRows.network(
                "vnet-a",
                "10.1.0.0/16",
                peerings: [
                    ExampleRows.peering(to: "vnet-hub", "", hub),
                    ExampleRows.peering(to: "vnet-b", "", spoke),
                ]
            ),
            ExampleRows.network(
                "vnet-b",
                "10.2.0.0/16",
                peerings: ["vnet-hub", "vnet-a"].map { ExampleRows.peering(to: $0, "", off) }
            )
        )
    }
}

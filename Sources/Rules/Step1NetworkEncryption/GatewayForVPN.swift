import JSON
import Topology

/// What the controls of VPN gateways share.
enum GatewayForVPN {
    /// Judges a virtual network gateway if it is one for VPN.
    static func judge(_ resource: Resource, _ judge: (JSONObject) -> Judgement?) -> Judgement? {
        let type = resource.fields.text("gatewayType")
        if type.is("Vpn") { return judge(resource.fields) }
        if let gap = type.gap("gatewayType") { return .unknown(gap, Proof("gatewayType")) }
        return .notApplicable("\(resource.name) is not a VPN gateway.")
    }

    /// A VPN gateway with these properties.
    static func estate(_ properties: String) -> String {
        """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworkGateways/vgw-vpn",
         "name": "vgw-vpn", "type": "Microsoft.Network/virtualNetworkGateways",
         "properties": {"gatewayType": "Vpn"\(properties.isEmpty ? "" : ", ")\(properties)}}
        """
    }

    /// A gateway for ExpressRoute.
    static let expressRouteEstate = """
        {"id": "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworkGateways/vgw-er",
         "name": "vgw-er", "type": "Microsoft.Network/virtualNetworkGateways",
         "properties": {"gatewayType": "ExpressRoute", "sku": {"name": "ErGw1AZ", "tier": "ErGw1AZ"}}}
        """
}

import JSON
import Topology

extension Control {
    /// E1-09: a gateway of a generation that can be secured.
    package static let currentGatewaySKU = Control(
        id: "E1-09",
        name: "vpn-gateway-sku",
        title: "No VPN gateway is of the Basic or an old SKU",
        severity: .medium,
        principles: [.assumeBreach],
        types: ["Microsoft.Network/virtualNetworkGateways"],
        why: """
            The Basic SKU takes no IPsec policy, signs no user in with Entra ID and stands in one zone. What \
            the other controls of this step ask for cannot be set on it.
            """,
        remediation: Remediation(
            """
            Resize the gateway to a zone-redundant SKU. A Basic gateway cannot be resized: create a new one \
            and move its connections.
            """,
            command: "az network vnet-gateway update -g RG -n GATEWAY --sku VpnGw2AZ"
        ),
        documentation: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpngateways",
        benchmarks: [
            "mcsb": ["NS-8", "NS-9"],
            "policy": ["e345b6c3-24bd-4c93-9bbb-7e5e49a17b78"],
            "nist-800-53": ["CM-2", "CM-6", "CM-7", "CA-3", "AC-17", "AC-4"],
        ],
        decision: .each { resource, _ in
            GatewayForVPN.judge(resource) { fields in judge(fields, of: resource.name) }
        },
        examples: [
            .fails(GatewayForVPN.estate(#""sku": {"name": "Basic", "tier": "Basic"}"#)),
            .fails(GatewayForVPN.estate(#""sku": {"name": "HighPerformance", "tier": "HighPerformance"}"#)),
            .passes(GatewayForVPN.estate(#""sku": {"name": "VpnGw2AZ", "tier": "VpnGw2AZ"}"#)),
            .unknown(GatewayForVPN.estate(#""vpnType": "RouteBased""#)),
            .notApplicable(GatewayForVPN.expressRouteEstate),
        ]
    )

    private static func judge(_ gateway: JSONObject, of name: String) -> Judgement {
        let expected = "VpnGw1AZ or larger"
        switch gateway.object("sku") {
        case .absent:
            return .unknown("the input has no sku of \(name)", Proof("sku.tier", expected: expected))
        case .unknown(let reason): return .unknown(reason, Proof("sku"))
        case .set(let sku):
            // The tier and the name of a gateway's SKU are the same word; some exports carry only one.
            let property = sku["tier"] == nil ? "name" : "tier"
            let proof = Proof("sku.\(property)", expected: expected)
            let tier = sku.text(property)
            guard let word = tier.value else {
                return .unknown(tier.gap("sku.tier") ?? "the input has no tier of \(name)", proof)
            }
            switch word.lowercased() {
            case "basic": return .fail("\(name) is a Basic gateway", proof)
            case "standard", "highperformance":
                return .fail("\(name) is of the old generation (\(word))", proof)
            default: return .pass("\(name) is a \(word) gateway", proof)
            }
        }
    }
}

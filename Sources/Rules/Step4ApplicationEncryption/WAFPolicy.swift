import Topology

/// The two types of WAF policies, and estates of one policy for examples.
enum WAFPolicy {
    static let frontDoorType: ResourceType = "Microsoft.Network/FrontDoorWebApplicationFirewallPolicies"
    static let gatewayType: ResourceType =
        "Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies"
    static let types = [gatewayType, frontDoorType]

    static func gateway(_ properties: String) -> String { estate(gatewayType, properties) }
    static func frontDoor(_ properties: String) -> String { estate(frontDoorType, properties) }

    private static func estate(_ type: ResourceType, _ properties: String) -> String {
        #"{"id": "/wafPolicies/w", "type": "\#(type)", "properties": {\#(properties)}}"#
    }
}

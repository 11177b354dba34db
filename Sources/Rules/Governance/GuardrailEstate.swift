/// A subscription with a network, and policies at a management group above it, for examples.
enum GuardrailEstate {
    /// Assignments of the three policies that guard networks.
    static let all = [
        assignment(
            of: "/providers/Microsoft.Authorization/policyDefinitions/83a86a26-fd1f-447c-b59d-e51f44264114"
        ),
        assignment(
            of: "/providers/Microsoft.Authorization/policyDefinitions/e71308d3-144b-4262-b144-efdc3cc90517"
        ),
        assignment(of: definition),
    ]

    static func estate(
        _ assignments: [String],
        hasDefinition: Bool = true,
        isBelow: Bool = true
    ) -> String {
        let chain = isBelow ? #""managementGroupAncestorsChain": [{"name": "mg"}]"# : ""
        let subscription = """
            {"id": "/subscriptions/s", "name": "s", "type": "Microsoft.Resources/subscriptions",
             "properties": {\(chain)}}
            """
        let rule = """
            {"id": "\(definition)", "name": "next-hops", "type": "Microsoft.Authorization/policyDefinitions", "properties": {
              "policyRule": {"if": {"field": "Microsoft.Network/routeTables/routes/nextHopIpAddress", "exists": true}}}}
            """
        let network = WorkloadEstate.row("Microsoft.Network/virtualNetworks", "vnet")
        let rows = [subscription, network] + (hasDefinition ? [rule] : []) + assignments
        return "[\(rows.joined(separator: ", "))]"
    }

    private static let group = "/providers/Microsoft.Management/managementGroups/mg"
    private static let definition = "\(group)/providers/Microsoft.Authorization/policyDefinitions/next-hops"

    private static func assignment(of definition: String) -> String {
        let name = definition.split(separator: "/").last ?? ""
        return """
            {"id": "\(group)/providers/Microsoft.Authorization/policyAssignments/\(name)", "name": "\(name)",
             "type": "Microsoft.Authorization/policyAssignments", "properties": {"scope": "\(group)",
              "enforcementMode": "Default", "policyDefinitionId": "\(definition)",
              "parameters": {"effect": {"value": "Deny"}}}}
            """
    }
}

/// Estates of two subscriptions for examples of role assignments: one holds the firewall, one builds workloads.
enum RoleEstate {
    static let hub = "/subscriptions/hub"
    static let app = "/subscriptions/app"
    static let root = "/"
    static let managementGroup = "/providers/Microsoft.Management/managementGroups/mg"

    static let owner = "8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
    static let contributor = "b24988ac-6180-42a0-ab88-20f7382dd24c"
    static let networkContributor = "4d97b98b-1d4f-4787-a291-c67834d212e7"
    static let zoneContributor = "b12aa53e-6015-4669-85d0-8515ebb3ae7f"
    static let accessAdministrator = "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"
    static let reader = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
    /// A role that no estate here defines.
    static let stranger = "00000000-0000-0000-0000-00000000abcd"
    static let custom = "00000000-0000-0000-0000-00000000cafe"

    /// A subscription with a firewall, one without, and these rows.
    static func estate(_ rows: String...) -> String {
        let group = "resourceGroups/rg/providers/Microsoft.Network"
        let networks = [
            """
            {"id": "\(hub)/\(group)/azureFirewalls/afw", "name": "afw", "type": "Microsoft.Network/azureFirewalls"},
            {"id": "\(app)/\(group)/virtualNetworks/vnet", "name": "vnet",
             "type": "Microsoft.Network/virtualNetworks"}
            """
        ]
        return "[\((networks + rows).joined(separator: ", "))]"
    }

    /// A role assignment; `more` are further properties.
    static func assigned(
        _ role: String,
        to principal: String = "dev",
        _ kind: String = "Group",
        at scope: String,
        _ more: String = ""
    ) -> String {
        entry("roleAssignments", role, principal, kind, scope, more)
    }

    /// An instance of a role schedule, as Privileged Identity Management keeps it.
    static func scheduled(
        _ role: String,
        _ more: String,
        to kind: String = "Group",
        at scope: String = app,
        isEligible: Bool = false
    ) -> String {
        let type = isEligible ? "roleEligibilityScheduleInstances" : "roleAssignmentScheduleInstances"
        return entry(type, role, "dev", kind, scope, more)
    }

    /// A role definition of the estate's own.
    static func role(
        _ actions: String,
        without notActions: String = "",
        type: String = #""type": "CustomRole", "#
    ) -> String {
        """
        {"id": "/providers/Microsoft.Authorization/roleDefinitions/\(custom)", "name": "\(custom)",
         "type": "Microsoft.Authorization/roleDefinitions", "properties": {"roleName": "Builder", \(type)
          "permissions": [{"actions": [\(actions)], "notActions": [\(notActions)]}]}}
        """
    }

    private static func entry(
        _ type: String,
        _ role: String,
        _ principal: String,
        _ kind: String,
        _ scope: String,
        _ more: String
    ) -> String {
        let below = scope == root ? "" : scope
        let name = "\(principal)-\(role.prefix(4))-\(scope.count)"
        return """
            {"id": "\(below)/providers/Microsoft.Authorization/\(type)/\(name)",
             "type": "Microsoft.Authorization/\(type)", "name": "\(name)", "properties": {
              "roleDefinitionId": "/providers/Microsoft.Authorization/roleDefinitions/\(role)",
              "principalId": "\(principal)", "principalType": "\(kind)", "scope": "\(scope)"\
            \(more.isEmpty ? "" : ", ")\(more)}}
            """
    }
}

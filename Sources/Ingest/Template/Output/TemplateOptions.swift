/// What a template does not say: where it is deployed, and with which parameters.
package struct TemplateOptions: Sendable {
    /// A file of parameters; nil for the one beside the template.
    package var parameters: String?
    package var subscription: String?
    package var resourceGroup: String?
    package var location: String?
    package var tenant: String?
    package var managementGroup: String?
    package var deployment: String?
    /// Whether what Azure fills in is filled in.
    package var fillsIn = true

    package init() {}

    /// The scope for a template of a level; made-up parts are always the same.
    func scope(_ level: DeploymentScope.Level) -> DeploymentScope {
        DeploymentScope(
            level: level,
            tenant: tenant ?? "00000000-0000-0000-0000-00000000000a",
            managementGroup: managementGroup ?? "management-group",
            subscription: subscription ?? "00000000-0000-0000-0000-000000000001",
            resourceGroup: resourceGroup ?? "resource-group",
            location: location ?? "westeurope"
        )
    }

    /// What of a scope is made up, in words.
    func madeUp(_ scope: DeploymentScope) -> String? {
        var parts: [String] = []
        switch scope.level {
        case .resourceGroup:
            if subscription == nil { parts.append("subscription '\(scope.subscription)' (--subscription)") }
            if resourceGroup == nil {
                parts.append("resource group '\(scope.resourceGroup)' (--resource-group)")
            }
        case .subscription:
            if subscription == nil { parts.append("subscription '\(scope.subscription)' (--subscription)") }
        case .managementGroup:
            if managementGroup == nil {
                parts.append("management group '\(scope.managementGroup)' (--management-group)")
            }
        case .tenant:
            if tenant == nil { parts.append("tenant '\(scope.tenant)' (--tenant)") }
        }
        if location == nil { parts.append("location '\(scope.location)' (--location)") }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
}

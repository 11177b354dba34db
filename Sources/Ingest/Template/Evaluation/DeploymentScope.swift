/// Where a deployment puts its resources.
struct DeploymentScope: Sendable {
    enum Level: Sendable {
        case tenant, managementGroup, subscription, resourceGroup

        /// The level that a template's `$schema` names.
        init(schema: String) {
            let schema = schema.lowercased()
            self =
                if schema.contains("/subscriptiondeploymenttemplate") {
                    .subscription
                } else if schema.contains("/managementgroupdeploymenttemplate") {
                    .managementGroup
                } else if schema.contains("/tenantdeploymenttemplate") {
                    .tenant
                } else {
                    .resourceGroup
                }
        }
    }

    var level: Level
    var tenant: String
    var managementGroup: String
    var subscription: String
    var resourceGroup: String
    /// Where the deployment itself is kept, and the default place of its resources.
    var location: String

    /// The id of the scope; empty for the tenant.
    var id: String {
        switch level {
        case .tenant: ""
        case .managementGroup: managementGroupID(managementGroup)
        case .subscription: "/subscriptions/\(subscription)"
        case .resourceGroup: "/subscriptions/\(subscription)/resourceGroups/\(resourceGroup)"
        }
    }

    func managementGroupID(_ name: String) -> String {
        "/providers/Microsoft.Management/managementGroups/\(name)"
    }

    /// The scope that an id names; nil where the id is no scope of a deployment.
    func scope(of id: String) -> DeploymentScope? {
        let segments = id.split(separator: "/").map(String.init)
        var scope = self
        if segments.isEmpty {
            scope.level = .tenant
            return scope
        }
        if segments.count >= 2, segments[0].lowercased() == "subscriptions" {
            scope.subscription = segments[1]
            scope.level = .subscription
            if segments.count >= 4, segments[2].lowercased() == "resourcegroups" {
                scope.resourceGroup = segments[3]
                scope.level = .resourceGroup
            }
            return scope
        }
        if let place = segments.firstIndex(where: { $0.lowercased() == "managementgroups" }),
            place + 1 < segments.count
        {
            scope.managementGroup = segments[place + 1]
            scope.level = .managementGroup
            return scope
        }
        return nil
    }

    /// The id of a resource of this scope.
    ///
    /// - Parameters:
    ///   - base: The id of the scope.
    ///   - type: The full type, for example `Microsoft.Network/virtualNetworks/subnets`.
    ///   - names: One name for each segment of the type behind the namespace.
    /// - Returns: The id.
    static func resourceID(base: String, type: String, names: [String]) -> String {
        let segments = type.split(separator: "/").map(String.init)
        guard let namespace = segments.first else { return base }
        if segments.count == 2, type.lowercased() == "microsoft.resources/resourcegroups",
            let name = names.first,
            base.lowercased().hasPrefix("/subscriptions/")
        {
            let subscription = base.split(separator: "/").prefix(2).joined(separator: "/")
            return "/\(subscription)/resourceGroups/\(name)"
        }
        var id = "\(base)/providers/\(namespace)"
        for (number, segment) in segments.dropFirst().enumerated() {
            id += "/" + segment
            if number < names.count { id += "/" + names[number] }
        }
        return id
    }
}

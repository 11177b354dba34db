import Topology

/// Functions that describe where a deployment goes.
enum ScopeFunctions {
    static let all: [TemplateFunction] = [
        TemplateFunction(
            "resourceGroup",
            0...2,
            .scoped { arguments, frame, run throws(TemplateFault) in
                var scope = frame.deployment.scope
                if arguments.count == 1 { scope.resourceGroup = try arguments.string(0) }
                if arguments.count == 2 {
                    scope.subscription = try arguments.string(0)
                    scope.resourceGroup = try arguments.string(1)
                }
                guard arguments.count > 0 || scope.level == .resourceGroup else {
                    run.tell(
                        .warning,
                        "The template asks for its resource group, and does not go to one.",
                        at: frame.deployment.template.node.origin
                    )
                    throw .unknown(SymbolicValue("resourceGroup()"))
                }
                scope.level = .resourceGroup
                let location = run.groupLocations[scope.id.lowercased()] ?? scope.location
                var group: TemplateObject = [
                    "id": .string(scope.id), "name": .string(scope.resourceGroup),
                    "type": "Microsoft.Resources/resourceGroups", "location": .string(location),
                    "properties": .object(["provisioningState": "Succeeded"]),
                ]
                group.openness = .open("resourceGroup()")
                return .object(group)
            }
        ),
        TemplateFunction(
            "subscription",
            0...1,
            .scoped { arguments, frame, _ throws(TemplateFault) in
                let number = arguments.has(0) ? try arguments.string(0) : frame.deployment.scope.subscription
                var subscription: TemplateObject = [
                    "id": .string("/subscriptions/\(number)"), "subscriptionId": .string(number),
                    "tenantId": .string(frame.deployment.scope.tenant),
                ]
                subscription.openness = .open("subscription()")
                return .object(subscription)
            }
        ),
        TemplateFunction(
            "managementGroup",
            0...1,
            .scoped { arguments, frame, _ throws(TemplateFault) in
                let scope = frame.deployment.scope
                let name = arguments.has(0) ? try arguments.string(0) : scope.managementGroup
                var properties: TemplateObject = ["tenantId": .string(scope.tenant)]
                properties.openness = .open("managementGroup().properties")
                var group: TemplateObject = [
                    "id": .string(scope.managementGroupID(name)), "name": .string(name),
                    "type": "/providers/Microsoft.Management/managementGroups",
                    "properties": .object(properties),
                ]
                group.openness = .open("managementGroup()")
                return .object(group)
            }
        ),
        TemplateFunction(
            "tenant",
            0...0,
            .scoped { _, frame, _ in
                let number = frame.deployment.scope.tenant
                var tenant: TemplateObject = [
                    "id": .string("/tenants/\(number)"), "tenantId": .string(number),
                ]
                tenant.openness = .open("tenant()")
                return .object(tenant)
            }
        ),
    ]
}

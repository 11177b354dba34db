import Topology

enum GovernanceKinds {
    static let cases: [KindCase] = [
        KindCase(
            RoleAssignment.self,
            #""roleDefinitionId":"/role","principalId":"p","principalType":"Group","scope":"/subscriptions/s""#,
            [
                "roleDefinition": "/role", "principalID": "p", "principalType": "Group",
                "assignedScope": "/subscriptions/s",
            ]
        ),
        KindCase(
            RoleDefinition.self,
            #""roleName":"Network Contributor","roleType":"BuiltInRole","permissions":[{"actions":["Microsoft.Network/*"],"notActions":[]}],"assignableScopes":["/"]"#,
            [
                "roleName": "Network Contributor", "roleType": "BuiltInRole", "assignableScopes": "[/]",
                "permissions":
                    "[{actions: [Microsoft.Network/*], notActions: [], dataActions: [], notDataActions: []}]",
            ]
        ),
        KindCase(
            RoleScheduleInstance.self,
            #""roleDefinitionId":"/role","principalId":"p","principalType":"Group","scope":"/subscriptions/s","assignmentType":"Assigned","endDateTime":"2027-06-30T00:00:00Z""#,
            [
                "roleDefinition": "/role", "principalID": "p", "principalType": "Group",
                "scope": "/subscriptions/s", "assignmentType": "Assigned",
                "endDateTime": "2027-06-30T00:00:00Z",
            ]
        ),
        KindCase(
            DefenderPlan.self,
            #""pricingTier":"Standard","subPlan":"P2""#,
            ["pricingTier": "Standard", "subPlan": "P2"]
        ),
        KindCase(
            SecurityContact.self,
            #""emails":"soc@contoso.com","alertNotifications":{"state":"On"}"#,
            ["emails": "soc@contoso.com", "notifications": "On"]
        ),
        KindCase(
            JITPolicy.self,
            #""virtualMachines":[{"id":"/vm","ports":[{"number":22,"protocol":"TCP","allowedSourceAddressPrefix":"*","maxRequestAccessDuration":"PT3H"}]}]"#,
            [
                "virtualMachines":
                    "[{virtualMachine: /vm, ports: [{number: 22, networkProtocol: tcp, allowedSources: [*], maximumDuration: PT3H}]}]"
            ]
        ),
        KindCase(
            DiagnosticSetting.self,
            #""workspaceId":"/law","logAnalyticsDestinationType":"Dedicated","logs":[{"categoryGroup":"allLogs","enabled":true}]"#,
            [
                "workspace": "/law", "destinationType": "Dedicated",
                "logs": "[{categoryGroup: allLogs, enabled: true}]",
            ]
        ),
        KindCase(
            MetricAlert.self,
            #""scopes":["/circuit"],"enabled":true"#,
            ["scopes": "[/circuit]", "enabled": "true"]
        ),
        KindCase(
            ActivityLogAlert.self,
            #""scopes":["/subscriptions/s"],"enabled":true,"condition":{"allOf":[{"field":"operationName","equals":"Microsoft.Network/networkSecurityGroups/write"}]}"#,
            [
                "scopes": "[/subscriptions/s]", "enabled": "true",
                "conditions":
                    "[{field: operationName, equals: Microsoft.Network/networkSecurityGroups/write}]",
            ]
        ),
        KindCase(
            PolicyAssignment.self,
            #""policyDefinitionId":"/definition","enforcementMode":"Default","scope":"/subscriptions/s","parameters":{"effect":{"value":"Deny"}}"#,
            [
                "effect": "Deny",
                "policyDefinition": "/definition", "enforcementMode": "Default", "scope": "/subscriptions/s",
            ]
        ),
        KindCase(ManagementLock.self, #""level":"CanNotDelete""#, ["level": "CanNotDelete"]),
        KindCase(ResourceGroup.self, #""managedBy":"/cluster""#, ["managedBy": "/cluster"]),
        KindCase(
            ManagementGroup.self,
            #""displayName":"Platform","details":{"parent":{"id":"/mg"}}"#,
            ["displayName": "Platform", "parentGroup": "/mg"]
        ),
        KindCase(
            Subscription.self,
            #""displayName":"sub-conn","state":"Enabled""#,
            ["displayName": "sub-conn"]
        ),
    ]
}

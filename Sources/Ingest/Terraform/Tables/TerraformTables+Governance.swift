extension TerraformTables {
    /// Groups, subscriptions, roles, locks, policies, alerts and logs.
    static let governance = """
        azurerm_resource_group Microsoft.Resources/resourceGroups at=group
            managed_by                          /managedBy
        azurerm_subscription Microsoft.Resources/subscriptions at=subscription
            subscription_name|display_name      /displayName
            subscription_id                     /subscriptionId
            tenant_id                           /tenantId
        azurerm_management_group Microsoft.Management/managementGroups at=tenant
            display_name                        displayName
            parent_management_group_id          details.parent.id
        azurerm_user_assigned_identity Microsoft.ManagedIdentity/userAssignedIdentities
            client_id                           clientId
            principal_id                        principalId
        azurerm_role_assignment Microsoft.Authorization/roleAssignments on=scope
            scope                               scope
            role_definition_id                  roleDefinitionId
            role_definition_name                roleDefinitionName
            principal_id                        principalId
            principal_type                      principalType
            condition                           condition
        fragment role_schedule
            scope                               scope
            role_definition_id                  roleDefinitionId
            principal_id                        principalId
            principal_type                      principalType
            schedule.expiration.end_date_time   endDateTime
        azurerm_pim_active_role_assignment Microsoft.Authorization/roleAssignmentScheduleInstances on=scope
            'Assigned'                          assignmentType
            +role_schedule
        azurerm_pim_eligible_role_assignment Microsoft.Authorization/roleEligibilityScheduleInstances on=scope
            +role_schedule
        azurerm_role_definition Microsoft.Authorization/roleDefinitions on=scope name=role_definition_id
            name                                roleName
            'CustomRole'                        type
            permissions[]                       permissions[]
                actions                         actions
                not_actions                     notActions
                data_actions                    dataActions
                not_data_actions                notDataActions
            assignable_scopes                   assignableScopes
        azurerm_management_lock Microsoft.Authorization/locks on=scope
            lock_level                          level
            notes                               notes
        fragment policy
            policy_definition_id                policyDefinitionId
            display_name                        displayName
            enforce                             enforcementMode true=Default false=DoNotEnforce
        azurerm_subscription_policy_assignment Microsoft.Authorization/policyAssignments on=subscription_id
            subscription_id                     scope
            +policy
        azurerm_resource_group_policy_assignment Microsoft.Authorization/policyAssignments on=resource_group_id
            resource_group_id                   scope
            +policy
        azurerm_resource_policy_assignment Microsoft.Authorization/policyAssignments on=resource_id
            resource_id                         scope
            +policy
        azurerm_management_group_policy_assignment Microsoft.Authorization/policyAssignments on=management_group_id
            management_group_id                 scope
            +policy
        azurerm_policy_assignment Microsoft.Authorization/policyAssignments on=scope
            scope                               scope
            +policy
        azurerm_security_center_subscription_pricing Microsoft.Security/pricings at=subscription name=resource_type
            tier                                pricingTier
            subplan                             subPlan
        azurerm_security_center_contact Microsoft.Security/securityContacts at=subscription
            email                               emails
            alert_notifications                 alertNotifications.state true=On false=Off
        azurerm_monitor_diagnostic_setting Microsoft.Insights/diagnosticSettings on=target_resource_id
            log_analytics_workspace_id          workspaceId
            storage_account_id                  storageAccountId
            eventhub_authorization_rule_id      eventHubAuthorizationRuleId
            log_analytics_destination_type      logAnalyticsDestinationType
            enabled_log[]                       logs[+]
                category                        category
                category_group                  categoryGroup
                #true                           enabled
            log[]                               logs[+]
                category                        category
                category_group                  categoryGroup
                enabled                         enabled
            enabled_metric[]                    metrics[+]
                category                        category
                #true                           enabled
            metric[]                            metrics[+]
                category                        category
                enabled                         enabled
        azurerm_monitor_activity_log_alert Microsoft.Insights/activityLogAlerts
            scopes                              scopes
            enabled                             enabled
            criteria[]                          condition.allOf[+] if:category
                'category'                      field
                category                        equals
            criteria[]                          condition.allOf[+] if:operation_name
                'operationName'                 field
                operation_name                  equals
            criteria[]                          condition.allOf[+] if:resource_type
                'resourceType'                  field
                resource_type                   equals
        azurerm_monitor_metric_alert Microsoft.Insights/metricAlerts
            scopes                              scopes
            enabled                             enabled
            severity                            severity
        """
}

import JSON

/// Operations that a role allows and those it takes out again.
package struct RolePermission: Sendable {
    package let actions: [String]
    package let notActions: [String]
    package let dataActions: [String]
    package let notDataActions: [String]

    init(_ fields: JSONObject) {
        actions = fields.texts("actions")
        notActions = fields.texts("notActions")
        dataActions = fields.texts("dataActions")
        notDataActions = fields.texts("notDataActions")
    }
}

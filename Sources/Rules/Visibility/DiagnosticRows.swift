/// Diagnostic settings for the examples of the controls about logs.
enum DiagnosticRows {
    /// A diagnostic setting of a resource that sends these logs to a workspace.
    static func setting(_ logs: [String], of resource: String, _ more: String = "") -> String {
        """
        {"id": "\(resource)/providers/Microsoft.Insights/diagnosticSettings/d", "name": "d",
         "type": "Microsoft.Insights/diagnosticSettings", "properties": {
           "workspaceId": "/subscriptions/s/law"\(more.isEmpty ? "" : ", ")\(more),
           "logs": [\(logs.joined(separator: ", "))]}}
        """
    }

    /// A category that is switched on.
    static func category(_ name: String) -> String { #"{"category": "\#(name)", "enabled": true}"# }

    /// A resource with a diagnostic setting that has these categories on.
    static func logged(_ resource: String, id: String, _ categories: String...) -> String {
        ExampleRows.estate(resource, setting(categories.map(category), of: id))
    }
}

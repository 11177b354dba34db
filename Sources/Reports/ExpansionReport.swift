package import Ingest
import JSON
import Topology

/// What a template deploys, as `expand` prints it.
package struct ExpansionReport: Sendable {
    private let expansion: TemplateExpansion

    package init(_ expansion: TemplateExpansion) { self.expansion = expansion }

    /// The resources and outputs for programs: `bulkhead.resources/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.resources/1")
            writer.objects("resources", expansion.resources) { $0.members($1) }
            writer.object("outputs") { writer in
                for output in expansion.outputs {
                    writer.object(output.name) { writer in
                        writer.member("type", output.type)
                        guard let value = output.value else { return }
                        writer.name("value")
                        writer.value(value)
                    }
                }
            }
            writer.objects("diagnostics", expansion.diagnostics) { $0.members($1) }
        }
        return writer.text + "\n"
    }
}

extension JSONWriter {
    /// A resource: what the template says of it, then what bulkhead knows about it.
    fileprivate mutating func members(_ resource: ExpandedResource) {
        for (name, value) in resource.body.object?.all ?? [] where name != "$assumed" {
            self.name(name)
            if name == "name" { self.value(resource.name) } else { self.value(value) }
        }
        if let scope = resource.scope { member("scope", scope) }
        if let deployment = resource.deployment { member("deployment", deployment) }
        if resource.isExisting { member("existing", true) }
        if !resource.assumed.isEmpty { strings("assumed", resource.assumed) }
    }

    fileprivate mutating func members(_ diagnostic: Diagnostic) {
        member("severity", diagnostic.severity.rawValue)
        member("message", diagnostic.message)
        guard let position = diagnostic.position else { return }
        member("file", position.file)
        member("line", position.line)
        member("column", position.column)
    }

    /// A value of a document, laid out like the rest; its nesting is bounded by that of the document.
    fileprivate mutating func value(_ value: JSONValue) {
        switch value.kind {
        case .object:
            object { writer in
                for (name, member) in value.object?.all ?? [] {
                    writer.name(name)
                    writer.value(member)
                }
            }
        case .array: array { writer in for element in value.elements { writer.value(element) } }
        default: raw(value.text)
        }
    }
}

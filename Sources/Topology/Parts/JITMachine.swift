import JSON

/// A machine under just-in-time access.
package struct JITMachine: Sendable {
    package let virtualMachine: Setting<ResourceID>
    package let ports: [JITPort]

    init(_ fields: JSONObject) {
        virtualMachine = fields.link("id")
        ports = fields.items("ports").map(JITPort.init)
    }
}

package import JSON

/// One resource of the estate as the input gave it: its id, its type and its lazily read body.
package struct Resource: Sendable {
    package let id: ResourceID
    package let type: ResourceType
    package let body: JSONValue

    package init(id: ResourceID, type: ResourceType, body: JSONValue) {
        self.id = id
        self.type = type
        self.body = body
    }

    package var name: String { body.member("name")?.string ?? String(id.name) }
    package var location: String? { body.member("location")?.string }

    /// The ARM fields, in the REST form and in the flattened form alike.
    package var fields: JSONObject { body.fields }
}

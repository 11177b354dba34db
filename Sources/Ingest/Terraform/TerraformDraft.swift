import JSON
import Topology

/// A resource that is being put together from what a file says of it.
struct TerraformDraft {
    let id: ResourceID
    let type: ResourceType
    let name: String
    let address: String
    let isData: Bool
    /// What the file says of it, as a whole.
    let origin: JSONValue
    /// Everything but the id, the name and the type.
    var content: GeneratedValue
    /// The resource of which it is a part, and the array that holds such parts.
    var part: (parent: ResourceID, collection: String)?
    /// The addresses of what was written into it, such as associations.
    var merged: [String] = []
    /// The paths of what Azure, not the file, says.
    var assumed: [String] = []

    /// Puts a value that Azure, not the file, says at a place.
    mutating func assume(_ value: GeneratedValue, at path: [GeneratedValue.Step]) {
        content.put(value, at: path)
        assumed.append(GeneratedValue.Step.spell(path))
    }

    /// The resource in the REST form.
    func body(isPart: Bool) -> GeneratedValue {
        var object = GeneratedObject()
        object["id"] = .text(id.text, from: origin)
        object["name"] = .text(name, from: origin.member("name") ?? origin)
        if !isPart { object["type"] = .text(type.text, from: origin) }
        object["terraformAddress"] = .text(address, from: origin)
        if !merged.isEmpty { object["terraformMerged"] = .array(merged.map { .text($0, from: origin) }) }
        if isData { object["existing"] = .literal("true", from: origin) }
        if !assumed.isEmpty, !isPart { object["assumed"] = .array(assumed.map { .text($0, from: nil) }) }
        for (name, value) in content.object?.members ?? [] where object[name] == nil { object[name] = value }
        return .object(object)
    }
}

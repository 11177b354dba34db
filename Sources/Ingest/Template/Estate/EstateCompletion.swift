/// Fills in what Azure fills in when it deploys a template, and marks each such value.
enum EstateCompletion {
    static func complete(
        _ resources: inout [EvaluatedResource],
        _ references: [String: TemplateRun.ReferenceTarget?]
    ) {
        PeeringCompletion.complete(&resources)
        AddressCompletion.complete(&resources)
        ProvisioningDefaults.complete(&resources)
        ReferenceCompletion.complete(&resources, references)
    }
}

extension EvaluatedResource {
    /// Whether it is a known type, and not one that is only referred to.
    func isNew(_ type: String) -> Bool { !isExisting && self.type.lowercased() == type.lowercased() }

    var apiVersion: String { body["apiVersion"]?.string ?? "" }

    /// Sets a property that is missing.
    mutating func assume(_ name: String, _ value: TemplateValue) {
        body.update("properties") { properties in
            guard properties[name] == nil else { return }
            properties.set(name, value)
            assumed.append("properties.\(name)")
        }
    }
}

extension TemplateObject {
    /// Changes a member that is an object, or makes it.
    mutating func update(_ name: String, _ change: (inout TemplateObject) -> Void) {
        var object: TemplateObject
        switch self[name] {
        case nil: object = TemplateObject()
        case .object(let found)?:
            object = found
            // Taken out, so that it is changed in its place and not copied.
            set(name, .null)
        default: return
        }
        change(&object)
        set(name, .object(object))
    }

    /// Changes the objects of a member that is an array.
    mutating func updateEach(_ name: String, _ change: (Int, inout TemplateObject) -> Void) {
        guard let member = member(name), case .array(let array) = member.value else { return }
        let elements = array.elements.enumerated().map { index, element -> TemplateValue in
            guard var object = element.object else { return element }
            change(index, &object)
            return .object(object)
        }
        var changed = TemplateArray(elements)
        changed.openness = array.openness
        set(member.name, .array(changed))
    }
}

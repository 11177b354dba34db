import Topology

/// Tells where a value breaks what a parameter declares; the value is used all the same.
///
/// What is symbolic is passed over, and so are placeholders that a pipeline replaces.
struct TypeCheck {
    let run: TemplateRun
    /// Where the value was written.
    let origin: Origin

    /// Holds a value and everything in it against its type.
    ///
    /// - Parameters:
    ///   - value: The value.
    ///   - type: What is declared.
    ///   - name: The parameter, and the path to the value in it.
    ///   - depth: How deep in the parameter the value lies.
    func hold(_ value: TemplateValue, _ type: DeclaredType, _ name: String, depth: Int = 0) {
        guard depth < 50, value.symbolic == nil, !Self.isPlaceholder(value) else { return }
        if value.isNull {
            if depth > 0, type.expected != nil, !type.isNullable {
                tell("\(Self.subject(name)) must not be null.")
            }
            return
        }
        let isWhole = type.expected == "Integer" && value.typeName == "Float"
        if let expected = type.expected, expected != value.typeName, !isWhole {
            return tell(
                "The value of \(Self.quoted(name)) is not valid. Expected type '\(expected)', found '\(value.typeName)'."
            )
        }
        holdAllowed(value, type, name)
        holdBounds(value, type, name)
        switch value {
        case .array(let array): hold(array.elements, type, name, depth)
        case .object(let object): hold(object, type, name, depth)
        default: break
        }
    }

    /// Whether a value is one that a pipeline replaces before it deploys, such as `GEN-UNIQUE-8`.
    private static func isPlaceholder(_ value: TemplateValue) -> Bool {
        guard let text = value.string else { return false }
        return text.hasPrefix("GEN-") || text.hasPrefix("GET-")
    }

    private func hold(_ elements: [TemplateValue], _ type: DeclaredType, _ name: String, _ depth: Int) {
        let first = type["prefixItems"]?.elements ?? []
        if type.isSealed("items"), elements.count > first.count {
            tell("\(Self.subject(name)) has \(elements.count) elements, and may have \(first.count).")
        }
        let rest = type["items"].flatMap { $0.object == nil ? nil : $0 }
        guard !first.isEmpty || rest != nil else { return }
        for (index, element) in elements.enumerated() {
            guard let node = index < first.count ? first[index] : rest else { break }
            hold(element, type.inner(node), "\(name)[\(index)]", depth: depth + 1)
        }
    }

    private func hold(_ object: TemplateObject, _ type: DeclaredType, _ name: String, _ depth: Int) {
        var type = type
        if let discriminator = type["discriminator"], let property = discriminator["propertyName"]?.string,
            let found = object[property]?.string
        {
            guard let variant = discriminator["mapping"]?[found] else {
                let known =
                    discriminator["mapping"]?.object?.members.map(\.name).joined(separator: ", ") ?? ""
                return tell(
                    "The value '\(found)' of \(Self.quoted(name + "." + property)) is not part of the allowed values: \(known)."
                )
            }
            type = type.inner(variant)
        }
        let declared = type["properties"]?.object?.members ?? []
        for member in declared {
            let inner = type.inner(member.value)
            if let value = object[member.name] {
                hold(value, inner, "\(name).\(member.name)", depth: depth + 1)
            } else if !inner.isNullable, !object.openness.isOpen {
                tell("\(Self.subject(name)) has no property '\(member.name)', which its type requires.")
            }
        }
        let isSealed = type.isSealed("additionalProperties")
        let more = type["additionalProperties"].flatMap { $0.object == nil ? nil : $0 }
        guard isSealed || more != nil else { return }
        let names = Set(declared.map { $0.name.lowercased() })
        for member in object.members where !names.contains(member.name.lowercased()) {
            if let more {
                hold(member.value, type.inner(more), "\(name).\(member.name)", depth: depth + 1)
            } else {
                tell("\(Self.subject(name)) has a property '\(member.name)', which its type does not know.")
            }
        }
    }

    // MARK: Scalars

    private func holdAllowed(_ value: TemplateValue, _ type: DeclaredType, _ name: String) {
        guard let allowed = type["allowedValues"]?.elements?.map(\.written) else { return }
        let values = value.array ?? [value]
        let isAllowed =
            values.allSatisfy { value in allowed.contains { Self.isAllowed(value, $0) } }
            || allowed.contains { value.equals($0) == true }
        guard !isAllowed else { return }
        let list = allowed.prefix(10).map { $0.scalarText ?? $0.json }.joined(separator: ", ")
        tell(
            "The value '\(value.scalarText ?? value.json)' of \(Self.quoted(name)) is not part of the allowed values: \(list)."
        )
    }

    private static func isAllowed(_ value: TemplateValue, _ allowed: TemplateValue) -> Bool {
        guard let value = value.string, let allowed = allowed.string else {
            return value.equals(allowed) != false
        }
        return value.lowercased() == allowed.lowercased()
    }

    private func holdBounds(_ value: TemplateValue, _ type: DeclaredType, _ name: String) {
        let (measure, words, noun): (Int, (String, String), String)
        switch value {
        case .integer(let number): (measure, words, noun) = (number, ("minValue", "maxValue"), "value")
        case .string(let text):
            (measure, words, noun) = (text.utf16.count, ("minLength", "maxLength"), "length")
        case .array(let array) where !array.openness.isOpen:
            (measure, words, noun) = (array.elements.count, ("minLength", "maxLength"), "length")
        default: return
        }
        if let least = type.limit(words.0), measure < least {
            tell("The \(noun) \(measure) of \(Self.quoted(name)) is less than the minimum \(least).")
        }
        if let most = type.limit(words.1), measure > most {
            tell("The \(noun) \(measure) of \(Self.quoted(name)) is more than the maximum \(most).")
        }
    }

    private static func quoted(_ name: String) -> String { "the template parameter '\(name)'" }

    private static func subject(_ name: String) -> String { "The template parameter '\(name)'" }

    private func tell(_ message: String) { run.tell(.error, message, at: origin) }
}

/// Paths such as `ipsecPolicies[0].dhGroup`, in ARM's terms: `properties` is stepped into where the input has it.
extension JSONValue {
    /// Where a path leads.
    package struct Place: Sendable {
        /// The path as the input spells it, for example `properties.ipsecPolicies[0].dhGroup`; what is missing is
        /// appended as asked.
        package let path: String
        /// The value, or nil where it is missing. JSON null is a value.
        package let value: JSONValue?
        /// The value, or the deepest object or array on the way that exists.
        package let nearest: JSONValue
    }

    /// Follows a path from this value. Total: a malformed path leads nowhere.
    package func locate(_ path: String) -> Place {
        var spelled = ""
        var here = self
        var steps = Substring(path).split { $0 == "." || $0 == "[" }.map {
            $0.hasSuffix("]") ? $0.dropLast() : $0
        }[...]
        while let step = steps.first {
            guard let (names, next) = here.step(step) else {
                let rest = steps.reduce(into: spelled) { $0.appendStep($1) }
                return Place(path: rest, value: nil, nearest: here)
            }
            for name in names { spelled.appendStep(name) }
            here = next
            steps = steps.dropFirst()
        }
        return Place(path: spelled, value: here, nearest: here)
    }

    /// One step: an index of an array, a member of `properties`, or a member.
    private func step(_ name: Substring) -> (names: [Substring], value: JSONValue)? {
        if kind == .array {
            let elements = elements
            guard let index = Int(name), elements.indices.contains(index) else { return nil }
            return ([name], elements[index])
        }
        guard let own = object else { return nil }
        if let inner = own["properties"]?.object, let found = inner.spelled(name) {
            return (["properties", found.name], found.value)
        }
        return own.spelled(name).map { ([$0.name], $0.value) }
    }
}

extension JSONObject {
    /// The member of that name with the name as the input spells it.
    fileprivate func spelled(_ name: Substring) -> (name: Substring, value: JSONValue)? {
        guard let value = self[String(name)], let member = members.first(where: { $0.value == value.offset })
        else {
            return nil
        }
        return (Substring(decoding: document.bytes[member.name], as: UTF8.self), value)
    }
}

extension String {
    /// Adds a step to a spelled path: `[0]` for an index, `.name` for a member.
    fileprivate mutating func appendStep(_ step: Substring) {
        if step.allSatisfy(\.isNumber), !isEmpty { self += "[\(step)]"; return }
        if !isEmpty { self += "." }
        self += step
    }
}

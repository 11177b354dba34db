extension JSONValue {
    /// Where a path leads.
    package struct Place: Sendable {
        /// The path as the input spells it, for example `properties.ipsecPolicies[0].dhGroup`; of a missing value that
        /// of the deepest part that exists, then the rest as it was asked for.
        package let path: String
        /// The value, or nil where it is missing; JSON null is a value.
        package let value: JSONValue?
        /// The value, or the deepest object or array on the way that exists.
        package let nearest: JSONValue

        /// Where the value stands, or what should have held it.
        package var position: SourcePosition { nearest.position }
    }

    /// Follows a path such as `ipsecPolicies[0].dhGroup`.
    ///
    /// `properties` is stepped into wherever it is present, and over where the export is flattened, so that one path
    /// fits the REST form and that of the Azure CLI. Names compare without case; names with dots are written
    /// `tags["a.b"]`. Total: a malformed path leads nowhere.
    package func locate(_ path: String) -> Place {
        let steps = JSONPath(path).steps
        var value = self
        var spelled = ""
        for (number, step) in steps.enumerated() {
            guard let (next, path) = value.follow(step, from: spelled) else {
                // Of the flattened form: `properties` names the object itself.
                if case .name(let name) = step, name.lowercased() == "properties", value.kind == .object,
                    number + 1 < steps.count
                {
                    continue
                }
                return absent(steps[number...], below: value, spelled)
            }
            (value, spelled) = (next, path)
        }
        return Place(path: spelled, value: value, nearest: value)
    }

    private func absent(
        _ rest: ArraySlice<JSONPath.Step>,
        below value: JSONValue,
        _ spelled: String
    ) -> Place {
        var nearest = value
        var path = spelled
        // In the REST form the missing member would stand in `properties`.
        if case .name = rest.first,
            let (properties, inner) = value.follow(.name("properties"), from: spelled),
            properties.kind == .object
        {
            (nearest, path) = (properties, inner)
        }
        return Place(path: rest.reduce(path) { JSONPath.append($1, to: $0) }, value: nil, nearest: nearest)
    }

    private func follow(_ step: JSONPath.Step, from path: String) -> (JSONValue, String)? {
        switch step {
        case .index(let index):
            guard kind == .array, index >= 0 else { return nil }
            let elements = elements
            return index < elements.count ? (elements[index], JSONPath.append(step, to: path)) : nil
        case .name(let name):
            guard let own = object else { return nil }
            if let found = own["properties"]?.object?.spelling(of: name),
                let holder = own.spelling(of: "properties")
            {
                let path = JSONPath.append(.name(holder.name), to: path)
                return (found.value, JSONPath.append(.name(found.name), to: path))
            }
            return own.spelling(of: name).map { ($0.value, JSONPath.append(.name($0.name), to: path)) }
        }
    }
}

extension JSONObject {
    /// The member of that name with the name as the document spells it.
    fileprivate func spelling(of name: String) -> (name: String, value: JSONValue)? {
        guard let value = self[name], let member = members.first(where: { $0.value == value.offset }) else {
            return nil
        }
        return (self.name(of: member), value)
    }
}

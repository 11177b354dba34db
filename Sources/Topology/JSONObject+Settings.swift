package import JSON

/// How the resource kinds read their fields: shape by shape, case-insensitively, absent and unknown apart.
extension JSONObject {
    private func setting<Value>(
        _ name: String,
        _ expected: String,
        _ read: (JSONValue) -> Value?
    ) -> Setting<Value> {
        guard let value = self[name], !value.isNull else { return .absent }
        if let symbolic = value.member("$symbolic")?.string {
            return .unknown(reason: "only Azure knows \(symbolic)")
        }
        guard let read = read(value) else {
            return .unknown(reason: "\(name) should be \(expected), the input has \(value.text.prefix(40))")
        }
        return .set(read)
    }

    /// A string.
    package func text(_ name: String) -> Setting<String> { setting(name, "a string", \.string) }

    /// A boolean.
    package func flag(_ name: String) -> Setting<Bool> { setting(name, "true or false", \.bool) }

    /// A whole number.
    package func number(_ name: String) -> Setting<Int> { setting(name, "a whole number", \.integer) }

    /// The strings of an array; empty where it is absent.
    package func texts(_ name: String) -> [String] { self[name]?.elements.compactMap(\.string) ?? [] }

    /// The objects of an array as ARM fields; empty where it is absent.
    package func items(_ name: String) -> [JSONObject] {
        self[name]?.elements.filter { $0.kind == .object }.map(\.fields) ?? []
    }

    /// The ARM fields of an object; nil where it is absent.
    package func part(_ name: String) -> JSONObject? { self[name]?.object == nil ? nil : self[name]?.fields }

    /// The id in `{"id": …}`, or in the string itself.
    package func reference(_ name: String) -> ResourceID? {
        guard let value = self[name] else { return nil }
        return (value.string ?? value.member("id")?.string).map(ResourceID.init)
    }

    /// The ids of an array of `{"id": …}`.
    package func references(_ name: String) -> [ResourceID] {
        self[name]?.elements.compactMap { ($0.string ?? $0.member("id")?.string).map(ResourceID.init) } ?? []
    }
}

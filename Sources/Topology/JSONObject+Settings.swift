package import JSON

/// How the resource kinds read their fields: shape by shape, case-insensitively, absent and unknown apart.
extension JSONObject {
    private func setting<Value>(
        _ name: String,
        _ expected: String,
        _ read: (JSONValue) -> Value?
    ) -> Setting<Value> {
        guard let value = self[name], !value.isNull else {
            // The object itself may be one that only Azure can fill.
            guard let symbolic = self["$symbolic"]?.string else { return .absent }
            return .unknown(reason: "only Azure knows \(symbolic)")
        }
        if let read = read(value) { return .set(read) }
        if let symbolic = value.member("$symbolic")?.string {
            return .unknown(reason: "only Azure knows \(symbolic)")
        }
        return .unknown(reason: "\(name) should be \(expected), the input has \(value.text.prefix(40))")
    }

    /// A string.
    package func text(_ name: String) -> Setting<String> { setting(name, "a string", \.string) }

    /// A boolean.
    package func flag(_ name: String) -> Setting<Bool> { setting(name, "true or false", \.bool) }

    /// A whole number.
    package func number(_ name: String) -> Setting<Int> { setting(name, "a whole number", \.integer) }

    /// One word of a set, compared without case.
    package func choice<Choice: RawRepresentable & CaseIterable & Sendable>(
        _ name: String,
        of choices: Choice.Type = Choice.self
    ) -> Setting<Choice> where Choice.RawValue == String {
        let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        return setting(name, "one of \(words)") { value in
            value.string.flatMap { word in Choice.allCases.first { $0.rawValue.isSame(as: word) } }
        }
    }

    /// An IP address.
    package func address(_ name: String) -> Setting<IPAddress> {
        setting(name, "an IP address") { $0.string.flatMap { IPAddress($0) } }
    }

    /// A protocol word; any word is kept.
    package func networkProtocol(_ name: String) -> Setting<NetworkProtocol> {
        setting(name, "a protocol") { $0.string.map(NetworkProtocol.init) }
    }

    /// A boolean, or the words `Enabled` and `Disabled`.
    package func enabled(_ name: String) -> Setting<Bool> {
        setting(name, "true, false, Enabled or Disabled") { value in
            if let flag = value.bool { return flag }
            guard let word = value.string else { return nil }
            return word.isSame(as: "enabled") ? true : word.isSame(as: "disabled") ? false : nil
        }
    }

    /// A version of TLS in any of Azure's spellings.
    package func tlsVersion(_ name: String) -> Setting<TLSVersion> {
        setting(name, "a TLS version") {
            ($0.string ?? ($0.kind == .number ? $0.text : nil)).flatMap { TLSVersion(reading: $0) }
        }
    }

    /// The strings of an array; empty where it is absent.
    package func texts(_ name: String) -> [String] { self[name]?.elements.compactMap(\.string) ?? [] }

    /// The addresses in the given fields together, each a string or an array of strings.
    package func addresses(_ names: String...) -> [AddressTerm] { words(names).map(AddressTerm.init) }

    /// The ports in the given fields together, each a string or an array of strings.
    package func ports(_ names: String...) -> [PortTerm] { words(names).map(PortTerm.init) }

    private func words(_ names: [String]) -> [String] {
        names.flatMap { name -> [String] in
            guard let value = self[name] else { return [] }
            let words = value.kind == .array ? value.elements : [value]
            return words.compactMap { $0.string ?? $0.integer.map(String.init) }.filter { !$0.isEmpty }
        }
    }

    /// The objects of an array as ARM fields; empty where it is absent.
    package func items(_ name: String) -> [JSONObject] {
        self[name]?.elements.filter { $0.kind == .object }.map(\.fields) ?? []
    }

    /// The ARM fields of an object; nil where it is absent.
    package func part(_ name: String) -> JSONObject? {
        guard let value = self[name], value.kind == .object else { return nil }
        return value.fields
    }

    /// The ARM fields of an object; without members where it is absent.
    package func inner(_ name: String) -> JSONObject {
        part(name) ?? JSONValue(document: document, offset: document.bytes.count).fields
    }

    /// The id in `{"id": …}`, or in the string itself; nil where there is none to be read.
    package func reference(_ name: String) -> ResourceID? { link(name).value }

    /// The id in `{"id": …}`, or in the string itself, absent and unknown apart.
    package func link(_ name: String) -> Setting<ResourceID> {
        if let value = self[name], value.kind == .object, value.member("id")?.isNull != false,
            value.member("$symbolic") == nil
        {
            return .absent
        }
        if let symbolic = self[name]?.member("id")?.member("$symbolic")?.string {
            return .unknown(reason: "only Azure knows \(symbolic)")
        }
        return setting(name, "a resource id") { value in
            let id = value.string ?? value.member("id")?.string
            return id.map(ResourceID.init)
        }
    }

    /// The ids of an array of `{"id": …}` or of strings.
    package func references(_ name: String) -> [ResourceID] {
        self[name]?.elements.compactMap { ($0.string ?? $0.member("id")?.string).map(ResourceID.init) } ?? []
    }
}

package import JSON

/// Values that must never be shown: keys, pre-shared keys, passwords, connection strings.
package enum Secrets {
    private static let names = [
        "key", "secret", "password", "connectionstring", "sas", "token", "credential",
    ]
    /// Names that hold such a word and are not secret: flags, identifiers, addresses.
    private static let harmless = [
        "uri", "url", "id", "identifier", "name", "type", "enabled", "permissions", "state",
    ]

    /// The value as JSON text, or dots where its name says it is secret.
    package static func masked(_ value: JSONValue, at path: String) -> String {
        let name = (path.split(separator: ".").last ?? "").lowercased()
        guard value.kind == .string, names.contains(where: name.contains),
            !harmless.contains(where: name.hasSuffix)
        else { return value.text }
        return "\"•••\""
    }
}

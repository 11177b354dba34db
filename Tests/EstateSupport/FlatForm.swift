package import JSON

/// The form in which the Azure CLI prints what the service answers: without `properties`, at every level.
package enum FlatForm {
    /// The text of a value in that form.
    ///
    /// A member of `properties` with the name of an outer one gets a longer name, as in the CLI.
    package static func text(_ value: JSONValue) -> String {
        switch value.kind {
        case .object: object(value)
        case .array: "[" + value.elements.map(text).joined(separator: ",") + "]"
        default: value.text
        }
    }

    private static func object(_ value: JSONValue) -> String {
        let own = value.object?.all ?? []
        let inner = own.first { $0.name == "properties" }?.value.object?.all
        var members = own.filter { inner == nil || $0.name != "properties" }.map { ($0.name, $0.value) }
        let taken = Set(members.map(\.0))
        for (name, value) in inner ?? [] {
            members.append((taken.contains(name) ? "\(name)Properties\(name.capitalized)" : name, value))
        }
        var texts = members.map { "\"\($0)\":\(text($1))" }
        if taken.contains("id") { texts.append(#""resourceGroup":"g""#) }
        return "{" + texts.joined(separator: ",") + "}"
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}

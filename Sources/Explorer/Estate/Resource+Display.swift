import JSON
import Topology

extension Resource {
    /// The name as people say it: what is named by a number, as role assignments are, says what it is instead.
    var spokenName: String {
        guard GUID.isOne(id.name.utf8) else { return id.displayName }
        // A subscription is told apart by a number and called by a name.
        if name != id.name { return name }
        let properties = body["properties"]
        func text(_ names: [String]) -> String? {
            names.lazy.compactMap { properties?[$0]?.string }.first { !$0.isEmpty }
        }
        let what = text(["roleName", "displayName", "roleDefinitionName"])
        let who = text(["principalName", "description"])
        let words = [what, who].compactMap(\.self)
        guard !words.isEmpty else { return id.displayName }
        return "\(words.joined(separator: ": "))  \(name.prefix(8))…"
    }
}

import JSON
import Topology

/// The addresses a resource's body names.
enum AddressText {
    private static let words = ["address", "prefix", "prefixes", "cidr", "ip", "subnet"]

    /// Every address and prefix at a property whose name speaks of one.
    static func prefixes(of resource: Resource) -> [AddressPrefix] {
        var found: [AddressPrefix] = []
        BodyText.visit(resource.body) { name, text in
            guard text.utf8.count <= 49, words.contains(where: name.contains) else { return true }
            if let prefix = AddressPrefix(text) { found.append(prefix) }
            return true
        }
        return found
    }
}

/// The ports a resource's body names.
enum PortText {
    /// Whether a rule or listener of a resource covers the port.
    static func covers(_ port: Int, _ resource: Resource) -> Bool {
        var isCovered = false
        BodyText.visit(resource.body) { name, text in
            isCovered = name.contains("port") && !name.contains("source") && covers(port, text)
            return !isCovered
        }
        return isCovered
    }

    /// Whether a piece of evidence covers the port.
    static func covers(_ port: Int, path: String, value: String?) -> Bool {
        let name = (path.split(separator: ".").last ?? "").lowercased()
        guard name.contains("port"), !name.contains("source"), let value else { return false }
        return value.split { "[]\", ".contains($0) }.contains { covers(port, String($0)) }
    }

    private static func covers(_ port: Int, _ text: String) -> Bool {
        guard let wanted = UInt16(exactly: port) else { return false }
        return PortTerm(text).range?.contains(wanted) ?? false
    }
}

/// The strings and numbers of a body, with the lower-case name of the property that holds them.
enum BodyText {
    /// Visits them until the visitor says stop; deep and broken bodies end early.
    static func visit(_ body: JSONValue, _ visitor: (_ name: String, _ text: String) -> Bool) {
        var waiting: [(name: String, value: JSONValue)] = [("", body)]
        var visited = 0
        while let (name, value) = waiting.popLast(), visited < 100_000 {
            visited += 1
            switch value.kind {
            case .object: waiting += (value.object?.all ?? []).map { ($0.name.lowercased(), $0.value) }
            case .array: waiting += value.elements.map { (name, $0) }
            case .string, .number:
                guard visitor(name, value.string ?? value.text) else { return }
            case .null, .bool, .broken: break
            }
        }
    }

    /// The resource ids a body names, in lower case.
    static func references(in resource: Resource) -> [String] {
        var found: [String] = []
        visit(resource.body) { _, text in
            if text.utf8.first == UInt8(ascii: "/"), text.lowercased().hasPrefix("/subscriptions/") {
                found.append(text.lowercased())
            }
            return true
        }
        return found
    }
}

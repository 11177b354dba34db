/// An ARM resource id, kept as the input spelled it and compared without case.
package struct ResourceID: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) { self.text = text }

    package var description: String { text }

    /// The last segment: the resource's own name.
    package var name: Substring { text.split(separator: "/").last ?? "" }

    /// The segment behind that keyword, for example `subscriptions` or `resourceGroups`.
    package func segment(after keyword: String) -> Substring? {
        let segments = text.split(separator: "/")
        guard let index = segments.firstIndex(where: { $0.lowercased() == keyword.lowercased() }) else {
            return nil
        }
        return index + 1 < segments.count ? segments[index + 1] : nil
    }

    package var subscription: Substring? { segment(after: "subscriptions") }
    package var resourceGroup: Substring? { segment(after: "resourceGroups") }

    /// The id without its last type and name: a subnet's virtual network, a resource's group, and so on up.
    package var parent: ResourceID? {
        let segments = text.split(separator: "/", omittingEmptySubsequences: true)
        guard segments.count > 2 else { return nil }
        var kept = segments.dropLast(2)
        // `/resourceGroups/g/providers/Namespace` is not a resource: step over the provider.
        if kept.count >= 2, kept[kept.endIndex - 2].lowercased() == "providers" { kept = kept.dropLast(2) }
        return kept.isEmpty ? nil : ResourceID("/" + kept.joined(separator: "/"))
    }

    package static func == (left: ResourceID, right: ResourceID) -> Bool {
        left.text == right.text || left.text.lowercased() == right.text.lowercased()
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}

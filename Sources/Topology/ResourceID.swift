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
        guard let index = segments.firstIndex(where: { $0.isSame(as: keyword) }) else { return nil }
        return index + 1 < segments.count ? segments[index + 1] : nil
    }

    package var subscription: Substring? { segment(after: "subscriptions") }
    package var resourceGroup: Substring? { segment(after: "resourceGroups") }

    /// The id without its last type and name: a subnet's virtual network, a resource's group, and so on up.
    package var parent: ResourceID? {
        let trimmed = text.utf8.last == UInt8(ascii: "/") ? text.dropLast() : text[...]
        guard let (above, _) = Self.droppingTwo(trimmed), !above.isEmpty else { return nil }
        // `/resourceGroups/g/providers/Namespace` is not a resource: step over the provider.
        guard let (scope, word) = Self.droppingTwo(above), word.isSame(as: "providers") else {
            return ResourceID(String(above))
        }
        return scope.isEmpty ? nil : ResourceID(String(scope))
    }

    /// The type that the id spells, or nil for text that is no resource id.
    package var type: ResourceType? {
        let segments = text.split(separator: "/")
        guard let provider = segments.lastIndex(where: { $0.isSame(as: "providers") }) else {
            return switch segments.count {
            case 2 where segments[0].isSame(as: "subscriptions"): ResourceType.subscription
            case 4 where segments[2].isSame(as: "resourceGroups"): ResourceType.resourceGroup
            default: nil
            }
        }
        let behind = segments[(provider + 1)...]
        guard behind.count >= 3 else { return nil }
        let words = behind.dropFirst().enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
        return ResourceType(behind[behind.startIndex] + "/" + words.joined(separator: "/"))
    }

    /// The id of a part of this resource.
    package func appending(_ collection: String, _ name: String) -> ResourceID {
        ResourceID("\(text)/\(collection)/\(name)")
    }

    /// Whether it is that id or stands below it.
    package func isSame(orBelow other: ResourceID) -> Bool {
        guard text.utf8.count > other.text.utf8.count else { return self == other }
        let head = text.utf8.prefix(other.text.utf8.count)
        guard text.utf8.dropFirst(head.count).first == UInt8(ascii: "/") else { return false }
        return FoldedText.equal(String(decoding: head, as: UTF8.self), other.text)
    }

    package static func == (left: ResourceID, right: ResourceID) -> Bool {
        FoldedText.equal(left.text, right.text)
    }

    package func hash(into hasher: inout Hasher) { FoldedText.hash(text, into: &hasher) }

    /// What stands before the last two segments, and the first of them.
    private static func droppingTwo(_ text: Substring) -> (above: Substring, word: Substring)? {
        guard let last = text.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        guard let before = text[..<last].utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
        return (text[..<before], text[before..<last].dropFirst())
    }
}

extension ResourceType {
    package static let subscription: ResourceType = "Microsoft.Resources/subscriptions"
    package static let resourceGroup: ResourceType = "Microsoft.Resources/subscriptions/resourceGroups"
}

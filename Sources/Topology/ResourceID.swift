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

    package var subscription: Substring? {
        let head = "/subscriptions/"
        guard text.utf8.count > head.utf8.count, text.prefix(head.count).isSame(as: head) else { return nil }
        let number = text.dropFirst(head.count).prefix { $0 != "/" }
        return number.isEmpty ? nil : number
    }

    package var resourceGroup: Substring? { segment(after: "resourceGroups") }

    /// The id without its last type and name: a subnet's virtual network, a resource's group, and so on up.
    package var parent: ResourceID? {
        var text = text
        return text.withUTF8 { bytes in
            Self.parentEnd(bytes).map { ResourceID(String(decoding: bytes[..<$0], as: UTF8.self)) }
        }
    }

    /// How many levels of parents are resources themselves: one for a subnet, none for a virtual network.
    var depth: Int {
        var text = text
        return text.withUTF8 { bytes in
            var end = bytes.count
            var slashes = 0
            while let slash = Self.lastSlash(bytes, end) {
                if Self.isProviders(bytes[(slash + 1)..<end]) { return max(0, slashes / 2 - 1) }
                slashes += 1
                end = slash
            }
            return 0
        }
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
}

/// Steps over the segments of an id, from its end.
extension ResourceID {
    private typealias Bytes = UnsafeBufferPointer<UInt8>

    private static func parentEnd(_ bytes: Bytes) -> Int? {
        let end = bytes.last == UInt8(ascii: "/") ? bytes.count - 1 : bytes.count
        guard let above = droppingTwo(bytes, end), above > 0 else { return nil }
        // `/resourceGroups/g/providers/Namespace` is not a resource: step over the provider.
        guard let name = lastSlash(bytes, above), let word = lastSlash(bytes, name),
            isProviders(bytes[(word + 1)..<name])
        else { return above }
        return word > 0 ? word : nil
    }

    private static func droppingTwo(_ bytes: Bytes, _ end: Int) -> Int? {
        lastSlash(bytes, end).flatMap { lastSlash(bytes, $0) }
    }

    private static func lastSlash(_ bytes: Bytes, _ end: Int) -> Int? {
        var index = end - 1
        while index >= 0 {
            if bytes[index] == UInt8(ascii: "/") { return index }
            index -= 1
        }
        return nil
    }

    private static let providers = Array("providers".utf8)

    private static func isProviders(_ segment: Slice<Bytes>) -> Bool {
        guard segment.count == providers.count else { return false }
        return zip(segment, providers).allSatisfy { $0 | 0x20 == $1 }
    }
}

extension ResourceType {
    package static let subscription: ResourceType = "Microsoft.Resources/subscriptions"
    package static let resourceGroup: ResourceType = "Microsoft.Resources/subscriptions/resourceGroups"
}

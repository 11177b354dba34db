/// A resource type such as `Microsoft.Network/virtualNetworks/subnets`, compared without case.
package struct ResourceType: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The type as it was spelled.
    package let text: String

    package init(_ text: String) { self.text = text }

    package init(stringLiteral value: String) { self.init(value) }

    package var description: String { text }

    /// The part before the first slash, for example `Microsoft.Network`.
    package var namespace: Substring { text.prefix { $0 != "/" } }

    /// The type of the parent, or nil for a type of the first level.
    package var parent: ResourceType? {
        guard let slash = text.lastIndex(of: "/"), text[..<slash].contains("/") else { return nil }
        return ResourceType(String(text[..<slash]))
    }

    package static func == (left: ResourceType, right: ResourceType) -> Bool {
        FoldedText.equal(left.text, right.text)
    }

    package func hash(into hasher: inout Hasher) { FoldedText.hash(text, into: &hasher) }
}

/// A resource type such as `Microsoft.Network/virtualNetworks/subnets`, compared without case.
package struct ResourceType: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The type as it was spelled.
    package let text: String
    private let folded: String

    package init(_ text: String) {
        self.text = text
        folded = text.lowercased()
    }

    package init(stringLiteral value: String) { self.init(value) }

    package var description: String { text }

    package static func == (left: ResourceType, right: ResourceType) -> Bool { left.folded == right.folded }

    package func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

/// What a mark means; a theme gives it a colour.
package enum Role: UInt8, Hashable, Sendable, CaseIterable {
    case text, muted, strong, accent, title, border, focus, key
    // Severities of a finding.
    case critical, high, medium, low, info
    // Outcomes of a control.
    case pass, fail, unknown, notApplicable, manual, waived
    // Kinds of links in the architecture.
    case vpn, expressRoute, peering, https, bastion
    // Kinds of resources in trees and boxes.
    case network, compute, security, service, identity
}

/// What a mark stands on; a theme gives it a colour.
package enum Surface: UInt8, Hashable, Sendable, CaseIterable {
    /// The screen itself.
    case base
    /// The tab bar, hint line and headers.
    case bar
    /// A popup, prompt or menu.
    case raised
    /// The selected row of the focused pane.
    case selection
    /// The selected row of a pane without focus.
    case selectionQuiet
    /// The place a search found.
    case match
}

/// Which semantic role on which surface; attributes add shape, never meaning alone.
package struct Style: Hashable, Sendable {
    package struct Attributes: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }
        package static let bold = Attributes(rawValue: 1)
        package static let underline = Attributes(rawValue: 2)
        package static let reverse = Attributes(rawValue: 4)
        package static let dim = Attributes(rawValue: 8)
    }

    package var role: Role
    package var surface: Surface
    package var attributes: Attributes

    package init(_ role: Role = .text, on surface: Surface = .base, _ attributes: Attributes = []) {
        self.role = role
        self.surface = surface
        self.attributes = attributes
    }
}

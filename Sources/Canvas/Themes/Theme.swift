/// How a role or a surface looks: a colour, and attributes it always carries.
package struct Paint: Hashable, Sendable {
    /// Nil leaves the colour to what stands below: the role `text`, or the terminal.
    package var color: TerminalColor?
    package var attributes: Style.Attributes

    package init(_ color: TerminalColor? = nil, _ attributes: Style.Attributes = []) {
        self.color = color
        self.attributes = attributes
    }
}

/// A theme as its file and the ones it inherits from say.
package struct Theme: Hashable, Sendable {
    /// For which background it is made.
    package enum Appearance: String, Hashable, Sendable, CaseIterable { case dark, light }

    /// Paints of roles and surfaces.
    package struct Paints: Hashable, Sendable {
        package var roles: [Role: Paint] = [:]
        package var surfaces: [Surface: Paint] = [:]

        package init() {}
    }

    package var name: String
    package var appearance: Appearance
    package var paints = Paints()
    /// Paints of roles on one surface only; nil as the role is every role.
    package var onSurface: [Surface: [Role?: Paint]] = [:]
    /// What replaces the colours where a terminal has fewer.
    package var fallbacks: [ColorDepth: Paints] = [:]

    package init(name: String, appearance: Appearance = .dark) {
        self.name = name
        self.appearance = appearance
    }
}

/// A theme worked out for a terminal's colours: a table from every style to what the terminal is told.
package struct ResolvedTheme: Hashable, Sendable {
    package let name: String
    package let depth: ColorDepth
    private let looks: [CellLook]

    package init(_ theme: Theme, depth: ColorDepth) {
        name = theme.name
        self.depth = depth
        var looks: [CellLook] = []
        looks.reserveCapacity(Role.allCases.count * Surface.allCases.count * 16)
        for role in Role.allCases {
            for surface in Surface.allCases {
                let look = theme.look(role, surface, depth)
                for bits in 0..<16 as Range<UInt8> {
                    let own = Style.Attributes(rawValue: bits)
                    // What is reversed twice would not stand out from its row.
                    let reverse = own.symmetricDifference(look.attributes).intersection(.reverse)
                    let rest = own.union(look.attributes).subtracting(.reverse)
                    looks.append(
                        CellLook(
                            foreground: look.foreground,
                            background: look.background,
                            attributes: rest.union(reverse)
                        )
                    )
                }
            }
        }
        self.looks = looks
    }

    /// What the terminal is told for a style; constant time.
    package func look(of style: Style) -> CellLook {
        let place = Int(style.role.rawValue) * Surface.allCases.count + Int(style.surface.rawValue)
        return looks[place * 16 + Int(style.attributes.rawValue & 15)]
    }
}

extension Theme {
    /// How a role looks on a surface on a terminal of a depth.
    fileprivate func look(_ role: Role, _ surface: Surface, _ depth: ColorDepth) -> CellLook {
        let fallback = fallbacks[depth] ?? Paints()
        let isMono = depth == .mono
        let below = fallback.surfaces[surface] ?? (isMono ? surface.withoutColor : paints.surfaces[surface])
        let own = fallback.roles[role] ?? (isMono ? role.withoutColor : paints.roles[role])
        let attributes = (own?.attributes ?? []).union(below?.attributes ?? [])
        guard !isMono else { return CellLook(attributes: attributes) }

        let base = (fallback.surfaces[.base] ?? paints.surfaces[.base])?.color ?? .default
        if let below, below.attributes.contains(.reverse) {
            // One bar in the surface's own colour, whatever stands on it.
            return CellLook(
                foreground: (below.color ?? .default).reduced(to: depth),
                background: base.reduced(to: depth),
                attributes: attributes
            )
        }
        // What a surface demands goes before the role's own colour, unless this depth has a surface of its own.
        let special = fallback.surfaces[surface] == nil ? onSurface[surface] : nil
        let text = fallback.roles[.text] ?? paints.roles[.text]
        let above = special?[role]?.color ?? special?[nil]?.color ?? own?.color ?? text?.color ?? .default
        return CellLook(
            foreground: above.reduced(to: depth),
            background: (below?.color ?? base).reduced(to: depth),
            attributes: attributes
        )
    }
}

extension Role {
    /// How the role is told apart without any colour: by shape of the letters, beside its glyph.
    fileprivate var withoutColor: Paint {
        switch self {
        case .strong, .accent, .title, .focus, .key, .high, .fail, .unknown: Paint(nil, .bold)
        case .critical: Paint(nil, [.bold, .underline])
        default: Paint()
        }
    }
}

extension Surface {
    /// How the surface is told apart without any colour.
    fileprivate var withoutColor: Paint {
        switch self {
        case .selection: Paint(nil, .reverse)
        case .selectionQuiet: Paint(nil, .underline)
        case .match: Paint(nil, [.reverse, .bold])
        case .base, .bar, .raised: Paint()
        }
    }
}

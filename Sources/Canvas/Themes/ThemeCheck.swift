/// Whether a theme can be read by everybody: contrast, and colours that must not be mistaken for one another.
package struct ThemeCheck: Hashable, Sendable {
    /// A role on a surface that is too faint.
    package struct Faint: Hashable, Sendable {
        package let role: Role
        package let surface: Surface
        package let depth: ColorDepth
        package let ratio: Double
        package let needed: Double
    }

    /// Two severities or outcomes whose colours look alike to some people.
    package struct Alike: Hashable, Sendable {
        package let one: Role
        package let other: Role
        package let vision: ColorVision
        /// Whether their glyphs differ, so that nothing is lost.
        package let isToldByGlyph: Bool
    }

    /// Text needs this contrast, and marks and borders the other.
    package static let textContrast = 4.5
    package static let markContrast = 3.0
    /// Colours nearer than this in Oklab are taken to be alike.
    private static let distinct = 0.06

    package let faint: [Faint]
    package let alike: [Alike]
    /// Roles and surfaces that the theme leaves out.
    package let missing: [String]
    /// Whether some colours are the user's own, about which nothing can be said.
    package let hasOwnColors: Bool

    /// Whether nothing is too faint, missing, or told apart by colour alone.
    package var isPassed: Bool { faint.isEmpty && missing.isEmpty && alike.allSatisfy(\.isToldByGlyph) }

    package init(_ theme: Theme) {
        var faint: [Faint] = []
        var hasOwnColors = false
        for depth in [ColorDepth.truecolor, .palette256] {
            let resolved = ResolvedTheme(theme, depth: depth)
            for surface in Surface.allCases {
                for role in Role.allCases {
                    guard let seen = resolved.look(of: Style(role, on: surface)).seen else {
                        hasOwnColors = true
                        continue
                    }
                    let needed = role.isMark ? Self.markContrast : Self.textContrast
                    let ratio = seen.foreground.contrast(with: seen.background)
                    guard ratio < needed else { continue }
                    faint.append(
                        Faint(role: role, surface: surface, depth: depth, ratio: ratio, needed: needed)
                    )
                }
            }
        }
        self.faint = faint
        self.hasOwnColors = hasOwnColors
        alike = Self.alike(ResolvedTheme(theme, depth: .truecolor))
        missing =
            Role.allCases.filter { theme.paints.roles[$0] == nil }.map(\.word)
            + Surface.allCases.filter { theme.paints.surfaces[$0] == nil }.map(\.word)
    }

    private static func alike(_ theme: ResolvedTheme) -> [Alike] {
        let severities: [Role] = [.critical, .high, .medium, .low, .info]
        let outcomes: [Role] = [.pass, .fail, .unknown, .notApplicable, .manual, .waived]
        var alike: [Alike] = []
        for group in [severities, outcomes] {
            for (index, one) in group.enumerated() {
                for other in group[(index + 1)...] {
                    guard let left = theme.look(of: Style(one)).seen?.foreground,
                        let right = theme.look(of: Style(other)).seen?.foreground
                    else { continue }
                    for vision in ColorVision.allCases {
                        let distance = vision.perceived(left).distance(to: vision.perceived(right))
                        guard distance < distinct else { continue }
                        let glyphs = (one.glyph?.character, other.glyph?.character)
                        let differs = glyphs.0 != nil && glyphs.0 != glyphs.1
                        alike.append(Alike(one: one, other: other, vision: vision, isToldByGlyph: differs))
                    }
                }
            }
        }
        return alike
    }
}

extension CellLook {
    /// The colours as the eye meets them; nil where one is the user's own.
    fileprivate var seen: (foreground: RGB, background: RGB)? {
        guard let foreground = foreground?.fixed, let background = background?.fixed else { return nil }
        return attributes.contains(.reverse) ? (background, foreground) : (foreground, background)
    }
}

extension TerminalColor {
    /// The colour where it is the same on every terminal.
    fileprivate var fixed: RGB? {
        switch self {
        case .default, .ansi: nil
        case .indexed, .rgb: rgb
        }
    }
}

extension Role {
    /// Whether lines and marks alone are drawn in it, never text.
    package var isMark: Bool { self == .border || self == .focus }
}

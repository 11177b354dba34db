package import Canvas

extension Theme {
    /// A theme in which every role and surface has its own colour at every depth.
    package static let probe = probe(shiftedBy: 0)

    /// The same with other colours for the roles.
    package static func probe(shiftedBy shift: UInt8) -> Theme {
        var theme = Theme(name: "probe")
        var indexed = Paints()
        var ansi = Paints()
        for role in Role.allCases {
            let number = role.rawValue + shift
            theme.paints.roles[role] = Paint(.rgb(RGB(number * 7, 255 - number * 7, 40)))
            indexed.roles[role] = Paint(.indexed(16 + number * 5))
            ansi.roles[role] = Paint(.ansi(number % 16))
        }
        for surface in Surface.allCases where surface != .base {
            let number = surface.rawValue
            theme.paints.surfaces[surface] = Paint(.rgb(RGB(number, number * 10, number * 30)))
            indexed.surfaces[surface] = Paint(.indexed(232 + number))
            ansi.surfaces[surface] = Paint(.ansi(number))
        }
        theme.paints.surfaces[.base] = Paint(.default)
        theme.fallbacks = [.palette256: indexed, .ansi16: ansi]
        return theme
    }
}

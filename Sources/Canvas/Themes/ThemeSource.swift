/// What a theme's file says, word by word and with the line of each, before colours are looked up.
struct ThemeSource {
    /// A value and where it stands.
    struct Entry {
        let text: String
        let path: String
        let line: Int
    }

    /// A part of the file.
    enum Section: Hashable {
        case palette, roles, surfaces
        case on(Surface)
        case fallback(ColorDepth)

        /// The keys that a part may hold; nil where they are free.
        var keys: [String]? {
            switch self {
            case .palette: nil
            case .roles: Role.words
            case .surfaces: Surface.words
            case .on: Role.words + ["every"]
            case .fallback: Role.words + Surface.words
            }
        }
    }

    var name: String
    var appearance: Theme.Appearance?
    var inherits: Entry?
    var sections: [Section: [String: Entry]] = [:]

    /// This source laid over the one it inherits from.
    func over(_ below: ThemeSource) -> ThemeSource {
        var source = self
        source.appearance = appearance ?? below.appearance
        source.sections = below.sections.merging(sections) { below, above in
            below.merging(above) { _, above in above }
        }
        return source
    }
}

/// A key as it stands in the text, before or between dots.
struct TOMLKey {
    let text: String
    let position: TOMLPosition

    /// How a message names it.
    var shown: String { TOML.key(TOML.short(text)) }
}

/// Keys joined by dots.
struct TOMLPath {
    var parents: [TOMLKey] = []
    var last: TOMLKey

    var texts: [String] { parents.map(\.text) + [last.text] }
}

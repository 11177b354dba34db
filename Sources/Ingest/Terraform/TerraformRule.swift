/// How one attribute or block of a Terraform resource is written in the REST form.
struct TerraformRule: Sendable {
    /// What the value is taken from.
    enum Source: Sendable {
        /// The first attribute that is set, each a path through blocks.
        case attributes([[String]])
        /// A text with attributes in it; without one of them there is none.
        case template(TerraformTemplate)
        /// A constant: JSON as it is written.
        case constant(GeneratedValue)
        /// The resource or block itself, as if it were a block in it.
        case whole
    }

    /// Where the value is put.
    struct Target: Sendable {
        /// Whether the path begins at the resource or element, not at its properties.
        let isOuter: Bool
        let steps: [TargetStep]
    }

    /// A step of a target; a name may come from an attribute.
    enum TargetStep: Sendable {
        case plain(GeneratedValue.Step)
        /// The element whose name an attribute has.
        case elementNamed(attribute: [String])
    }

    var source: Source
    /// Whether the source is a list, or blocks, and the rule is for each of its elements.
    var isList = false
    var target: Target
    /// What values become: `true=Enabled`; `*` is any other value, `-` is nothing.
    var words: [String: String] = [:]
    /// An attribute that has to be set and not false, or the other way round.
    var condition: (attribute: [String], expected: Bool)?
    /// Whether Azure, not the input, says so.
    var isAssumed = false
    /// What each element of a list becomes.
    var element: TerraformTemplate?
    /// Where a text is cut off, with what is behind.
    var end: String?
    /// Whether it is left out while it is known after apply, for what Azure repeats from elsewhere.
    var isOnlyKnown = false
    /// Whether a list becomes one text.
    var isJoined = false
    /// The path of a resource of its own below this one, into which the blocks are written.
    var child: String?
    /// What is written of each block.
    var rules: [TerraformRule] = []
}

/// A text with attributes in it, for example `{loadbalancer_id}/probes/{name}`.
///
/// `{$id}` and `{$name}` are those of the resource, `{$.x}` an attribute of it, `{.}` the element of a list.
struct TerraformTemplate: Sendable {
    enum Piece: Sendable {
        case text(String)
        case attribute([String])
        case resourceAttribute([String])
        case id
        case resourceName
        case element
    }

    let pieces: [Piece]

    init(_ text: Substring) {
        var pieces: [Piece] = []
        var rest = text
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let name = rest[rest.index(after: open)..<close]
            switch name {
            case "$id": pieces.append(.id)
            case "$name": pieces.append(.resourceName)
            case ".": pieces.append(.element)
            case _ where name.hasPrefix("$."):
                pieces.append(.resourceAttribute(name.dropFirst(2).split(separator: ".").map(String.init)))
            default: pieces.append(.attribute(name.split(separator: ".").map(String.init)))
            }
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }
}

/// Hands the words of a command line to what takes them.
struct WordReader {
    private let definitions: [Definition]
    /// The names that stood there, and those of the positional values.
    private var given: Set<String> = []
    /// The positional definitions that still wait for a word.
    private var waiting: [Definition]

    init(_ definitions: [Definition]) {
        self.definitions = definitions
        waiting = definitions.filter { $0.kind == .positional }
    }

    /// Reads all words; every definition then holds its value.
    ///
    /// - Throws: ``ValidationError`` for the first word that is not understood, or for what is missing.
    mutating func read(_ words: ArraySlice<String>, _ nearest: (String, [String]) -> String?) throws {
        var rest = words
        var areOptionsOver = false
        while let word = rest.popFirst() {
            if areOptionsOver || word == "-" || !word.hasPrefix("-") {
                try takePositional(word)
            } else if word == "--" {
                areOptionsOver = true
            } else {
                try takeNamed(word, &rest, nearest)
            }
        }
        let missing = definitions.first { definition in
            definition.isRequired && given.isDisjoint(with: definition.names + [definition.valueName])
        }
        if let missing { throw ValidationError("Missing expected argument '\(missing.usage)'") }
    }

    private mutating func takePositional(_ word: String) throws {
        guard let definition = waiting.first else { throw ValidationError("Unexpected argument '\(word)'") }
        if !definition.isRepeating { waiting.removeFirst() }
        given.insert(definition.valueName)
        try give(word, to: definition)
    }

    private mutating func takeNamed(
        _ word: String,
        _ rest: inout ArraySlice<String>,
        _ nearest: (String, [String]) -> String?
    ) throws {
        let (name, attached) = Self.parts(of: word)
        if let flag = definitions.first(where: { $0.inverseNames.contains(name) }) {
            return try set(flag, to: "false", attached, name)
        }
        guard let definition = definitions.first(where: { $0.names.contains(name) }) else {
            let known = definitions.flatMap { $0.names + $0.inverseNames } + ["--help", "--version"]
            let meant = nearest(name, known).map { " Did you mean '\($0)'?" } ?? ""
            throw ValidationError("Unknown option '\(name)'.\(meant)")
        }
        given.insert(name)
        if definition.kind == .flag { return try set(definition, to: "true", attached, name) }
        if let attached { return try give(attached, to: definition) }
        // A dash alone is standard input, and a number may be below zero; another option is no value.
        guard let value = rest.first, value == "-" || !value.hasPrefix("-") || Int(value) != nil else {
            throw ValidationError("Missing value for '\(definition.usage)'")
        }
        rest.removeFirst()
        try give(value, to: definition)
    }

    private func set(_ flag: Definition, to value: String, _ attached: String?, _ name: String) throws {
        guard attached == nil else { throw ValidationError("The flag '\(name)' takes no value.") }
        _ = flag.take(value)
    }

    private func give(_ word: String, to definition: Definition) throws {
        guard !definition.take(word) else { return }
        let choices =
            definition.choices.isEmpty ? "" : " Expected: \(definition.choices.joined(separator: ", "))."
        throw ValidationError("The value '\(word)' is invalid for '\(definition.usage)'.\(choices)")
    }

    /// `--name=value` and `-nvalue` as name and value.
    private static func parts(of word: String) -> (name: String, value: String?) {
        if word.hasPrefix("--") {
            guard let sign = word.firstIndex(of: "=") else { return (word, nil) }
            return (String(word[..<sign]), String(word[word.index(after: sign)...]))
        }
        guard word.count > 2 else { return (word, nil) }
        let value = word.dropFirst(2)
        return (String(word.prefix(2)), String(value.first == "=" ? value.dropFirst() : value))
    }
}

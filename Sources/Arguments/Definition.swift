/// What one property takes from the command line.
struct Definition {
    enum Kind { case flag, option, positional }

    let kind: Kind
    /// The words that name it, dashes included, short ones first; none for a positional one.
    let names: [String]
    /// The words that turn a flag off.
    let inverseNames: [String]
    /// What stands for its value in the help.
    let valueName: String
    let help: String
    /// All words it takes, where they can be listed.
    let choices: [String]
    /// The value where none is given, as it is told; empty where there is nothing to tell.
    let standard: String
    let isRequired: Bool
    let isRepeating: Bool
    /// Takes a word, a flag `true` or `false`; answers false where the word is none of its values.
    let take: (String) -> Bool

    /// How it is written in a usage line.
    var usage: String {
        switch kind {
        case .positional:
            isRequired
                ? "<\(valueName)>" + (isRepeating ? " ..." : "")
                : "[<\(valueName)>" + (isRepeating ? " ...]" : "]")
        case .option: "\(names.last ?? "") <\(valueName)>"
        case .flag: names.last ?? ""
        }
    }
}

/// A wrapped property that says what it takes, given the name of the property.
protocol Declared {
    func definitions(for property: String) -> [Definition]
}

extension ParsableArguments {
    /// What its properties take, in their order; those of groups in the places of the groups.
    var definitions: [Definition] {
        Mirror(reflecting: self).children.flatMap { child -> [Definition] in
            guard let declared = child.value as? any Declared, let label = child.label else { return [] }
            return declared.definitions(for: String(label.drop { $0 == "_" }))
        }
    }

    /// The groups among its properties, for their validation.
    var groups: [any ParsableArguments] {
        Mirror(reflecting: self).children.compactMap { ($0.value as? any Grouped)?.held }
    }
}

/// Where a property's value stands: behind a reference, so that what is read reaches the command that holds it.
final class Slot<Value> {
    var value: Value

    init(_ value: Value) { self.value = value }
}

/// What an option is called.
package enum NameSpecification {
    /// `--` and the name of the property.
    case long
    /// `-` and the first letter of the property.
    case short
    case customLong(String)

    func name(of property: String) -> String {
        switch self {
        case .long: "--\(property.kebabCased)"
        case .short: "-\(property.prefix(1).lowercased())"
        case .customLong(let name): "--\(name)"
        }
    }
}

import Rules
import Topology

/// What a person typed to hide rows: terms that must all hold, and what could not be understood.
///
/// The grammar is one for every view: `key:value` words, `"quoted text"`, plain words, each negated by a leading
/// `!`. Values separated by commas are alternatives. A word that is not understood is a ``Problem`` and hides
/// nothing. ``FilterParser`` reads it.
package struct Filter: Sendable, Hashable {
    /// The text as typed.
    package let text: String
    let terms: [Term]
    package let problems: [Problem]

    package init(_ text: String) {
        self.text = text
        var parser = FilterParser(text)
        (terms, problems) = parser.parse()
    }

    /// A filter that hides nothing.
    package static let none = Filter("")

    /// Whether it hides anything at all.
    package var isEmpty: Bool { terms.isEmpty }

    /// Whether it names outcomes, so that passes are wanted where it says so.
    package var asksForOutcomes: Bool { terms.contains { $0.alternatives.contains(where: \.isOutcome) } }

    /// One condition.
    struct Term: Sendable, Hashable {
        let isNegated: Bool
        /// Any of them suffices.
        let alternatives: [Word]
    }

    /// What a term looks for.
    enum Word: Sendable, Hashable {
        /// Lower-case bytes that must occur in what is searched.
        case text([UInt8])
        case severity(Severity, orGraver: Bool)
        case step(Int)
        case outcome(Outcome)
        case control(String)
        /// A kind of decision, `none` or `expired`.
        case decision(String)
        case subscription(String)
        case group(String)
        case virtualNetwork(String)
        case type(String)
        case region(String)
        case address(AddressPrefix)
        case port(Int)
        case tag(name: String, value: String?)
    }

    /// A word that is not understood.
    package struct Problem: Sendable, Hashable {
        package let word: String
        /// What is wrong and what would be right, in one line.
        package let message: String
    }
}

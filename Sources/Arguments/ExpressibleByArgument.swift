/// A value that is written as one word of a command line.
package protocol ExpressibleByArgument {
    /// The value of a word; nil where the word is none.
    init?(argument: String)

    /// All words there are, where they can be listed.
    static var allWords: [String] { get }

    /// The value as a word.
    var word: String { get }
}

extension ExpressibleByArgument {
    package static var allWords: [String] { [] }
    package var word: String { "\(self)" }
}

extension ExpressibleByArgument where Self: RawRepresentable, RawValue == String {
    package init?(argument: String) { self.init(rawValue: argument) }
    package var word: String { rawValue }
}

extension ExpressibleByArgument where Self: RawRepresentable & CaseIterable, RawValue == String {
    package static var allWords: [String] { allCases.map(\.rawValue) }
}

extension String: ExpressibleByArgument {
    package init?(argument: String) { self = argument }
}

extension Int: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension UInt16: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

/// A case that theme files name by a word.
package protocol ThemeWord: CaseIterable, Hashable, Sendable {
    /// The word of every case, in the order of the cases.
    static var words: [String] { get }
}

extension Role: ThemeWord {
    package static let words = allCases.map { hyphenated("\($0)") }
}

extension Surface: ThemeWord {
    package static let words = allCases.map { hyphenated("\($0)") }
}

extension ThemeWord {
    /// The case's name in lower case, with a hyphen between words.
    package var word: String {
        zip(Self.allCases, Self.words).first { $0.0 == self }?.1 ?? ""
    }

    /// The case of a word.
    static func named(_ word: String) -> Self? {
        zip(allCases, words).first { $0.1 == word }?.0
    }

    fileprivate static func hyphenated(_ name: String) -> String {
        var word = ""
        for character in name {
            if character.isUppercase { word.append("-") }
            word.append(character.lowercased())
        }
        return word
    }
}

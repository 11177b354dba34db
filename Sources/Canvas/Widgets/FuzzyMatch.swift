/// How well a typed query fits a candidate, and which of its characters it found.
///
/// Every word of the query must occur as a subsequence, letter case aside. A letter counts more at the start of a
/// word, right after the one before, and at the very beginning; gaps cost. Deterministic and without state.
package struct FuzzyMatch: Hashable, Sendable {
    /// The higher, the better the fit; 0 for an empty query.
    package let score: Int
    /// The offsets of the found characters, ascending, counted in characters of the candidate.
    package let positions: [Int]

    /// Nil where the candidate does not contain the query.
    package init?(_ query: String, in candidate: String) {
        self.init(FuzzyQuery(query), in: candidate)
    }

    /// Nil where the candidate does not contain the query.
    package init?(_ query: FuzzyQuery, in candidate: String) {
        guard query.words.allSatisfy({ Self.mayContain($0, candidate) }) else { return nil }
        let letters = FuzzyLetters(candidate)
        var score = 0
        var positions: Set<Int> = []
        for word in query.words {
            guard let found = letters.best(word) else { return nil }
            score += found.score
            positions.formUnion(found.positions)
        }
        // Among equal fits the shorter candidate is nearer to what was typed.
        if !query.words.isEmpty { score -= min(letters.count, 200) / 8 }
        self.score = score
        self.positions = positions.sorted()
    }

    /// A quick look at ASCII that rejects most candidates before any work.
    private static func mayContain(_ word: [Character], _ candidate: String) -> Bool {
        guard let first = word.first?.asciiValue, candidate.utf8.allSatisfy({ $0 < 0x80 }) else {
            return true
        }
        return candidate.utf8.contains { $0 == first || ($0 >= 0x41 && $0 <= 0x5A && $0 | 0x20 == first) }
    }

    /// The candidates that fit, best first, as their indexes; equal fits keep their order.
    package static func rank(
        _ query: String,
        _ candidates: some Collection<String>
    ) -> [(index: Int, match: FuzzyMatch)] {
        let query = FuzzyQuery(query)
        var found: [(index: Int, match: FuzzyMatch)] = []
        for (index, candidate) in candidates.enumerated() {
            if let match = FuzzyMatch(query, in: candidate) { found.append((index, match)) }
        }
        found.sort { ($1.match.score, $0.index) < ($0.match.score, $1.index) }
        return found
    }
}

/// A query cut into words, to be held against many candidates.
package struct FuzzyQuery: Hashable, Sendable {
    let words: [[Character]]

    package init(_ text: String) {
        words = text.lowercased().split(separator: " ").prefix(8).map { Array($0.prefix(64)) }
    }
}

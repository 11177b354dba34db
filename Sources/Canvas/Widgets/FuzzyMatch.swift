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
        var scorer = FuzzyScorer()
        guard let score = scorer.score(query, candidate) else { return nil }
        self.score = score
        positions = Self.characters(of: scorer.positions(query), in: candidate)
    }

    /// A candidate that fits, by its place in the list of candidates.
    package struct Ranked: Hashable, Sendable {
        package let index: Int
        package let score: Int
    }

    /// The candidates that fit, best first; equal fits keep their order.
    ///
    /// Positions are not worked out here: ask for the match of those few that are shown.
    package static func rank(_ query: String, _ candidates: some Sequence<String>) -> [Ranked] {
        let query = FuzzyQuery(query)
        var scorer = FuzzyScorer()
        var found: [Ranked] = []
        for (index, candidate) in candidates.enumerated() {
            if let score = scorer.score(query, candidate) { found.append(Ranked(index: index, score: score)) }
        }
        if !query.isEmpty { found.sort { ($1.score, $0.index) < ($0.score, $1.index) } }
        return found
    }

    /// Turns offsets of scalars into offsets of characters.
    private static func characters(of scalars: [Int], in candidate: String) -> [Int] {
        if candidate.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return scalars }
        var offsets: [Int] = []
        var scalar = 0
        for (offset, character) in candidate.enumerated() {
            let next = scalar + character.unicodeScalars.count
            if scalars.contains(where: { $0 >= scalar && $0 < next }) { offsets.append(offset) }
            scalar = next
            if scalar > scalars.last ?? -1 { break }
        }
        return offsets
    }
}

/// A query cut into words, to be held against many candidates.
package struct FuzzyQuery: Hashable, Sendable {
    /// Scalars in lower case, at most eight words of at most 64.
    let words: [[UInt32]]

    package init(_ text: String) {
        words = text.split(separator: " ").prefix(8).map { word in
            word.unicodeScalars.prefix(64).map(FuzzyScorer.lowercase)
        }
    }

    package var isEmpty: Bool { words.isEmpty }
}

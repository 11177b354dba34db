/// A candidate prepared for matching: its letters in lower case, and what a match at each is worth.
struct FuzzyLetters {
    private static let hit = 16
    private static let start = 12
    private static let boundary = 10
    private static let camel = 7
    private static let consecutive = 12
    private static let gap = 1
    /// Longer candidates are searched only so far.
    private static let limit = 256

    private let letters: [Character]
    private let bonus: [Int]

    var count: Int { letters.count }

    init(_ candidate: String) {
        let original = Array(candidate.prefix(Self.limit))
        letters = original.map { character in
            let lower = character.lowercased()
            return lower.count == 1 ? Character(lower) : character
        }
        bonus = original.indices.map { index in
            guard index > 0 else { return Self.start }
            let (before, here) = (original[index - 1], original[index])
            if !before.isLetter && !before.isNumber { return Self.boundary }
            if before.isLowercase && here.isUppercase { return Self.camel }
            return before.isLetter && here.isNumber ? Self.camel : 0
        }
    }

    /// The best way to find a word as a subsequence; nil where there is none.
    func best(_ word: [Character]) -> (score: Int, positions: [Int])? {
        guard !word.isEmpty else { return (0, []) }
        guard word.count <= letters.count else { return nil }
        let width = letters.count
        let none = Int.min / 4
        // score[i][j]: the best with letter i of the word found at j; from[i][j]: where letter i - 1 was then.
        var score = [Int](repeating: none, count: word.count * width)
        var from = [Int](repeating: -1, count: word.count * width)
        for (row, letter) in word.enumerated() {
            // The best end of the row above, left of this place, less the gap since.
            var best = none
            var bestPlace = -1
            for place in 0..<width {
                if row > 0, place > 0 {
                    let above = score[(row - 1) * width + place - 1]
                    best = max(best - Self.gap, none)
                    if above >= best, above > none { (best, bestPlace) = (above, place - 1) }
                }
                guard letters[place] == letter else { continue }
                let cell = row * width + place
                if row == 0 {
                    score[cell] = Self.hit + bonus[place] - min(place, 12)
                    continue
                }
                guard best > none, bestPlace >= 0 else { continue }
                score[cell] = best + Self.hit + bonus[place]
                from[cell] = bestPlace
                let above = score[(row - 1) * width + place - 1]
                if above > none, above + Self.hit + max(bonus[place], Self.consecutive) >= score[cell] {
                    score[cell] = above + Self.hit + max(bonus[place], Self.consecutive)
                    from[cell] = place - 1
                }
            }
        }
        let last = (word.count - 1) * width
        guard let end = (0..<width).max(by: { score[last + $0] < score[last + $1] }), score[last + end] > none
        else { return nil }
        return (score[last + end], trace(from, rows: word.count, end: end))
    }

    private func trace(_ from: [Int], rows: Int, end: Int) -> [Int] {
        var place = end
        var positions = [end]
        for row in stride(from: rows - 1, to: 0, by: -1) {
            place = from[row * letters.count + place]
            positions.append(place)
        }
        return positions.reversed()
    }
}

/// Finds the valid word a mistyped one was probably meant to be.
enum NearestWord {
    /// The word with the fewest edits, or nil where none is near.
    static func to(_ word: String, among valid: [String]) -> String? {
        let typed = Array(word.lowercased().prefix(40))
        let ranked = valid.map { (word: $0, edits: edits(typed, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.edits < $1.edits }) else { return nil }
        return best.edits <= max(2, typed.count / 2) ? best.word : nil
    }

    /// The number of insertions, removals, replacements and swaps of neighbours that lead from one to the other.
    private static func edits(_ from: [Character], _ to: [Character]) -> Int {
        var beforeLast: [Int] = []
        var last = Array(0...to.count)
        for (row, letter) in from.enumerated() {
            var current = [row + 1]
            for (column, other) in to.enumerated() {
                var best = min(current[column] + 1, last[column + 1] + 1)
                best = min(best, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == to[column - 1], from[row - 1] == other {
                    best = min(best, beforeLast[column - 1] + 1)
                }
                current.append(best)
            }
            (beforeLast, last) = (last, current)
        }
        return last[to.count]
    }
}

/// Finds the word somebody meant who wrote another one.
package enum NearestWord {
    /// The valid word with the fewest changes of letters, upper and lower case being one; nil where none is near.
    package static func to(_ word: String, among valid: [String]) -> String? {
        let typed = Array(word.prefix(64).lowercased())
        let ranked = valid.map { (word: $0, changes: changes(typed, Array($0.lowercased()))) }
        guard let best = ranked.min(by: { $0.changes < $1.changes }) else { return nil }
        return best.changes * 2 <= max(2, best.word.count) ? best.word : nil
    }

    /// How many letters to insert, delete, replace, or swap with their neighbour.
    private static func changes(_ from: [Character], _ to: [Character]) -> Int {
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

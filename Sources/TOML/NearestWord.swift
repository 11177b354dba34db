/// Finds the word somebody meant who wrote another into a file.
package enum NearestWord {
    /// The valid word with the fewest changes of letters, unless that is most of it.
    package static func to(_ word: String, among valid: [String]) -> String? {
        let word = String(word.prefix(64))
        let best = valid.map { (word: $0, changes: changes(word, $0)) }.min { $0.changes < $1.changes }
        guard let best, best.changes * 2 <= max(2, best.word.count) else { return nil }
        return best.word
    }

    /// How many letters to insert, delete or replace.
    private static func changes(_ from: String, _ to: String) -> Int {
        let target = Array(to)
        var row = Array(0...target.count)
        for (index, letter) in from.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for place in target.indices {
                let replaced = diagonal + (letter == target[place] ? 0 : 1)
                diagonal = row[place + 1]
                row[place + 1] = min(replaced, row[place] + 1, diagonal + 1)
            }
        }
        return row[target.count]
    }
}

/// Finds the best way to read words as subsequences of candidates; keeps its room from one candidate to the next.
struct FuzzyScorer {
    private static let hit = 16
    private static let start = 12
    private static let boundary = 10
    private static let camel = 7
    private static let consecutive = 12
    private static let none = Int.min / 4
    /// Longer candidates are searched only so far.
    private static let limit = 256

    /// The candidate in lower case, and what a letter found at each place is worth.
    private var letters: [UInt32] = []
    private var bonus: [Int] = []
    /// The best score with the last letter of the word so far at each place.
    private var row: [Int] = []
    private var above: [Int] = []

    /// How well a candidate fits; nil where it does not contain every word.
    mutating func score(_ query: FuzzyQuery, _ candidate: String) -> Int? {
        prepare(candidate)
        var score = 0
        for word in query.words {
            guard contains(word) else { return nil }
            run(word) { _, _, _ in }
            score += row.max() ?? 0
        }
        // Among equal fits the shorter candidate is nearer to what was typed.
        return query.isEmpty ? 0 : score - min(letters.count, 200) / 8
    }

    /// Where the words of a query that fits were found in the candidate scored last, as offsets of scalars.
    mutating func positions(_ query: FuzzyQuery) -> [Int] {
        var positions: Set<Int> = []
        for word in query.words {
            var from = [Int](repeating: -1, count: word.count * letters.count)
            let width = letters.count
            run(word) { row, place, before in from[row * width + place] = before }
            guard var place = row.indices.max(by: { row[$0] < row[$1] }) else { continue }
            positions.insert(place)
            for row in stride(from: word.count - 1, to: 0, by: -1) {
                place = from[row * width + place]
                positions.insert(place)
            }
        }
        return positions.sorted()
    }

    private mutating func prepare(_ candidate: String) {
        letters.removeAll(keepingCapacity: true)
        bonus.removeAll(keepingCapacity: true)
        var before = Kind.other
        for scalar in candidate.unicodeScalars {
            if letters.count == Self.limit { break }
            let kind = Kind(scalar)
            letters.append(Self.lowercase(scalar))
            let worth =
                switch (before, kind) {
                case _ where bonus.isEmpty: Self.start
                case (.other, _): Self.boundary
                case (.lower, .upper), (.lower, .digit), (.upper, .digit): Self.camel
                default: 0
                }
            bonus.append(worth)
            before = kind
        }
    }

    /// What a scalar is to the words around it.
    private enum Kind {
        case lower, upper, digit, other

        init(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x61...0x7A: self = .lower
            case 0x41...0x5A: self = .upper
            case 0x30...0x39: self = .digit
            case ..<0x80: self = .other
            default:
                self =
                    scalar.properties.isUppercase ? .upper : scalar.properties.isAlphabetic ? .lower : .other
            }
        }
    }

    static func lowercase(_ scalar: Unicode.Scalar) -> UInt32 {
        if scalar.value < 0x80 {
            return scalar.value >= 0x41 && scalar.value <= 0x5A ? scalar.value | 0x20 : scalar.value
        }
        return scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    }

    private func contains(_ word: [UInt32]) -> Bool {
        var next = 0
        for letter in letters where letter == word[next] {
            next += 1
            if next == word.count { return true }
        }
        return word.isEmpty
    }

    /// Fills `row` for the last letter of a word, and tells for each place found where the letter before was.
    private mutating func run(_ word: [UInt32], found: (_ row: Int, _ place: Int, _ before: Int) -> Void) {
        row.removeAll(keepingCapacity: true)
        row.append(contentsOf: repeatElement(Self.none, count: letters.count))
        above.removeAll(keepingCapacity: true)
        above.append(contentsOf: repeatElement(Self.none, count: letters.count))
        for (number, letter) in word.enumerated() {
            swap(&row, &above)
            // The best end of the letter before, left of this place, less one for each place since.
            var best = Self.none
            var bestPlace = -1
            for place in letters.indices {
                let last = place > 0 ? above[place - 1] : Self.none
                best = max(best - 1, Self.none)
                if last > Self.none, last >= best { (best, bestPlace) = (last, place - 1) }
                guard letters[place] == letter else {
                    row[place] = Self.none
                    continue
                }
                if number == 0 {
                    row[place] = Self.hit + bonus[place] - min(place, 12)
                    continue
                }
                guard bestPlace >= 0 else {
                    row[place] = Self.none
                    continue
                }
                let apart = best + Self.hit + bonus[place]
                let together = last + Self.hit + max(bonus[place], Self.consecutive)
                if last > Self.none, together >= apart {
                    row[place] = together
                    found(number, place, place - 1)
                } else {
                    row[place] = apart
                    found(number, place, bestPlace)
                }
            }
        }
    }
}

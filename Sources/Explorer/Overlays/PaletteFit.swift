/// How well a name fits what was typed: first by the way it does, then by how near its letters stand together.
struct PaletteFit: Sendable, Hashable, Comparable {
    /// The ways, the best one first.
    private enum Way: Int, Comparable {
        case whole, beginning, beginningOfWord, inside, scattered

        static func < (left: Way, right: Way) -> Bool { left.rawValue < right.rawValue }
    }

    private let way: Way
    private let score: Int

    /// What fits because nothing was typed.
    init() {
        way = .whole
        score = 0
    }

    /// - Parameters:
    ///   - query: What was typed.
    ///   - name: What is looked at.
    ///   - score: How near the letters stand together; the more the better.
    init(_ query: String, _ name: String, score: Int) { self.init(query, [name], score: score) }

    /// The best of several names of one thing, for example id and title.
    init(_ query: String, _ names: [String], score: Int) {
        let wanted = Array(query.lowercased().utf8).trimmed
        way = names.map { PaletteFit.way(wanted, $0) }.min() ?? .scattered
        self.score = score
    }

    static func < (left: PaletteFit, right: PaletteFit) -> Bool {
        left.way == right.way ? right.score < left.score : left.way < right.way
    }

    private static func way(_ wanted: [UInt8], _ name: String) -> Way {
        let name = Array(name.lowercased().utf8)
        if name == wanted { return .whole }
        // Nobody thinks of a number like 0f3a… by its beginning, unless it was copied.
        let isNumber = GUID.isOne(name)
        if isNumber, wanted.count < 8 { return .scattered }
        var best = Way.scattered
        guard !wanted.isEmpty, wanted.count <= name.count else { return best }
        for start in 0...(name.count - wanted.count) where name[start...].starts(with: wanted) {
            if start == 0 { return .beginning }
            best = min(best, name[start - 1].isWordByte ? .inside : .beginningOfWord)
        }
        return best
    }
}

extension UInt8 {
    fileprivate var isWordByte: Bool {
        self >= 0x80 || (0x30...0x39).contains(self) || (0x61...0x7A).contains(self)
    }
}

extension [UInt8] {
    fileprivate var trimmed: [UInt8] {
        let blank = UInt8(ascii: " ")
        return Array(drop { $0 == blank }.reversed().drop { $0 == blank }.reversed())
    }
}

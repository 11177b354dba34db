/// The columns, or the rows, of a diagram's grid: how long each is and how far apart they are.
struct DiagramTracks {
    /// What a box wants of this axis.
    struct Wish {
        let first: Int
        let span: Int
        let ideal: Int
        let minimum: Int
    }

    private(set) var lengths: [Int]
    private(set) var gaps: [Int]
    /// Where the first track begins.
    private(set) var margin: Int

    /// Lays tracks into a length: gaps give way first, then the longest tracks; what still does not fit sticks out.
    ///
    /// Gaps are given as wanted between each track and the next.
    init(_ wishes: [Wish], gaps wanted: [Int], smallestGap: Int, margin: Int, in available: Int) {
        let count = wishes.map { $0.first + $0.span }.max() ?? 0
        lengths = Array(repeating: 0, count: count)
        var minimums = lengths
        gaps = (0..<max(0, count - 1)).map { max(smallestGap, $0 < wanted.count ? wanted[$0] : smallestGap) }
        self.margin = margin
        for wish in wishes.sorted(by: { $0.span < $1.span }) {
            let tracks = wish.first..<wish.first + wish.span
            let bridged = gaps[wish.first..<wish.first + wish.span - 1].reduce(0, +)
            Self.raise(&lengths, tracks, to: wish.ideal - bridged)
            Self.raise(&minimums, tracks, to: wish.minimum - smallestGap * (wish.span - 1))
        }
        var excess = total - available
        Self.shrink(&gaps, to: Array(repeating: smallestGap, count: gaps.count), by: &excess)
        Self.shrink(&lengths, to: minimums, by: &excess)
        spread(-excess)
    }

    /// From the first cell before the tracks to the last after them.
    var total: Int { lengths.reduce(0, +) + gaps.reduce(0, +) + 2 * margin }

    /// Where a span of tracks begins and how long it is.
    func extent(first: Int, span: Int) -> (start: Int, length: Int) {
        let start = margin + lengths[..<first].reduce(0, +) + gaps[..<first].reduce(0, +)
        let last = first + span
        return (start, lengths[first..<last].reduce(0, +) + gaps[first..<last - 1].reduce(0, +))
    }

    private static func raise(_ lengths: inout [Int], _ tracks: Range<Int>, to wanted: Int) {
        var missing = wanted - lengths[tracks].reduce(0, +)
        for track in tracks where missing > 0 {
            let share = (missing + tracks.upperBound - track - 1) / (tracks.upperBound - track)
            lengths[track] += share
            missing -= share
        }
    }

    /// Takes cells from the longest, down to the smallest lengths.
    private static func shrink(_ lengths: inout [Int], to smallest: [Int], by excess: inout Int) {
        while excess > 0 {
            let open = lengths.indices.filter { lengths[$0] > smallest[$0] }
            guard let longest = open.max(by: { lengths[$0] < lengths[$1] }) else { return }
            lengths[longest] -= 1
            excess -= 1
        }
    }

    /// Gives cells that are left to the gaps, up to half as much again, and to the margins.
    private mutating func spread(_ spare: Int) {
        guard spare > 0 else { return }
        var spare = spare
        if !gaps.isEmpty {
            let share = spare / 2 / gaps.count
            for index in gaps.indices {
                let more = min(share, gaps[index] / 2 + 2)
                gaps[index] += more
                spare -= more
            }
        }
        margin += spare / 2
    }
}

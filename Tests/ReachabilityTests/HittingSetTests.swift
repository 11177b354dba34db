import EstateSupport
import Reachability
import Testing

/// The fewest numbers that hit all sets, against trying every set of numbers.
struct HittingSetTests {
    @Test(arguments: 0..<60) func isTheSmallest(seed: UInt64) throws {
        var random = RandomSource(seed: seed)
        let sets = (0..<Int.random(in: 1...9, using: &random)).map { _ in
            Set(
                (0..<Int.random(in: 1...4, using: &random)).map { _ in Int.random(in: 0..<9, using: &random) }
            )
        }
        let found = HittingSet(sets)
        let elements = try #require(found.elements)
        #expect(sets.allSatisfy { !$0.isDisjoint(with: elements) })
        let best = (0..<512).filter { mask in
            sets.allSatisfy { set in set.contains { mask >> $0 & 1 == 1 } }
        }
        .map(\.nonzeroBitCount).min()
        #expect(found.isSmallest)
        #expect(elements.count == best)
    }

    @Test func anEmptySetCannotBeHit() { #expect(HittingSet([[1], []]).elements == nil) }

    @Test func nothingNeedsNothing() { #expect(HittingSet([]).elements == []) }
}

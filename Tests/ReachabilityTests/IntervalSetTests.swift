import Reachability
import Testing

/// Sets of ranges against sets of numbers.
struct IntervalSetTests {
    @Test(arguments: 0..<50)
    func agreesWithPlainSets(seed: Int) {
        var numbers = Numbers(state: UInt64(seed) &+ 1)
        let (some, others) = (Self.ranges(&numbers), Self.ranges(&numbers))
        let (left, right) = (IntervalSet(some), IntervalSet(others))
        let (plainLeft, plainRight) = (Set(some.flatMap(Array.init)), Set(others.flatMap(Array.init)))
        func members(_ set: IntervalSet<UInt8>) -> Set<UInt8> { Set((0...255).filter(set.contains)) }
        #expect(members(left) == plainLeft)
        #expect(left.count == UInt128(plainLeft.count))
        #expect(members(left.union(right)) == plainLeft.union(plainRight))
        #expect(members(left.intersection(right)) == plainLeft.intersection(plainRight))
        #expect(members(left.subtracting(right)) == plainLeft.subtracting(plainRight))
        #expect(members(left.complement) == Set(0...255).subtracting(plainLeft))
        #expect(left.overlaps(right) == !plainLeft.isDisjoint(with: plainRight))
        #expect(left.contains(right) == plainLeft.isSuperset(of: plainRight))
        #expect((left == right) == (plainLeft == plainRight))
    }

    @Test func rangesThatTouchAreOne() {
        #expect(IntervalSet<UInt8>([0...4, 5...9, 20...30, 25...26]).ranges == [0...9, 20...30])
        #expect(IntervalSet<UInt8>([0...255]).complement.isEmpty)
        #expect(IntervalSet<UInt8>.empty.complement.isEverything)
        #expect(IntervalSet<UInt128>.everything.count == .max)
    }

    static func ranges(_ numbers: inout Numbers) -> [ClosedRange<UInt8>] {
        (0..<Int.random(in: 0...5, using: &numbers)).map { _ in
            let one: UInt8 = [0, 1, 2, 100, 101, 254, 255].randomElement(using: &numbers) ?? 0
            let other = UInt8.random(in: 0...255, using: &numbers)
            return min(one, other)...max(one, other)
        }
    }
}

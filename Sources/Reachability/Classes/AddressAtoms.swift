/// The addresses of the world in atoms that no set tells apart.
///
/// Each set has a mark of 128 bits of its own, and an address bears those of all sets it is in, put together by exclusive
/// or: addresses in the same sets bear the same. That two in different sets do is less likely than a memory fault.
struct AddressAtoms {
    /// The mark of each address of the world.
    let marks: [UInt128]

    init(_ sets: [[Range<Int32>]], count: Int) {
        var numbers = SplitMix(state: 0x5EED)
        var changes = [UInt128](repeating: 0, count: count + 1)
        for set in sets {
            let mark = UInt128(numbers.next()) << 64 | UInt128(numbers.next())
            for range in set {
                changes[Int(range.lowerBound)] ^= mark
                changes[Int(range.upperBound)] ^= mark
            }
        }
        var current: UInt128 = 0
        for rank in changes.indices {
            current ^= changes[rank]
            changes[rank] = current
        }
        changes.removeLast()
        marks = changes
    }

    /// A small generator of repeatable numbers.
    private struct SplitMix {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}

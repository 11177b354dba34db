/// Eight bytes looked at together.
///
/// In a mask the lowest set bit belongs to the first byte that has the property; bits above it may be wrong.
struct Word {
    private let bits: UInt64

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let tops: UInt64 = 0x8080_8080_8080_8080

    /// The eight bytes from an offset on; nil where the input has fewer.
    @inline(__always)
    init?(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) {
        guard offset &+ 8 <= bytes.count, let base = bytes.baseAddress else { return nil }
        bits = UInt64(
            littleEndian: UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        )
    }

    var isSpaces: Bool { bits == 0x2020_2020_2020_2020 }

    /// How many of them are line feeds; exact.
    @inline(__always)
    var lineFeeds: Int {
        let difference = bits ^ (Self.ones &* 0x0A)
        let sevens = ~Self.tops
        return (~((difference & sevens &+ sevens) | difference | sevens)).nonzeroBitCount
    }

    /// Quotes and backslashes.
    @inline(__always)
    var quotesAndEscapes: UInt64 { equal(UInt8(ascii: "\"")) | equal(UInt8(ascii: "\\")) }

    /// Everything in a string that needs a closer look: quotes, backslashes, control characters, non-ASCII.
    @inline(__always)
    var notPlain: UInt64 {
        quotesAndEscapes | (bits & Self.tops) | ((bits &- Self.ones &* 0x20) & ~bits & Self.tops)
    }

    @inline(__always)
    private func equal(_ byte: UInt8) -> UInt64 {
        let difference = bits ^ (Self.ones &* UInt64(byte))
        return (difference &- Self.ones) & ~difference & Self.tops
    }
}

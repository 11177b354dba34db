/// Where lines begin, kept for every 4 KiB only: small for any file, and exact.
struct LineTable: Sendable {
    /// The line feeds in front of a block, and the offset behind the last of them.
    private struct Block: Sendable {
        let feeds: Int
        let lineStart: Int
    }

    private static let size = 1 << 12
    private let blocks: [Block]

    /// Reads all bytes once.
    init(_ bytes: [UInt8]) {
        var blocks: [Block] = []
        blocks.reserveCapacity(bytes.count / Self.size + 1)
        var feeds = 0
        var lineStart = 0
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            while start < bytes.count {
                blocks.append(Block(feeds: feeds, lineStart: lineStart))
                let end = min(start + Self.size, bytes.count)
                let found = Self.feeds(bytes, start..<end)
                if found > 0 { lineStart = Self.lineStart(bytes, before: end, notBefore: start) }
                feeds += found
                start = end
            }
        }
        self.blocks = blocks
    }

    /// The line and column of an offset, both counted from 1.
    func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let offset = max(0, min(offset, bytes.count))
        let number = min(offset / Self.size, blocks.count - 1)
        guard number >= 0 else { return (1, 1) }
        let block = blocks[number]
        return bytes.withUnsafeBufferPointer { bytes in
            let start = number * Self.size
            let feeds = block.feeds + Self.feeds(bytes, start..<offset)
            let lineStart =
                feeds == block.feeds
                ? block.lineStart : Self.lineStart(bytes, before: offset, notBefore: start)
            return (feeds + 1, offset - lineStart + 1)
        }
    }

    /// The line feeds in a range.
    private static func feeds(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
        var feeds = 0
        var index = range.lowerBound
        while index + 8 <= range.upperBound, let word = Word(bytes, at: index) {
            feeds &+= word.lineFeeds
            index += 8
        }
        while index < range.upperBound {
            if bytes[index] == 0x0A { feeds += 1 }
            index += 1
        }
        return feeds
    }

    private static func lineStart(
        _ bytes: UnsafeBufferPointer<UInt8>,
        before end: Int,
        notBefore start: Int
    ) -> Int {
        var index = end
        while index > start, bytes[index - 1] != 0x0A { index -= 1 }
        return index
    }
}

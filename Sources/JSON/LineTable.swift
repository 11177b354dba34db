/// Where lines begin, kept for every 64 KiB only: small for any file, and exact.
struct LineTable: Sendable {
    /// The line feeds in front of a block, and the offset behind the last of them.
    private struct Block: Sendable {
        let feeds: Int
        let lineStart: Int
    }

    private static let size = 1 << 16
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
                var found = 0
                for index in start..<end { found &+= bytes[index] == 0x0A ? 1 : 0 }
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
            var feeds = block.feeds
            for index in start..<offset where bytes[index] == 0x0A { feeds += 1 }
            let lineStart =
                feeds == block.feeds
                ? block.lineStart : Self.lineStart(bytes, before: offset, notBefore: start)
            return (feeds + 1, offset - lineStart + 1)
        }
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

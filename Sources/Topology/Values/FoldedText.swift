/// Text as Azure compares it: letter case does not count.
///
/// ASCII text is folded byte by byte without building another string; other text by its lower-case form.
enum FoldedText {
    static func equal(_ left: String, _ right: String) -> Bool {
        var left = left
        var right = right
        let folded: Bool? = left.withUTF8 { first in
            right.withUTF8 { second in
                var seen: UInt8 = 0
                for byte in first { seen |= byte }
                for byte in second { seen |= byte }
                guard seen < 0x80 else { return nil }
                guard first.count == second.count else { return false }
                for index in first.indices where fold(first[index]) != fold(second[index]) { return false }
                return true
            }
        }
        return folded ?? left.lowercased().utf8.elementsEqual(right.lowercased().utf8)
    }

    static func hash(_ text: String, into hasher: inout Hasher) {
        var text = text
        let isASCII = text.withUTF8 { bytes in
            var seen: UInt8 = 0
            for byte in bytes { seen |= byte }
            guard seen < 0x80 else { return false }
            hash(bytes, into: &hasher)
            return true
        }
        guard !isASCII else { return }
        var lower = text.lowercased()
        lower.withUTF8 { hash($0, into: &hasher) }
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, into hasher: inout Hasher) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { folded in
            for index in bytes.indices { folded[index] = fold(bytes[index]) }
            hasher.combine(bytes: UnsafeRawBufferPointer(folded))
        }
    }

    private static func fold(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

extension StringProtocol {
    /// Whether the texts are the same but for letter case.
    package func isSame(as other: some StringProtocol) -> Bool {
        FoldedText.equal(String(self), String(other))
    }
}

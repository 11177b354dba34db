extension ResourceID {
    /// Whether it is a resource of a provider, and not a subscription or a resource group.
    package var isInProvider: Bool {
        var text = text
        return text.withUTF8 { bytes in
            let word = Self.provider
            guard bytes.count >= word.count else { return false }
            return (0...(bytes.count - word.count)).contains { start in
                bytes[start] == word[0]
                    && word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] | 0x20 }
            }
        }
    }

    private static let provider = Array("/providers/".utf8)

    /// The name as it is shown: a part of something is shown with its parent, `vnet-hub/snet-a`.
    ///
    /// Read from the end, for tables ask it of every row they sort.
    package var displayName: String {
        let bytes = text.utf8
        var slashes: [String.Index] = []
        var index = bytes.endIndex
        while index > bytes.startIndex, slashes.count < 6 {
            index = bytes.index(before: index)
            if bytes[index] == UInt8(ascii: "/") { slashes.append(index) }
        }
        guard let last = slashes.first else { return text }
        let name = text[bytes.index(after: last)...]
        // …/providers/Namespace/type/parent/type/name: the sixth segment from the end is no `providers` for a part.
        guard !name.isEmpty else { return text }
        guard slashes.count == 6 else { return String(name) }
        let word = { (segment: Int) in
            self.text[bytes.index(after: slashes[segment])..<slashes[segment - 1]]
        }
        let isPart = !word(3).isSame(as: "providers") && isInProvider
        return isPart ? "\(word(2))/\(name)" : String(name)
    }
}

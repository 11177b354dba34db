/// A pattern in which `*` stands for any text, compared without case; linear in pattern times text.
package struct Glob: Sendable {
    private let pattern: [Character]

    /// Reads a pattern.
    package init(_ pattern: String) { self.pattern = Array(pattern.lowercased()) }

    /// Whether the whole of a text is what the pattern says.
    package func matches(_ text: String) -> Bool {
        let text = Array(text.lowercased())
        var at = 0
        var wanted = 0
        var star: (pattern: Int, text: Int)?
        while at < text.count {
            if wanted < pattern.count, pattern[wanted] == "*" {
                star = (wanted, at)
                wanted += 1
            } else if wanted < pattern.count, pattern[wanted] == text[at] {
                wanted += 1
                at += 1
            } else if let back = star {
                star = (back.pattern, back.text + 1)
                wanted = back.pattern + 1
                at = back.text + 1
            } else {
                return false
            }
        }
        return pattern[wanted...].allSatisfy { $0 == "*" }
    }
}

/// Where a text stands in a width larger than its own.
package enum Alignment: Hashable, Sendable { case leading, center, trailing }

/// Which part of a text gives way when the width is too small.
package enum Truncation: Hashable, Sendable { case middle, end }

extension String {
    /// The text made safe and cut to a number of columns, with `…` where something was left out.
    package func truncated(to columns: Int, at truncation: Truncation = .end) -> String {
        guard columns > 0 else { return "" }
        let whole = fitting(columns)
        if whole.isWhole { return whole.text }
        let ellipsis = String(Glyph.ellipsis.character)
        switch truncation {
        case .end:
            return fitting(columns - 1).text + ellipsis
        case .middle:
            let tail = (columns - 1) / 2
            let head = fitting(columns - 1 - tail).text
            let mirrored = String(reversed()).fitting(tail).text
            return head + ellipsis + String(mirrored.reversed())
        }
    }

    /// The text made safe, cut or filled with blanks to exactly a number of columns.
    package func padded(
        to columns: Int,
        _ alignment: Alignment = .leading,
        truncation: Truncation = .end
    ) -> String {
        let text = truncated(to: columns, at: truncation)
        let blanks = Swift.max(0, columns - text.columns)
        let before =
            switch alignment {
            case .leading: 0
            case .center: blanks / 2
            case .trailing: blanks
            }
        return String(repeating: " ", count: before) + text + String(repeating: " ", count: blanks - before)
    }

    /// The text in lines of at most a number of columns, broken at newlines and blanks, and inside words too long.
    package func wrapped(to columns: Int) -> [String] {
        split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            StyledLine(String(line)).wrapped(to: columns).map(\.text)
        }
    }
}

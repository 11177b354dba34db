/// The bar that names the views, with the digit that opens each.
package struct Tabs: Hashable, Sendable {
    package var titles: [String]
    /// Shorter titles for where room is short; empty for none.
    package var shortTitles: [String] = []
    /// The key that opens each.
    package var digits: [Character]
    package var selection: Int
    /// What stands at the right edge, such as the name of the estate.
    package var caption: StyledLine

    /// Tabs with their digits, which count from 1 where none are given.
    package init(
        _ titles: [String],
        digits: [Character]? = nil,
        selection: Int,
        caption: StyledLine = StyledLine()
    ) {
        self.titles = titles
        self.digits = digits ?? titles.indices.map { String($0 + 1).last ?? " " }
        self.selection = selection
        self.caption = caption
    }

    /// Draws the bar into the first row of a rectangle and answers where each tab stands.
    ///
    /// Where room is short the tabs that are not selected shrink to their short titles, then to their digits; without
    /// short titles the caption goes first.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame) -> [Rect] {
        let bar = rect.top(1).0
        frame.fill(bar, style: Style(.muted, on: .bar))
        let labels = labels(in: bar.columns)
        var places: [Rect] = []
        var rest = bar
        for (index, label) in labels.enumerated() {
            let (place, next) = rest.left(label.columns)
            let isSelected = index == selection
            if isSelected { frame.fill(place, style: Style(.text, on: .selection)) }
            frame.write(label, in: place, on: isSelected ? .selection : .bar)
            places.append(place)
            rest = next
        }
        if caption.columns + 3 <= rest.columns {
            frame.write(caption, in: rest.right(caption.columns + 1).0, on: .bar)
        }
        return places
    }

    /// How many columns the tabs take with short titles, the caption aside.
    package var shortColumns: Int { labels(shortTitles).reduce(0) { $0 + $1.columns } }

    /// The longest labels that fit, with the caption where there are short titles to choose.
    private func labels(in columns: Int) -> [StyledLine] {
        let levels = [labels(titles), labels(shortTitles), labels([])]
        let room = columns - (caption.spans.isEmpty || shortTitles.isEmpty ? 0 : caption.columns + 3)
        func width(_ labels: [StyledLine]) -> Int { labels.reduce(0) { $0 + $1.columns } }
        return levels.dropLast().first { width($0) <= room } ?? levels.first { width($0) <= columns }
            ?? levels[2]
    }

    /// The labels with the titles given to those that are not selected, or with digits alone.
    private func labels(_ others: [String]) -> [StyledLine] {
        titles.indices.map { index in
            let isSelected = index == selection
            let digit = digits.indices.contains(index) ? digits[index] : " "
            var line: StyledLine = [Span(" \(digit) ", .key, .bold)]
            if isSelected {
                line.append("\(titles[index]) ", .strong, .bold)
            } else if others.indices.contains(index) {
                line.append("\(others[index]) ", .muted)
            }
            return line
        }
    }
}

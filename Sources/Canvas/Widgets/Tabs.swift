/// The bar that names the views, with the digit that opens each.
package struct Tabs: Hashable, Sendable {
    package var titles: [String]
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
    /// Where room is short the tabs that are not selected shrink to their digits, and the caption goes first.
    @discardableResult
    package func draw(in rect: Rect, of frame: inout Frame) -> [Rect] {
        let bar = rect.top(1).0
        frame.fill(bar, style: Style(.muted, on: .bar))
        let full = titles.indices.map { label($0, long: true) }
        let fits = full.reduce(0) { $0 + $1.columns } <= bar.columns
        let labels = fits ? full : titles.indices.map { label($0, long: $0 == selection) }
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

    private func label(_ index: Int, long: Bool) -> StyledLine {
        let isSelected = index == selection
        let digit = digits.indices.contains(index) ? digits[index] : " "
        var line: StyledLine = [Span(" \(digit) ", .key, .bold)]
        if long { line.append("\(titles[index]) ", isSelected ? .strong : .muted, isSelected ? .bold : []) }
        return line
    }
}

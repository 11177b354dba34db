/// A piece of text in one style.
package struct Span: Hashable, Sendable {
    package var text: String
    package var style: Style

    package init(_ text: String, _ style: Style = Style()) {
        self.text = text
        self.style = style
    }

    package init(_ text: String, _ role: Role, _ attributes: Style.Attributes = []) {
        self.init(text, Style(role, on: .base, attributes))
    }
}

/// A line of text in pieces of different styles.
package struct StyledLine: Hashable, Sendable {
    package var spans: [Span]

    package init(_ spans: [Span] = []) { self.spans = spans }

    package init(_ text: String, _ style: Style = Style()) { self.init([Span(text, style)]) }

    package init(_ text: String, _ role: Role, _ attributes: Style.Attributes = []) {
        self.init([Span(text, role, attributes)])
    }

    /// The text without its styles.
    package var text: String { spans.map(\.text).joined() }

    /// How many columns it takes when drawn.
    package var columns: Int { spans.reduce(0) { $0 + $1.text.columns } }

    /// Adds a piece at the end.
    package mutating func append(_ text: String, _ style: Style = Style()) { spans.append(Span(text, style)) }

    /// Adds a piece at the end.
    package mutating func append(_ text: String, _ role: Role, _ attributes: Style.Attributes = []) {
        spans.append(Span(text, role, attributes))
    }

    package static func + (left: StyledLine, right: StyledLine) -> StyledLine {
        StyledLine(left.spans + right.spans)
    }

    /// The same line standing on a surface.
    package func on(_ surface: Surface) -> StyledLine {
        StyledLine(
            spans.map { span in
                var span = span
                span.style.surface = surface
                return span
            }
        )
    }
}

extension StyledLine: ExpressibleByStringLiteral {
    package init(stringLiteral value: String) { self.init(value) }
}

extension StyledLine: ExpressibleByArrayLiteral {
    package init(arrayLiteral elements: Span...) { self.init(elements) }
}

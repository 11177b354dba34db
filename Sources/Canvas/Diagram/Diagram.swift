/// Boxes at places of a grid and the links between them, as a picture to be laid out and drawn.
package struct Diagram: Hashable, Sendable {
    /// Where a box stands in the grid, and over how many columns and rows of it.
    package struct Place: Hashable, Sendable {
        package let column: Int
        package let row: Int
        package let columns: Int
        package let rows: Int

        /// Places and spans beyond 64 are kept at that.
        package init(column: Int, row: Int, columns: Int = 1, rows: Int = 1) {
            self.column = min(max(0, column), 63)
            self.row = min(max(0, row), 63)
            self.columns = min(max(1, columns), 64 - self.column)
            self.rows = min(max(1, rows), 64 - self.row)
        }
    }

    /// A box: a title in its upper edge, lines inside, badges in its lower edge.
    package struct Box: Hashable, Sendable {
        package var title: StyledLine
        package var lines: [StyledLine]
        package var badges: [StyledLine]
        package var place: Place
        package var role: Role
        package var border: BoxLines

        package init(
            _ title: StyledLine,
            lines: [StyledLine] = [],
            badges: [StyledLine] = [],
            at place: Place,
            role: Role = .border,
            border: BoxLines = .rounded
        ) {
            self.title = title
            self.lines = lines
            self.badges = badges
            self.place = place
            self.role = role
            self.border = border
        }

        /// As large as it likes to be, within reason.
        var ideal: Size {
            let badgeColumns = badges.reduce(0) { $0 + $1.columns + 1 }
            let widest = max(lines.map(\.columns).max() ?? 0, title.columns + 2, badgeColumns + 1)
            return Size(columns: min(widest, 160) + 4, rows: min(lines.count, 80) + 2)
        }
    }

    /// How a link's line is drawn.
    package enum Line: Hashable, Sendable {
        case single, dotted, heavy, double

        var weight: LineWeight {
            switch self {
            case .single, .dotted: .light
            case .heavy: .heavy
            case .double: .double
            }
        }
    }

    /// At which ends a link has an arrow head.
    package enum Heads: Hashable, Sendable { case none, end, both }

    /// A line from one box to another, told by their numbers in the list of boxes.
    package struct Link: Hashable, Sendable {
        package var from: Int
        package var to: Int
        package var role: Role
        package var line: Line
        package var heads: Heads
        package var label: String

        package init(
            from: Int,
            to: Int,
            role: Role,
            line: Line = .single,
            heads: Heads = .none,
            label: String = ""
        ) {
            self.from = from
            self.to = to
            self.role = role
            self.line = line
            self.heads = heads
            self.label = label
        }

        /// Whether two links may share a line: of one kind, and from or to one box.
        func isKin(of other: Link) -> Bool {
            role == other.role && line == other.line
                && (from == other.from || from == other.to || to == other.from || to == other.to)
        }
    }

    package var boxes: [Box]
    package var links: [Link]

    package init(boxes: [Box], links: [Link] = []) {
        self.boxes = boxes
        self.links = links
    }
}

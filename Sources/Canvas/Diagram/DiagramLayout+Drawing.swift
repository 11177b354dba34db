extension DiagramLayout {
    /// Where a drawn diagram has what on the screen, for selection and mouse; empty where it is out of sight.
    package struct Places: Hashable, Sendable {
        /// By number of the box.
        package let boxes: [Rect]
        /// By number of the box and of the badge.
        package let badges: [[Rect]]

        /// The box at a place on the screen.
        package func box(at point: Point) -> Int? { boxes.lastIndex { $0.contains(point) } }

        /// The badge at a place on the screen.
        package func badge(at point: Point) -> (box: Int, badge: Int)? {
            for (box, badges) in badges.enumerated() {
                if let badge = badges.firstIndex(where: { $0.contains(point) }) { return (box, badge) }
            }
            return nil
        }
    }

    /// Which part of the picture to show so that a box is in sight, moved as little as possible from another part.
    package func offset(
        showing box: Int?,
        in visible: Size,
        from offset: Point = Point(column: 0, row: 0)
    ) -> Point {
        var column = Viewport(count: size.columns, visible: visible.columns, offset: offset.column)
        var row = Viewport(count: size.rows, visible: visible.rows, offset: offset.row)
        if let box, boxes.indices.contains(box) {
            let rect = boxes[box]
            column = column.showing(rect.endColumn - 1).showing(rect.column)
            row = row.showing(rect.endRow - 1).showing(rect.row)
        }
        return Point(column: column.offset, row: row.offset)
    }

    /// Draws the part of the picture that begins at an offset; the selected box is heavy, and its links are bold.
    @discardableResult
    package func draw(
        in rect: Rect,
        of frame: inout Frame,
        offset: Point = Point(column: 0, row: 0),
        selection: Int? = nil,
        selectedBadge: Int? = nil
    ) -> Places {
        let shift = Point(
            column: rect.column - offset.column.coordinate,
            row: rect.row - offset.row.coordinate
        )
        let clip = rect.intersection(frame.bounds)
        for stroke in strokes {
            let isBold = stroke.links.contains { touches($0, selection) }
            frame.write(
                String(stroke.character),
                at: stroke.point.moved(by: shift),
                style: Style(stroke.role, on: .base, isBold ? .bold : []),
                clip: clip
            )
        }
        for label in labels {
            let role = diagram.links[label.link].role
            let style = Style(role, on: .base, touches(label.link, selection) ? .bold : [])
            frame.write(label.text, at: label.point.moved(by: shift), style: style, clip: clip)
        }
        var badges: [[Rect]] = []
        for (number, place) in boxes.enumerated() {
            let isSelected = number == selection
            badges.append(
                draw(
                    number,
                    in: place.moved(by: shift),
                    clip: clip,
                    isSelected: isSelected,
                    selectedBadge: isSelected ? selectedBadge : nil,
                    of: &frame
                )
            )
            draw(joints[number], of: number, shift: shift, clip: clip, isSelected: isSelected, of: &frame)
        }
        return Places(boxes: boxes.map { $0.moved(by: shift).intersection(clip) }, badges: badges)
    }

    private func touches(_ link: Int, _ box: Int?) -> Bool {
        guard let box else { return false }
        return diagram.links[link].from == box || diagram.links[link].to == box
    }

    /// Draws a box and answers where its badges stand.
    private func draw(
        _ number: Int,
        in place: Rect,
        clip: Rect,
        isSelected: Bool,
        selectedBadge: Int?,
        of frame: inout Frame
    ) -> [Rect] {
        let box = diagram.boxes[number]
        // Drawn on a frame of its own size, so that a box at an edge is cut, not squeezed.
        var picture = Frame(size: place.size)
        let whole = picture.bounds
        picture.box(
            whole,
            lines: isSelected ? .heavy : box.border,
            style: Style(isSelected ? .focus : box.role),
            title: box.title
        )
        let inner = whole.inset()
        let area = Rect(
            column: inner.column + 1,
            row: inner.row,
            columns: inner.columns - 2,
            rows: inner.rows
        )
        for (index, line) in box.lines.prefix(area.rows).enumerated() {
            picture.write(line, in: area.top(index).rest.top(1).0)
        }
        var badges: [Rect] = []
        var column = 2
        for (index, badge) in box.badges.enumerated() {
            let columns = badge.columns
            guard column + columns <= place.columns - 1, place.rows >= 2 else {
                badges.append(Rect(column: 0, row: 0, columns: 0, rows: 0))
                continue
            }
            let start = Point(column: column, row: place.rows - 1)
            picture.write(badge, at: start, on: index == selectedBadge ? .selection : nil)
            let rect = Rect(column: place.column + column, row: place.endRow - 1, columns: columns, rows: 1)
            badges.append(rect.intersection(clip))
            column += columns + 1
        }
        frame.paste(picture, at: Point(column: place.column, row: place.row), clip: clip)
        return badges
    }

    /// Joins the links that end at a box to its border.
    private func draw(
        _ joints: [Joint],
        of number: Int,
        shift: Point,
        clip: Rect,
        isSelected: Bool,
        of frame: inout Frame
    ) {
        let box = diagram.boxes[number]
        let weight: LineWeight =
            isSelected || box.border == .heavy ? .heavy : box.border == .double ? .double : .light
        for joint in joints {
            let isSideways = joint.arm.left != .none || joint.arm.right != .none
            let edge =
                isSideways
                ? LineGlyph(up: weight, down: weight) : LineGlyph(right: weight, left: weight)
            let point = joint.point.moved(by: shift)
            // A badge or a title there stays readable.
            guard frame[point.column, point.row].character == edge.character else { continue }
            frame.write(
                String(edge.joined(with: joint.arm).character),
                at: point,
                style: Style(isSelected ? .focus : box.role),
                clip: clip
            )
        }
    }
}

extension Point {
    /// The place so much further right and down.
    fileprivate func moved(by shift: Point) -> Point {
        Point(column: column.coordinate + shift.column, row: row.coordinate + shift.row)
    }
}

extension Rect {
    /// The rectangle so much further right and down.
    fileprivate func moved(by shift: Point) -> Rect {
        Rect(column: column + shift.column, row: row + shift.row, columns: columns, rows: rows)
    }
}

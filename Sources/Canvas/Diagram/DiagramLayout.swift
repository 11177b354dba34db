/// A diagram laid out: where its boxes stand and how its links run; worked out once for a size, drawn often.
package struct DiagramLayout: Hashable, Sendable {
    /// A cell of a link.
    struct Stroke: Hashable, Sendable {
        let point: Point
        let character: Character
        let role: Role
        let links: [Int]
    }

    /// Where a link meets a box's border without an arrow head.
    struct Joint: Hashable, Sendable {
        let point: Point
        let arm: LineGlyph
    }

    /// A link's label on its line.
    struct Label: Hashable, Sendable {
        let point: Point
        let text: String
        let link: Int
    }

    package let diagram: Diagram
    /// How large the picture is; larger than asked for where it could not be made to fit.
    package let size: Size
    /// The place of each box in the picture.
    package let boxes: [Rect]
    let strokes: [Stroke]
    /// By number of the box.
    let joints: [[Joint]]
    let labels: [Label]

    /// Lays out for a size, at most 1000 by 500; the picture is never smaller than that.
    package init(_ diagram: Diagram, in available: Size) {
        self.diagram = diagram
        let available = Size(columns: min(available.columns, 1000), rows: min(available.rows, 500))
        let margin = diagram.links.isEmpty ? 0 : 1
        let columns = DiagramTracks(
            diagram.boxes.map { box in
                DiagramTracks.Wish(
                    first: box.place.column,
                    span: box.place.columns,
                    ideal: box.ideal.columns,
                    minimum: min(box.ideal.columns, 12)
                )
            },
            gaps: Self.labelledGaps(diagram),
            smallestGap: 3,
            margin: margin,
            in: available.columns
        )
        let rows = DiagramTracks(
            diagram.boxes.map { box in
                DiagramTracks.Wish(
                    first: box.place.row,
                    span: box.place.rows,
                    ideal: box.ideal.rows,
                    minimum: min(box.ideal.rows, 3)
                )
            },
            gaps: Array(repeating: 2, count: 64),
            smallestGap: 1,
            margin: margin,
            in: available.rows
        )
        size = Size(
            columns: max(available.columns, columns.total),
            rows: max(available.rows, rows.total)
        )
        boxes = diagram.boxes.map { box in
            let across = columns.extent(first: box.place.column, span: box.place.columns)
            let down = rows.extent(first: box.place.row, span: box.place.rows)
            return Rect(column: across.start, row: down.start, columns: across.length, rows: down.length)
        }
        let plan = LinkPlan(diagram, boxes: boxes, in: size)
        strokes = plan.strokes
        joints = plan.joints
        labels = plan.labels
    }

    /// How far apart the grid's columns should be so that labels between neighbours have room.
    private static func labelledGaps(_ diagram: Diagram) -> [Int] {
        var gaps = Array(repeating: 5, count: 64)
        for link in diagram.links {
            guard diagram.boxes.indices.contains(link.from), diagram.boxes.indices.contains(link.to) else {
                continue
            }
            let (one, other) = (diagram.boxes[link.from].place, diagram.boxes[link.to].place)
            let (left, right) = one.column < other.column ? (one, other) : (other, one)
            guard left.column + left.columns == right.column else { continue }
            let gap = left.column + left.columns - 1
            gaps[gap] = max(gaps[gap], min(link.label.columns, 24) + 6)
        }
        return gaps
    }
}

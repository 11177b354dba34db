import Testing

@testable import Canvas

@Suite struct DiagramTests {
    private static let diagram = Diagram(
        boxes: [
            .init("Internet", lines: ["203.0.113.0/28"], badges: ["④✗"], at: .init(column: 0, row: 0)),
            .init("On-premises", lines: ["10.8.0.0/16"], badges: ["①✓", "②✗"], at: .init(column: 0, row: 2)),
            .init(
                "Hub",
                lines: ["vnet-hub", "afw-hub"],
                badges: ["③✓"],
                at: .init(column: 1, row: 0, rows: 3)
            ),
            .init("Web", lines: ["vnet-web"], at: .init(column: 2, row: 0)),
            .init("Data", lines: ["vnet-data"], at: .init(column: 2, row: 2)),
        ],
        links: [
            .init(from: 0, to: 2, role: .https, heads: .end, label: "HTTPS"),
            .init(from: 1, to: 2, role: .vpn, line: .dotted, heads: .both),
            .init(from: 1, to: 2, role: .expressRoute, line: .double, label: "ER"),
            .init(from: 2, to: 3, role: .peering),
            .init(from: 2, to: 4, role: .peering, line: .heavy),
        ]
    )

    @Test func boxesAndLinksJoin() {
        let layout = DiagramLayout(Self.diagram, in: Size(columns: 64, rows: 12))
        var frame = Frame(size: layout.size)
        let places = layout.draw(in: frame.bounds, of: &frame)
        #expect(frame.text == Self.golden)
        #expect(places.box(at: Point(column: 34, row: 5)) == 2)
        for (box, badges) in places.badges.enumerated() {
            for (badge, place) in badges.enumerated() {
                let text = Self.diagram.boxes[box].badges[badge].text
                #expect(String((0..<2).compactMap { frame[place.column + $0, place.row].character }) == text)
                #expect(
                    places.badge(at: Point(column: place.column, row: place.row)) ?? (-1, -1) == (box, badge)
                )
            }
        }
    }

    /// A line never runs over a box, and every cell of it has a neighbour on each of its arms.
    @Test(arguments: [(40, 10), (64, 12), (80, 20), (120, 40), (1, 1), (0, 0)])
    func linesRunAroundBoxesAndHoldTogether(columns: Int, rows: Int) {
        let layout = DiagramLayout(Self.diagram, in: Size(columns: columns, rows: rows))
        let cells = Set(layout.strokes.map(\.point))
        #expect(Set(layout.strokes.flatMap(\.links)) == Set(Self.diagram.links.indices))
        for stroke in layout.strokes {
            #expect(!layout.boxes.contains { $0.contains(stroke.point) })
            let around = LinkRouter.steps.map { step in
                Point(column: stroke.point.column + step.0, row: stroke.point.row + step.1)
            }
            let joined = around.filter { point in
                cells.contains(point) || layout.boxes.contains { $0.contains(point) }
            }
            #expect(joined.count >= 2)
        }
        for (one, left) in layout.boxes.enumerated() {
            for right in layout.boxes[(one + 1)...] { #expect(left.intersection(right).isEmpty) }
        }
    }

    @Test func aPartOfAPictureTooLargeIsShown() {
        let layout = DiagramLayout(Self.diagram, in: Size(columns: 20, rows: 5))
        #expect(layout.size.columns > 20)
        let visible = Size(columns: 20, rows: 5)
        let offset = layout.offset(showing: 4, in: visible)
        var frame = Frame(size: visible)
        let places = layout.draw(in: frame.bounds, of: &frame, offset: offset, selection: 4)
        #expect(places.boxes[4].size == layout.boxes[4].size)
        #expect(places.boxes[0].isEmpty)
        #expect(frame.text.contains("━ Data ━"))
        FrameTests.expectRowsAreWhole(frame)
    }

    @Test func linksToNowhereAreLeftOut() {
        var diagram = Self.diagram
        diagram.links = [
            .init(from: 0, to: 0, role: .vpn), .init(from: -1, to: 9, role: .vpn, label: "x"),
            .init(from: 0, to: 99, role: .vpn),
        ]
        #expect(DiagramLayout(diagram, in: Size(columns: 60, rows: 12)).strokes.isEmpty)
        let empty = DiagramLayout(Diagram(boxes: []), in: Size(columns: 9, rows: 3))
        var frame = Frame(size: empty.size)
        empty.draw(in: frame.bounds, of: &frame)
        #expect(frame.text == "\n\n")
    }

    @Test func aNameWithoutEndIsCut() {
        let name = String(repeating: "vnet-", count: 40_000)
        let layout = DiagramLayout(
            Diagram(
                boxes: [
                    .init(
                        StyledLine(name),
                        lines: Array(repeating: "x", count: 9_000),
                        at: .init(column: 0, row: 0)
                    ),
                    .init("Hub", at: .init(column: 1, row: 0)),
                ],
                links: [.init(from: 0, to: 1, role: .vpn, label: name)]
            ),
            in: Size(columns: 60, rows: 10)
        )
        #expect(layout.size == Size(columns: 60, rows: 10))
        #expect(!layout.strokes.isEmpty)
    }

    @Test func randomDiagramsNeverTrap() {
        var chance = Chance(3)
        for _ in 0..<150 {
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
            let boxes = (0..<number(0...7)).map { index in
                Diagram.Box(
                    StyledLine(String(repeating: "日", count: number(0...9))),
                    lines: Array(repeating: "line", count: number(0...4)),
                    badges: Array(repeating: "①✓", count: number(0...3)),
                    at: .init(
                        column: number(-1...3),
                        row: number(-1...3),
                        columns: number(0...2),
                        rows: number(0...2)
                    ),
                    border: [.single, .heavy, .double, .rounded][index % 4]
                )
            }
            let links = (0..<number(0...7)).map { _ in
                Diagram.Link(
                    from: number(0...7),
                    to: number(0...7),
                    role: .vpn,
                    line: [.single, .dotted, .heavy, .double][number(0...3)],
                    heads: [.none, .end, .both][number(0...2)],
                    label: "日本"
                )
            }
            let size = Size(columns: number(0...60), rows: number(0...20))
            let layout = DiagramLayout(Diagram(boxes: boxes, links: links), in: size)
            var frame = Frame(size: size)
            layout.draw(
                in: frame.bounds,
                of: &frame,
                offset: Point(column: number(-3...9), row: number(-3...9)),
                selection: number(0...8)
            )
            FrameTests.expectRowsAreWhole(frame)
        }
    }

    private static let golden = """

          ╭─ Internet ─────╮           ╭─ Hub ────╮      ╭─ Web ─────╮
          │ 203.0.113.0/28 ├──HTTPS───▸│ vnet-hub ├──────┤ vnet-web  │
          ╰─④✗─────────────╯           │ afw-hub  │      ╰───────────╯
                                       │          │
                                       │          │
                          ╔════ER══════╡          │
                          ║            │          │
          ╭─ On-premises ─╨╮           │          │      ╭─ Data ────╮
          │ 10.8.0.0/16    │◂┄┄┄┄┄┄┄┄┄▸│          ┝━━━━━━┥ vnet-data │
          ╰─①✓─②✗──────────╯           ╰─③✓───────╯      ╰───────────╯

        """
}

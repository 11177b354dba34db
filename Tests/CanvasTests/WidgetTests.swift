import Testing

@testable import Canvas

@Suite struct WidgetTests {
    private static let findings: [(Role, String, String, String)] = [
        (.critical, "E1-02", "vgw-hub", "open"),
        (.high, "E2-06", "cn-branch", "planned"),
        (.medium, "S1-01", "nsg-日本語-web", "open"),
        (.low, "D-03", "snet\u{202E}\u{1B}[31m", "open"),
    ]

    private func table(rows: Int = 40) -> Table {
        var table = Table(
            columns: [
                .init("Severity", minimum: 8, ideal: 10),
                .init("Control", minimum: 6, ideal: 8, priority: 1),
                .init("Resource", minimum: 10, ideal: 24, stretches: true),
                .init("Decision", minimum: 8, ideal: 10, priority: 3, alignment: .trailing),
            ],
            count: rows,
            selection: 2
        ) { row, column in
            let finding = Self.findings[row % Self.findings.count]
            switch column {
            case 0:
                let glyph = finding.0.glyph ?? .bullet
                return [Span("\(glyph.character) \(finding.0.word)", finding.0)]
            case 1: return StyledLine(finding.1)
            case 2: return StyledLine(finding.2, .strong)
            default: return StyledLine(finding.3, .muted)
            }
        }
        table.order = Table.Order(column: 0, ascending: false)
        table.isMarked = { $0 == 1 }
        return table
    }

    @Test func tableWithRoomShowsEverything() {
        var frame = Frame(size: Size(columns: 60, rows: 8))
        let inner = Pane("Findings", caption: "4 of 40", isFocused: true).draw(in: frame.bounds, of: &frame)
        let places = table().draw(in: inner, of: &frame)
        #expect(
            frame.text == """
                ┏━ Findings ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 4 of 40 ━┓
                ┃  Severity▾  Control  Resource                  Decision  ┃
                ┃  ◆ critical E1-02    vgw-hub                       open ▐┃
                ┃● ▲ high     E2-06    cn-branch                  planned  ┃
                ┃❯ ■ medium   S1-01    nsg-日本語-web                open  ┃
                ┃  ▽ low      D-03     snet··[31m                    open  ┃
                ┃  ◆ critical E1-02    vgw-hub                       open  ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                """
        )
        #expect(frame[10, 4].style.surface == .selection)
        #expect(frame[10, 3].style.surface == .base)
        #expect(places.row(at: Point(column: 5, row: 4)) == 2)
        #expect(places.row(at: Point(column: 5, row: 1)) == nil)
        #expect(places.titles[1] == Rect(column: 14, row: 1, columns: 8, rows: 1))
    }

    @Test func narrowTableDropsTheLeastImportantColumns() {
        var frame = Frame(size: Size(columns: 34, rows: 3))
        table(rows: 2).draw(in: frame.bounds, of: &frame)
        #expect(
            frame.text == """
                  Severity▾  Contr… Resource
                  ◆ critical E1-02  vgw-hub
                ● ▲ high     E2-06  cn-branch
                """
        )
        var tiny = Frame(size: Size(columns: 12, rows: 2))
        table(rows: 1).draw(in: tiny.bounds, of: &tiny)
        #expect(tiny.text == "Severity▾\n◆ critical")
    }

    @Test func tableScrolledSidewaysKeepsItsFirstColumn() {
        var frame = Frame(size: Size(columns: 34, rows: 2))
        var table = table(rows: 1)
        table.skippedColumns = 2
        table.draw(in: frame.bounds, of: &frame)
        #expect(frame.text == "  Severity▾    Decision\n  ◆ critical       open")
    }

    @Test func tableAsksOnlyForVisibleRows() {
        var asked: Set<Int> = []
        var frame = Frame(size: Size(columns: 40, rows: 6))
        let table = Table(columns: [.init("Name", minimum: 4, ideal: 8)], count: 100_000, offset: 99_998) {
            row,
            _ in
            asked.insert(row)
            return StyledLine("r\(row)")
        }
        let places = table.draw(in: frame.bounds, of: &frame)
        #expect(asked == Set(99_995..<100_000))
        #expect(places.rows == 99_995..<100_000)
    }

    @Test func tree() {
        let rows: [Tree.Row] = [
            .init(depth: 0, .expanded, label: "contoso", badges: [Span("✗3", .fail)]),
            .init(depth: 1, .expanded, label: "vnet-hub"),
            .init(depth: 2, label: "AzureFirewallSubnet-of-the-hub", badges: [Span("✓", .pass)]),
            .init(depth: 2, .collapsed, label: "snet-fe"),
            .init(depth: 1, .collapsed, label: "vnet-web"),
        ]
        var frame = Frame(size: Size(columns: 32, rows: 5))
        let places = Tree(count: rows.count, selection: 3) { rows[$0] }.draw(in: frame.bounds, of: &frame)
        #expect(
            frame.text == """
                ▾ contoso                    ✗3
                  ▾ vnet-hub
                  │   AzureFirewallSubnet-of… ✓
                  │ ▸ snet-fe
                  ▸ vnet-web
                """
        )
        #expect(frame[20, 3].style.surface == .selection)
        #expect(places.row(at: Point(column: 1, row: 4)) == 4)
    }

    @Test func tabsAndHintsGiveWay() {
        var frame = Frame(size: Size(columns: 40, rows: 2))
        let tabs = Tabs(["Architecture", "Topology", "Findings", "Review"], selection: 2, caption: "contoso")
        let hints = HintLine(
            [Hint("Enter", "open"), Hint("/", "search"), Hint("f", "filter")],
            message: StyledLine("3 hidden", .medium)
        )
        let places = tabs.draw(in: frame.bounds, of: &frame)
        let keys = hints.draw(in: frame.bounds.bottom(1).0, of: &frame)
        #expect(
            frame.text == """
                 1  2  3 Findings  4            contoso
                 Enter open  / search          3 hidden
                """
        )
        #expect(places[2] == Rect(column: 6, row: 0, columns: 12, rows: 1))
        #expect(keys.count == 2)
    }

    @Test func popupWithPromptAndMenu() {
        var frame = Frame(size: Size(columns: 32, rows: 7))
        frame.fill(frame.bounds, with: ".")
        let inner = Popup(title: "Go to", content: Size(columns: 20, rows: 3)).draw(
            in: frame.bounds,
            of: &frame
        )
        let (line, list) = inner.top(1)
        Prompt("vh").draw(label: "> ", in: line, of: &frame)
        let names = ["Open topology", "vnet-hub", "vnh"]
        let entries = FuzzyMatch.rank("vh", names).map { ranked in
            Menu.Entry(
                names[ranked.index],
                note: "vnet",
                found: FuzzyMatch("vh", in: names[ranked.index])?.positions ?? []
            )
        }
        Menu(entries).draw(in: list, of: &frame)
        #expect(
            frame.text == """
                ................................
                ....┏━ Go to ━━━━━━━━━━━━━━┓....
                ....┃ > vh                 ┃....
                ....┃ ❯ vnet-hub  vnet     ┃....
                ....┃   vnh  vnet          ┃....
                ....┗━━━━━━━━━━━━━━━━━━━━━━┛....
                ................................
                """
        )
        #expect(frame[8, 3].style == Style(.accent, on: .selection, [.bold, .underline]))
        #expect(frame.cursor == Point(column: 10, row: 2))
    }

    @Test func paragraphWrapsAndScrolls() {
        let lines: [StyledLine] = ["the quick brown fox jumps", "", [Span("over", .strong)]]
        var frame = Frame(size: Size(columns: 12, rows: 3))
        let shown = Paragraph(lines, offset: 2).draw(in: frame.bounds, of: &frame)
        #expect(shown == Viewport(count: 5, visible: 3, offset: 2))
        #expect(frame.text == "jumps\n\nover       ▐")
        var raw = Frame(size: Size(columns: 12, rows: 3))
        Paragraph(lines, wraps: false, columnOffset: 4).draw(in: raw.bounds, of: &raw)
        #expect(raw.text == "quick brown\n\n")
    }

    /// Nothing traps and no row shifts in any size, also where there is no room at all.
    @Test func everyWidgetSurvivesEverySize() {
        for columns in 0..<26 {
            for rows in 0..<7 {
                var frame = Frame(size: Size(columns: columns, rows: rows))
                let inner = Pane("日本", caption: "c", isFocused: true).draw(in: frame.bounds, of: &frame)
                table().draw(in: inner, of: &frame)
                Tree(count: 9, selection: 3) { .init(depth: $0 * 3, .collapsed, label: "日本", badges: "✗3") }
                    .draw(in: inner, of: &frame)
                Tabs(["日本", "b"], selection: 0, caption: "x").draw(in: frame.bounds, of: &frame)
                HintLine([Hint("日", "b")], message: "m").draw(in: frame.bounds, of: &frame)
                Prompt("日本").draw(label: "日", in: inner, of: &frame)
                Popup(title: "日本", content: Size(columns: 9, rows: 9)).draw(in: frame.bounds, of: &frame)
                Menu([.init("日本", note: "n", key: "k"), .init("b")], selection: 1).draw(in: inner, of: &frame)
                Paragraph(["日本 a b c d", "x"]).draw(in: inner, of: &frame)
                FrameTests.expectRowsAreWhole(frame, "\(columns)x\(rows)")
            }
        }
    }
}

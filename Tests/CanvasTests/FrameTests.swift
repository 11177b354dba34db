import Testing

@testable import Canvas

@Suite struct FrameTests {
    private static let texts = [
        "plain ascii text", "日本語の名前", "a日b本c", "\u{1B}[2J\u{202E}evil\n", "e\u{301}👩\u{200D}💻🇩🇪 x", "",
        String(repeating: "long ", count: 40),
    ]

    /// The columns of a row as its cells take them: they must add up to the row, or everything after is shifted.
    static func expectRowsAreWhole(_ frame: Frame, _ comment: Comment? = nil) {
        for row in 0..<frame.size.rows {
            var column = 0
            while column < frame.size.columns {
                guard let character = frame[column, row].character else {
                    Issue.record("a second half without its first at \(column), \(row)")
                    return
                }
                let columns = character.cellForm.columns
                if columns == 2 {
                    guard column + 1 < frame.size.columns, frame[column + 1, row].character == nil else {
                        Issue.record("a wide character without its second half at \(column), \(row)")
                        return
                    }
                }
                column += columns
            }
            #expect(column == frame.size.columns, comment)
        }
    }

    @Test func drawingStaysInsideItsClipAndNeverShiftsARow() {
        var chance = Chance(1)
        let size = Size(columns: 24, rows: 9)
        for _ in 0..<10_000 {
            func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
            // A narrow ground, so that a cut wide character of an earlier stroke cannot hide a stray write.
            var frame = Frame(size: size)
            frame.fill(frame.bounds, with: "#")
            let ground = frame
            let clip = Rect(
                column: number(-6...26),
                row: number(-4...10),
                columns: number(-2...30),
                rows: number(-2...12)
            )
            let text = Self.texts[number(0...Self.texts.count - 1)]
            let place = Point(column: number(-20...30), row: number(-3...11))
            switch number(0...6) {
            case 0: frame.write(text, at: place, clip: clip)
            case 1: frame.write(StyledLine(text, .accent), in: clip, .trailing)
            case 2: frame.fill(clip, with: "日")
            case 3: frame.box(clip, lines: .rounded, title: StyledLine(text), caption: StyledLine(text))
            case 4:
                frame.scrollbar(
                    in: clip,
                    offset: number(-5...50),
                    visible: number(-1...9),
                    total: 40,
                    style: Style()
                )
            case 5: frame.progressBar(in: clip, share: Double(number(-1...3)) / 2)
            default:
                frame.gauge(
                    [
                        GaugePart(number(0...9), .pass, letter: "✓"),
                        GaugePart(number(0...9), .fail, letter: "✗"),
                    ],
                    in: clip
                )
            }
            Self.expectRowsAreWhole(frame)
            for row in 0..<size.rows {
                for column in 0..<size.columns
                where !clip.contains(Point(column: column, row: row))
                    && frame[column, row] != ground[column, row]
                {
                    Issue.record("\(column), \(row) outside \(clip) was drawn")
                    return
                }
            }
        }
    }

    @Test func overwritingHalfAWideCharacterLeavesABlank() {
        var frame = Frame(size: Size(columns: 6, rows: 1))
        frame.write("日本語", at: Point(column: 0, row: 0))
        frame.write("x", at: Point(column: 1, row: 0))
        #expect(frame.text(row: 0) == " x本語")
        frame.write("y", at: Point(column: 2, row: 0))
        #expect(frame.text(row: 0) == " xy 語")
        frame.write("界", at: Point(column: 3, row: 0))
        #expect(frame.text(row: 0) == " xy界")
        Self.expectRowsAreWhole(frame)
    }

    @Test func aWideCharacterCutByAnEdgeBecomesABlank() {
        var frame = Frame(size: Size(columns: 5, rows: 1))
        frame.fill(frame.bounds, with: "#")
        frame.write("日本", at: Point(column: -1, row: 0))
        #expect(frame.text == " 本##")
        frame.fill(frame.bounds, with: "#")
        frame.write("a日本", at: Point(column: 0, row: 0), clip: Rect(column: 0, row: 0, columns: 4, rows: 1))
        #expect(frame.text == "a日 #")
    }

    @Test func whatAViewPutsIntoACellIsMadeSafe() {
        var frame = Frame(size: Size(columns: 3, rows: 1))
        frame[0, 0] = Cell("\u{1B}", Style())
        frame[1, 0] = Cell("日", Style())
        frame[7, 7] = Cell("x", Style())
        #expect(frame.text == "·日")
        Self.expectRowsAreWhole(frame)
    }

    @Test func extremeCoordinatesAreHarmless() {
        var frame = Frame(size: Size(columns: 4, rows: 2))
        let extremes = [Int.min, -1, 0, 3, Int.max]
        for column in extremes {
            for row in extremes {
                frame.write("ab", at: Point(column: column, row: row))
                frame.box(Rect(column: column, row: row, columns: Int.max, rows: Int.max))
                frame.fill(Rect(column: column, row: row, columns: row, rows: column), with: "x")
                let rect = Rect(column: column, row: row, columns: Int.max, rows: 3).inset(by: Int.min)
                _ = rect.intersection(frame.bounds).top(column).rest.right(row)
            }
        }
        Self.expectRowsAreWhole(frame)
        #expect(Frame(size: Size(columns: -4, rows: 3)).text == "\n\n")
    }

    @Test func boxWithTitleAndCaption() {
        var frame = Frame(size: Size(columns: 24, rows: 3))
        frame.box(frame.bounds, lines: .rounded, title: "Findings", caption: "5 of 40")
        #expect(
            frame.text == """
                ╭─ Findings ─ 5 of 40 ─╮
                │                      │
                ╰──────────────────────╯
                """
        )
        frame.box(
            Rect(column: 0, row: 0, columns: 14, rows: 3),
            lines: .heavy,
            title: "Findings",
            caption: "5 of 40"
        )
        #expect(frame.text(row: 0) == "┏━ Findings ━┓5 of 40 ─╮")
        #expect(frame.text(row: 2) == "┗━━━━━━━━━━━━┛─────────╯")
    }

    @Test func asciiFormKeepsEveryColumn() {
        var frame = Frame(size: Size(columns: 16, rows: 3))
        frame.box(frame.bounds, lines: .rounded, title: "日本é")
        frame.write("✓ ok ✗ …", at: Point(column: 2, row: 1))
        let ascii = frame.inASCII()
        #expect(
            ascii.text == """
                +- ????? ------+
                | + ok x ~     |
                +--------------+
                """
        )
        let isPure = ascii.cells.allSatisfy { cell in cell.character?.isASCII ?? false }
        #expect(isPure)
        #expect(ascii.cells.map(\.style) == frame.cells.map(\.style))
    }

    @Test func pastingCutsAtTheClip() {
        var picture = Frame(size: Size(columns: 5, rows: 1))
        picture.write("a日本", at: Point(column: 0, row: 0))
        var frame = Frame(size: Size(columns: 6, rows: 1))
        frame.fill(frame.bounds, with: "#")
        frame.paste(
            picture,
            at: Point(column: -2, row: 0),
            clip: Rect(column: 0, row: 0, columns: 2, rows: 1)
        )
        #expect(frame.text == "  ####")
        frame.paste(picture, at: Point(column: 2, row: 0))
        #expect(frame.text == "  a日")
        Self.expectRowsAreWhole(frame)
    }

    @Test func gaugeGivesEveryPartAColumn() {
        var frame = Frame(size: Size(columns: 10, rows: 1))
        let parts = [
            GaugePart(98, .pass, letter: "✓"), GaugePart(1, .fail, letter: "✗"),
            GaugePart(1, .unknown, letter: "?"),
        ]
        frame.gauge(parts, in: frame.bounds)
        #expect(frame.text == "✓✓✓✓✓✓✓✓✗?")
        #expect(frame[8, 0].style.role == .fail)
    }
}

import Testing

@testable import Canvas

@Suite struct MatrixTests {
    private static func titles(_ count: Int, _ name: String) -> [Matrix.Title] {
        (0..<count).map { Matrix.Title($0 + 1, "\(name)-\($0)", above: "net-\($0 % 3)") }
    }

    private static func matrix(rows: Int, columns: Int) -> Matrix {
        Matrix(rows: titles(rows, "r"), columns: titles(columns, "c")) { row, column, _ in
            StyledLine(row == column ? "(A)" : " d ", .text)
        }
    }

    @Test func fewColumnsStandUnderTheirNames() {
        var frame = Frame(size: Size(columns: 46, rows: 5))
        Self.matrix(rows: 3, columns: 3).draw(in: frame.bounds, of: &frame)
        #expect(
            frame.text == """
                             1 net-0    2 net-1    3 net-2
                from ↓  to…  c-0        c-1        c-2
                1 net-0/r-0  [A]         d          d
                2 net-1/r-1   d         (A)         d
                3 net-2/r-2   d          d         (A)
                """
        )
    }

    @Test func manyColumnsStandUnderNumbersWithTheNameOfTheSelectedOne() {
        var frame = Frame(size: Size(columns: 34, rows: 5))
        var matrix = Self.matrix(rows: 12, columns: 12)
        matrix.selection = (4, 5)
        matrix.offset = (3, 2)
        matrix.draw(in: frame.bounds, of: &frame)
        let lines = frame.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].contains("to net-2/c-5"))
        #expect(lines[1].hasSuffix(" 3  4  5  6  7  8"))
        #expect(lines[2].contains("4 net-0/r-3"))
        #expect(lines[3].contains("[d]"))
    }

    /// Whatever the size, what is drawn stays inside, and a cell that is hit is the one that is drawn there.
    @Test func aCellThatIsHitIsTheOneDrawnThere() {
        var chance = Chance(4)
        for _ in 0..<400 {
            let size = Size(
                columns: Int.random(in: 0...90, using: &chance),
                rows: Int.random(in: 0...20, using: &chance)
            )
            let count = Int.random(in: 0...30, using: &chance)
            let names = Self.titles(count, "n")
            let places = Matrix.places(rows: names, columns: names, in: size)
            let offset = (
                row: Int.random(in: 0...max(0, count - places.visibleRows), using: &chance),
                column: Int.random(in: 0...max(0, count - places.visibleColumns), using: &chance)
            )
            let matrix = Matrix(
                rows: names,
                columns: names,
                selection: (-1, -1),
                offset: offset
            ) { row, column, _ in StyledLine(String((row * 7 + column) % 10), .text) }
            var frame = Frame(size: size)
            matrix.draw(in: frame.bounds, of: &frame)
            for row in 0..<size.rows {
                for column in 0..<size.columns where column >= places.names {
                    let point = Point(column: column, row: row)
                    guard let drawn = frame[column, row].character?.wholeNumberValue, row >= places.header,
                        let hit = matrix.hit(point, in: size)
                    else { continue }
                    #expect(drawn == (hit.row * 7 + hit.column) % 10)
                }
            }
        }
    }
}

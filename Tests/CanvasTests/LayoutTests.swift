import Testing

@testable import Canvas

@Suite struct LayoutTests {
    @Test(arguments: [
        ([Extent.fixed(3), .share(1), .fixed(2)], 20, 0, [3, 15, 2]),
        ([.share(1), .share(1)], 11, 1, [5, 5]),
        ([.share(1), .share(1)], 12, 1, [6, 5]),
        ([.share(2), .share(1)], 30, 0, [20, 10]),
        ([.share(1, minimum: 20), .share(1)], 30, 0, [20, 10]),
        ([.share(1, minimum: 20), .share(1)], 50, 0, [25, 25]),
        ([.fixed(10), .fixed(10)], 15, 0, [10, 5]),
        ([.fixed(-4), .share(.nan), .share(1)], 8, 0, [0, 0, 8]),
        ([.share(1)], -5, 0, [0]),
        ([], 5, 0, []),
    ])
    func lengths(extents: [Extent], total: Int, gap: Int, expected: [Int]) {
        #expect(Layout.lengths(of: extents, in: total, gap: gap) == expected)
    }

    @Test func partsStandSideBySideInsideTheWhole() {
        let whole = Rect(column: 2, row: 1, columns: 20, rows: 4)
        let parts = whole.columns([.fixed(5), .share(1), .fixed(4)], gap: 1)
        #expect(parts.map(\.column) == [2, 8, 18])
        #expect(parts.map(\.columns) == [5, 9, 4])
        #expect(parts.allSatisfy { $0.rows == 4 && $0.intersection(whole) == $0 })
        #expect(whole.rows([.fixed(1), .share(1)]).map(\.rows) == [1, 3])
        #expect(whole.centered(Size(columns: 30, rows: 2)) == Rect(column: 2, row: 2, columns: 20, rows: 2))
    }

    @Test func viewportFollowsTheSelectionAsLittleAsItMust() {
        let top = Viewport(count: 100, visible: 10)
        #expect(top.showing(5).offset == 0)
        #expect(top.showing(10).offset == 1)
        #expect(top.showing(99).rows == 90..<100)
        #expect(Viewport(count: 100, visible: 10, offset: 50).showing(40, margin: 2).offset == 38)
        #expect(Viewport(count: 3, visible: 10, offset: 50).rows == 0..<3)
        #expect(Viewport(count: 0, visible: 0, offset: -1).showing(4).rows == 0..<0)
        #expect(Viewport(count: 100, visible: 10, offset: Int.max).offset == 90)
    }
}

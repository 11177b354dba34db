/// How much of a length a part takes.
package enum Extent: Hashable, Sendable {
    /// So many cells.
    case fixed(Int)
    /// A share of what fixed parts leave, weighed against the other shares, and never less than a minimum.
    case share(Double, minimum: Int = 0)
}

extension Rect {
    /// The rectangle cut into columns side by side, with a gap between.
    package func columns(_ extents: [Extent], gap: Int = 0) -> [Rect] {
        var column = self.column
        return Layout.lengths(of: extents, in: columns, gap: gap).map { length in
            defer { column += length + max(0, gap).coordinate }
            return Rect(column: column, row: row, columns: length, rows: rows).intersection(self)
        }
    }

    /// The rectangle cut into rows one below the other, with a gap between.
    package func rows(_ extents: [Extent], gap: Int = 0) -> [Rect] {
        var row = self.row
        return Layout.lengths(of: extents, in: rows, gap: gap).map { length in
            defer { row += length + max(0, gap).coordinate }
            return Rect(column: column, row: row, columns: columns, rows: length).intersection(self)
        }
    }

    /// A rectangle of a size in the middle of this one, no larger than it.
    package func centered(_ size: Size) -> Rect {
        let columns = min(size.columns, self.columns)
        let rows = min(size.rows, self.rows)
        return Rect(
            column: column + (self.columns - columns) / 2,
            row: row + (self.rows - rows) / 2,
            columns: columns,
            rows: rows
        )
    }
}

/// Divides a length among parts.
package enum Layout {
    /// The lengths of the parts; together with the gaps they never exceed the total.
    ///
    /// Fixed parts come first, then minimums, then shares; what cannot be had is cut from the end.
    package static func lengths(of extents: [Extent], in total: Int, gap: Int = 0) -> [Int] {
        guard !extents.isEmpty else { return [] }
        var left = max(0, total.coordinate - max(0, gap).coordinate * (extents.count - 1))
        var lengths = extents.map { extent in
            let wanted =
                switch extent {
                case .fixed(let length): max(0, length)
                case .share(_, let minimum): max(0, minimum)
                }
            let length = min(wanted, left)
            left -= length
            return length
        }
        // What is left is dealt so that shares come as near to their weights as their minimums let them.
        let shares = extents.map { extent -> Double in
            guard case .share(let weight, _) = extent, weight.isFinite, weight > 0 else { return 0 }
            return weight
        }
        var open = Set(shares.indices.filter { shares[$0] > 0 })
        while !open.isEmpty {
            let room = left + open.reduce(0) { $0 + lengths[$1] }
            let weight = open.reduce(0) { $0 + shares[$1] }
            let ideal = { (index: Int) in Int(Double(room) * (shares[index] / weight)) }
            // A part whose minimum is above its share keeps the minimum, and the others are dealt anew.
            if let settled = open.first(where: { ideal($0) < lengths[$0] }) {
                open.remove(settled)
                continue
            }
            var rest = room
            for index in open.sorted() {
                lengths[index] = ideal(index)
                rest -= lengths[index]
            }
            // Rounding leaves a few cells: one each to the first parts.
            for index in open.sorted().prefix(max(0, rest)) { lengths[index] += 1 }
            break
        }
        return lengths
    }
}

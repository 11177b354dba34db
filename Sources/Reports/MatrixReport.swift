import JSON
package import Reachability
import Topology

/// What `matrix` prints: which segment reaches which.
package struct MatrixReport: Sendable {
    private let matrix: SegmentMatrix

    package init(_ matrix: SegmentMatrix) { self.matrix = matrix }

    /// Beyond so many groups only cells in which something may pass are written.
    private static let mostWholeGroups = 100

    private var cells: [SegmentMatrix.Cell] {
        matrix.groups.count <= Self.mostWholeGroups ? matrix.cells.flatMap { $0 } : matrix.openCells
    }

    /// The matrix for programs: `bulkhead.matrix/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.matrix/1")
            writer.strings("groups", matrix.groups.map { $0.id?.text ?? $0.name })
            if matrix.groups.count > Self.mostWholeGroups { writer.member("omitted", "deny") }
            writer.objects("cells", cells) { writer, cell in
                writer.member("from", cell.from)
                writer.member("to", cell.to)
                writer.member("flows", cell.flows.description)
                writer.member("verdict", cell.state.rawValue)
                writer.member("pairs", cell.pairs)
                writer.member("allowedPairs", cell.allowedPairs)
                if cell.unknownPairs > 0 { writer.member("unknownPairs", cell.unknownPairs) }
            }
        }
        return writer.text + "\n"
    }

    /// The matrix as comma-separated values, one pair of groups a line (RFC 4180).
    package func csv() -> String {
        let rows = cells.map { cell in
            [
                Self.field(matrix.groups[cell.from].name), Self.field(matrix.groups[cell.to].name),
                cell.state.rawValue, Self.field(cell.flows.description), String(cell.pairs),
                String(cell.allowedPairs), String(cell.unknownPairs),
            ].joined(separator: ",")
        }
        return (["from,to,verdict,flows,pairs,allowedPairs,unknownPairs"] + rows).joined(separator: "\r\n")
            + "\r\n"
    }

    /// Text as a field; what a spreadsheet would take for a formula is quoted with an apostrophe.
    private static func field(_ text: String) -> String {
        let plain = text.first.map { "=+-@\t\r".contains($0) } == true ? "'" + text : text
        guard plain.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return plain }
        return "\"" + plain.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            + "\""
    }

    /// The matrix for people: a letter a cell, the names beside and a legend below.
    package func text(_ ink: Ink) -> String {
        let names = matrix.groups.map { Printable.safe($0.name) }
        let width = min(40, names.map(\.count).max() ?? 0)
        let digits = String(max(0, names.count - 1)).count
        func number(_ index: Int) -> String {
            String(repeating: " ", count: digits - String(index).count) + String(index)
        }
        var lines =
            names.isEmpty
            ? []
            : [
                String(repeating: " ", count: width + digits + 2)
                    + names.indices.map { " " + number($0) }.joined()
            ]
        for (from, row) in matrix.cells.enumerated() {
            let name = String(names[from].prefix(width))
            let pad = String(repeating: " ", count: width - name.count)
            let cells = row.map { String(repeating: " ", count: digits) + mark($0, ink) }.joined()
            lines.append("\(number(from)) \(name)\(pad) \(cells)")
        }
        lines.append("A every pair  p some pairs  ? not to be said  · none    rows send, columns receive")
        return lines.joined(separator: "\n") + "\n"
    }

    private func mark(_ cell: SegmentMatrix.Cell, _ ink: Ink) -> String {
        guard cell.pairs > 0 else { return ink(" ", .quiet) }
        return switch cell.state {
        case .allow: ink("A", .green)
        case .partial: ink("p", .yellow)
        case .unknown: ink("?", .magenta)
        case .deny: ink("·", .quiet)
        }
    }
}

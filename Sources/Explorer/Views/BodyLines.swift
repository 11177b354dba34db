import Canvas
import JSON
import Rules

/// The body of a resource as lines to show: as JSON with its places in the input, and as properties without
/// brackets.
///
/// What is secret is masked.
struct BodyLines {
    private let body: JSONValue

    /// More lines than anybody reads; what follows is left out and said so.
    static let limit = 20_000

    init(_ body: JSONValue) { self.body = body }

    /// A line and the byte of the input it comes from.
    struct Line {
        let text: StyledLine
        /// The offset of the value.
        let offset: Int
        let depth: Int
        /// Where it leads, where that is not told by its text.
        var target: Target?
    }

    /// The body as indented JSON text.
    var json: String {
        JSONLines(of: body).prefix(BodyLines.limit).map { line in
            String(repeating: "  ", count: line.depth) + line.name + masked(line)
        }
        .joined(separator: "\n")
    }

    /// The body as indented JSON.
    func indented() -> [Line] {
        lines { line, _ in
            var text = StyledLine(String(repeating: "  ", count: line.depth), .text)
            text.append(line.name, .accent)
            text.append(masked(line), BodyLines.role(line.text))
            return text
        }
    }

    /// The body as properties: a name and a value, or the name of what follows, in the order of the input.
    func properties() -> [Line] {
        let edge = valueEdge
        return lines { line, index in
            guard line.depth > 0, let first = line.text.first, first != "}", first != "]" else { return nil }
            let isOpening = line.text == "{" || line.text == "["
            var name = BodyLines.bare(line.name)
            if name.isEmpty { name = "[\(index)]" }
            var text = StyledLine(String(repeating: "  ", count: line.depth - 1), .text)
            guard !isOpening else {
                text.append(name, .title)
                return text
            }
            let room = max(8, edge - 2 * (line.depth - 1))
            text.append(name.padded(to: room, truncation: .middle) + "  ", .muted)
            var value = masked(line)
            if value.hasSuffix(",") { value.removeLast() }
            let role = BodyLines.role(value)
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 {
                value = String(value.dropFirst().dropLast())
            }
            if value == "{}" || value == "[]" { value = "none" }
            text.append(value, value.isEmpty ? .muted : role)
            return text
        }
    }

    /// The column where names end: behind the longest one, but so that values keep most of a narrow pane.
    private var valueEdge: Int {
        JSONLines(of: body).prefix(BodyLines.limit).reduce(22) { edge, line in
            let isValue = line.text != "{" && line.text != "["
            let end = 2 * (line.depth - 1) + BodyLines.bare(line.name).count
            return isValue ? max(edge, min(end, 36)) : edge
        }
    }

    /// A name without its quotes and colon.
    private static func bare(_ name: String) -> String {
        let name = name.filter { $0 != "\"" }
        return name.hasSuffix(": ") ? String(name.dropLast(2)) : name
    }

    private func lines(_ style: (_ line: JSONLine, _ index: Int) -> StyledLine?) -> [Line] {
        var lines: [Line] = []
        // How many elements came before, at each depth.
        var counts: [Int] = [0]
        for line in JSONLines(of: body) {
            guard lines.count < BodyLines.limit else {
                lines.append(
                    Line(
                        text: StyledLine("… more follows in the input", .muted),
                        offset: line.offset,
                        depth: line.depth
                    )
                )
                break
            }
            while counts.count <= line.depth + 1 { counts.append(0) }
            let isClosing = line.text.first == "}" || line.text.first == "]"
            if let text = style(line, counts[line.depth]) {
                lines.append(Line(text: text, offset: line.offset, depth: line.depth))
            }
            if !isClosing { counts[line.depth] += 1 }
            counts[line.depth + 1] = line.text == "{" || line.text == "[" ? 0 : counts[line.depth + 1]
        }
        return lines
    }

    /// The line of the input on which an offset stands.
    func number(at offset: Int) -> Int { body.document.position(at: offset).line }

    private func masked(_ line: JSONLine) -> String {
        guard line.text.hasPrefix("\"") else { return line.text }
        let name = line.name.filter { $0 != "\"" && $0 != ":" && $0 != " " }
        let shown = Secrets.masked(JSONValue(document: body.document, offset: line.offset), at: name)
        guard shown == "\"•••\"" else { return line.text }
        return line.text.hasSuffix(",") ? shown + "," : shown
    }

    private static func role(_ text: String) -> Role {
        switch text.first {
        case "\"": .text
        case "t": .pass
        case "f": .unknown
        case "n": .muted
        case "{", "}", "[", "]": .muted
        default: .strong
        }
    }
}

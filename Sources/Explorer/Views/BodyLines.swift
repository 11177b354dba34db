import Canvas
import JSON
import Rules

/// The body of a resource as lines to show: as JSON with its places in the input, and as properties without
/// brackets.
///
/// What is secret is masked. What only Azure knows stands as the expression it comes from, and what was assumed says so;
/// as JSON both show what the reading made of them.
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
            let isMark = line.name.contains("\"$symbolic\"") || line.name.contains("\"$assumed\"")
            text.append(masked(line), isMark ? .unknown : BodyLines.role(line.text))
            return text
        }
    }

    /// The body as properties: a name and a value, or the name of what follows, in the order of the input.
    func properties() -> [Line] {
        let edge = valueEdge
        let assumed = assumed
        // What lies deeper than this is said already by the line above it.
        var hidden: Int?
        return lines { line, index in
            if let depth = hidden, line.depth > depth { return nil }
            hidden = nil
            if ["$assumed", "assumed"].contains(BodyLines.bare(line.name)), line.depth == 1 {
                hidden = line.depth
                return nil
            }
            guard line.depth > 0, let first = line.text.first, first != "}", first != "]" else { return nil }
            let isOpening = line.text == "{" || line.text == "["
            var name = BodyLines.bare(line.name)
            if name.isEmpty { name = "[\(index)]" }
            var text = StyledLine(String(repeating: "  ", count: line.depth - 1), .text)
            let symbolic = isOpening ? symbolic(at: line.offset) : nil
            let note = assumed.contains(line.offset) ? "  assumed" : ""
            guard !isOpening || symbolic != nil else {
                text.append(name, .title)
                text.append(note, .manual)
                return text
            }
            let room = max(8, edge - 2 * (line.depth - 1))
            text.append(name.padded(to: room, truncation: .middle) + "  ", .muted)
            if let symbolic {
                hidden = line.depth
                text.append("\(Glyph.unknown.character) \(symbolic)", .unknown, .bold)
                return text
            }
            var value = masked(line)
            if value.hasSuffix(",") { value.removeLast() }
            let role = BodyLines.role(value)
            if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 {
                value = String(value.dropFirst().dropLast())
            }
            if value == "{}" || value == "[]" { value = "none" }
            text.append(value, !note.isEmpty ? .manual : value.isEmpty ? .muted : role)
            text.append(note, .manual)
            return text
        }
    }

    /// The offsets of the values that the reading filled in.
    private var assumed: Set<Int> {
        let paths = (body.member("$assumed") ?? body.member("assumed"))?.elements.compactMap(\.string) ?? []
        return Set(paths.compactMap { body.locate($0).value?.offset })
    }

    /// The expression that a value stands for which only Azure knows; nil for any other value.
    private func symbolic(at offset: Int) -> String? {
        let value = JSONValue(document: body.document, offset: offset)
        guard let text = value.member("$symbolic")?.string else { return nil }
        let reason = value.member("reason")?.string.map { "  \($0)" } ?? ""
        return text.sanitised + reason.sanitised
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

/// Writes markup as it is told; every text and attribute is escaped on its way, so that no name becomes an element.
///
/// Fits XML and HTML alike: elements are closed and attributes are quoted.
struct Markup {
    private(set) var written: String

    init(_ head: String = "") { written = head }

    typealias Attributes = KeyValuePairs<String, String?>

    /// An element with what `body` writes in it; attributes that are nil are left out.
    mutating func element(_ name: String, _ attributes: Attributes = [:], _ body: (inout Markup) -> Void) {
        open(name, attributes)
        written += ">"
        body(&self)
        written += "</"
        written += name
        written += ">"
    }

    /// An element that holds a text and nothing else.
    mutating func element(_ name: String, _ text: String) { element(name) { $0.text(text) } }

    /// An element that holds a text.
    mutating func element(_ name: String, _ attributes: Attributes, _ text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// An element that holds nothing, such as a line of a drawing.
    mutating func leaf(_ name: String, _ attributes: Attributes = [:]) {
        open(name, attributes)
        written += "/>"
    }

    /// A text.
    mutating func text(_ text: String) { escape(text) }

    /// The end of a line, for those who read the source.
    mutating func breakLine() { written += "\n" }

    /// Markup of the program's own, which nothing of an input is part of.
    mutating func raw(_ markup: StaticString) { written += "\(markup)" }

    /// Markup that was written elsewhere.
    mutating func append(_ other: Markup) { written += other.written }

    private mutating func open(_ name: String, _ attributes: Attributes) {
        written += "<"
        written += name
        for (name, value) in attributes {
            guard let value else { continue }
            written += " "
            written += name
            written += "=\""
            escape(value)
            written += "\""
        }
    }

    private mutating func escape(_ text: String) {
        for scalar in Printable.safe(text).unicodeScalars {
            switch scalar {
            case "&": written += "&amp;"
            case "<": written += "&lt;"
            case ">": written += "&gt;"
            case "\"": written += "&quot;"
            case "'": written += "&#39;"
            // No characters of XML.
            case "\u{FFFE}", "\u{FFFF}": written += "·"
            default: written.unicodeScalars.append(scalar)
            }
        }
    }
}

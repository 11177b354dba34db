/// Text as Azure counts and compares it: code unit by code unit, whatever these combine to on a screen.
enum TextUnits {
    /// So many code units of UTF-16 from a place on; both must lie in the text.
    static func part(of text: String, from start: Int, count: Int) -> String {
        let units = text.utf16
        let first = units.index(units.startIndex, offsetBy: start)
        let last = units.index(first, offsetBy: count)
        return String(decoding: units[first..<last], as: UTF16.self)
    }

    /// The first code units of a text.
    static func prefix(_ text: String, _ count: Int) -> String {
        String(decoding: text.utf16.prefix(count), as: UTF16.self)
    }

    /// What is left behind the first code units of a text.
    static func rest(_ text: String, behind count: Int) -> String {
        String(decoding: text.utf16.dropFirst(count), as: UTF16.self)
    }

    /// Where a text stands in another one, counted in code units; nil where it does not.
    static func place(of wanted: String, in text: String, fromEnd: Bool) -> Int? {
        let (text, wanted) = (Array(text.utf16), Array(wanted.utf16))
        guard wanted.count <= text.count else { return nil }
        let starts = 0...(text.count - wanted.count)
        func isThere(_ start: Int) -> Bool { text[start..<start + wanted.count].elementsEqual(wanted) }
        return fromEnd ? starts.last(where: isThere) : starts.first(where: isThere)
    }

    /// Whether a text holds another one.
    static func contains(_ text: String, _ wanted: String) -> Bool {
        guard let first = wanted.utf8.first else { return true }
        let (bytes, wanted) = (Array(text.utf8), Array(wanted.utf8))
        guard wanted.count <= bytes.count else { return false }
        return (0...(bytes.count - wanted.count)).contains {
            bytes[$0] == first && bytes[$0..<$0 + wanted.count].elementsEqual(wanted)
        }
    }

    /// The pieces of a text between separators, of which the first in the list counts where two fit.
    static func pieces(of text: String, between separators: [String]) -> [String] {
        let separators = separators.filter { !$0.isEmpty }.map { Array($0.utf8) }
        let bytes = Array(text.utf8)
        var pieces: [String] = []
        var (start, index) = (0, 0)
        while index < bytes.count {
            guard let separator = separators.first(where: { bytes[index...].starts(with: $0) }) else {
                index += 1
                continue
            }
            pieces.append(String(decoding: bytes[start..<index], as: UTF8.self))
            index += separator.count
            start = index
        }
        return pieces + [String(decoding: bytes[start...], as: UTF8.self)]
    }
}

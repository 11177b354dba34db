/// One entry of a port list, with the text it was read from.
package struct PortTerm: Hashable, Sendable, CustomStringConvertible {
    package enum Meaning: Hashable, Sendable {
        case range(PortRange)
        /// Text that is no port, with the reason.
        case unreadable(reason: String)
    }

    package let text: String
    package let meaning: Meaning

    package init(_ text: String) {
        self.text = text
        meaning = Self.read(text)
    }

    package var description: String { text }

    package var range: PortRange? {
        if case .range(let range) = meaning { range } else { nil }
    }

    package var isEverything: Bool { range?.isEverything == true }

    private static func read(_ text: String) -> Meaning {
        if text == "*" || text.isSame(as: "any") { return .range(.all) }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        let ports = ends.compactMap { UInt16($0.filter { $0 != " " }) }
        guard (1...2).contains(ends.count), ports.count == ends.count else {
            return .unreadable(reason: "neither a port 0-65535, a range of ports nor *")
        }
        guard ports[0] <= ports[ports.count - 1] else {
            return .unreadable(reason: "the range ends before it begins")
        }
        return .range(PortRange(ports[0], ports[ports.count - 1]))
    }
}

extension Sequence<PortTerm> {
    /// The ranges that could be read.
    package var ranges: [PortRange] { compactMap(\.range) }

    /// Whether any entry holds the port.
    package func contains(port: UInt16) -> Bool { contains { $0.range?.contains(port) == true } }
}

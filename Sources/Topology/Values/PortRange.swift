/// A range of ports, both ends included.
package struct PortRange: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let first: UInt16
    package let last: UInt16

    /// The ports between the two, in whichever order they are given.
    package init(_ one: UInt16, _ other: UInt16) {
        first = min(one, other)
        last = max(one, other)
    }

    package init(_ port: UInt16) { self.init(port, port) }

    /// Every port.
    package static let all = PortRange(0, .max)

    package var count: Int { Int(last) - Int(first) + 1 }
    package var isEverything: Bool { first <= 1 && last == .max }

    package func contains(_ port: UInt16) -> Bool { first <= port && port <= last }
    package func contains(_ other: PortRange) -> Bool { first <= other.first && other.last <= last }
    package func overlaps(_ other: PortRange) -> Bool { first <= other.last && other.first <= last }

    package var description: String { first == last ? "\(first)" : "\(first)-\(last)" }

    package static func < (left: PortRange, right: PortRange) -> Bool {
        (left.first, left.last) < (right.first, right.last)
    }
}

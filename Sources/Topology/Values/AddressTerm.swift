/// One address of a rule or an address list, with the text it was read from.
package struct AddressTerm: Hashable, Sendable, CustomStringConvertible {
    package enum Meaning: Hashable, Sendable {
        /// Every address of both versions: `*` or `Any`.
        case any
        case prefix(AddressPrefix)
        /// From the first to the last address, as firewalls write it.
        case range(IPAddress, IPAddress)
        case tag(ServiceTag)
        /// Text that is none of these, with the reason.
        case unreadable(reason: String)
    }

    package let text: String
    package let meaning: Meaning

    package init(_ text: String) {
        self.text = text
        meaning = Self.read(text)
    }

    package var description: String { text }

    package var prefix: AddressPrefix? {
        if case .prefix(let prefix) = meaning { prefix } else { nil }
    }

    package var tag: ServiceTag? {
        if case .tag(let tag) = meaning { tag } else { nil }
    }

    /// Whether it is every address: `*`, `Any`, `0.0.0.0/0` or `::/0`.
    package var isEverything: Bool { meaning == .any || prefix?.isEverything == true }

    /// Whether it admits the whole internet: everything, or the tag `Internet` (azure-semantics 1.3, 1.5).
    package var isInternet: Bool { isEverything || tag == .internet }

    private static func read(_ text: String) -> Meaning {
        if text == "*" || text.isSame(as: "any") { return .any }
        if let prefix = AddressPrefix(text) { return .prefix(prefix) }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        if ends.count == 2, let first = IPAddress(ends[0]), let last = IPAddress(ends[1]) {
            return first.version == last.version && first <= last
                ? .range(first, last) : .unreadable(reason: "the range ends before it begins")
        }
        guard let head = text.unicodeScalars.first else { return .unreadable(reason: "the text is empty") }
        guard head.properties.isAlphabetic, head.isASCII,
            text.utf8.allSatisfy({ isTagByte($0) })
        else { return .unreadable(reason: "neither an address, a prefix, a range nor a service tag") }
        return .tag(ServiceTag(text))
    }

    private static func isTagByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }
}

extension Sequence<AddressTerm> {
    /// The terms that are plain prefixes.
    package var prefixes: [AddressPrefix] { compactMap(\.prefix) }
}

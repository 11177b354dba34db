/// Keys and their values in the order of the text.
package struct TOMLTable: Hashable, Sendable {
    package struct Entry: Hashable, Sendable {
        package let key: String
        /// Where the key stands first.
        package let position: TOMLPosition
        package let value: TOMLValue
    }

    package let entries: [Entry]

    /// The value of a key, compared byte by byte; takes time in proportion to the entries.
    package subscript(key: String) -> TOMLValue? {
        entries.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
    }
}

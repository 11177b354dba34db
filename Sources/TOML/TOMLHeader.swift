/// A line `[table]` or `[[table]]`.
package struct TOMLHeader: Hashable, Sendable, CustomStringConvertible {
    /// The keys between the brackets; at least one.
    package let path: [String]
    /// Whether it adds an element to an array of tables.
    package let isElement: Bool
    /// Where its first bracket stands.
    package let position: TOMLPosition
    /// The first of the blank lines and comments right above it; its own line where there are none.
    package let leadLine: Int

    package var description: String {
        let path = path.map { TOML.key(TOML.short($0)) }.joined(separator: ".")
        return isElement ? "[[\(path)]]" : "[\(path)]"
    }
}

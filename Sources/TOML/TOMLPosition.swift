/// A place in a TOML text.
package struct TOMLPosition: Hashable, Comparable, Sendable {
    /// Line, counted from 1.
    package let line: Int
    /// Column in bytes, counted from 1.
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package static func < (left: TOMLPosition, right: TOMLPosition) -> Bool {
        (left.line, left.column) < (right.line, right.column)
    }
}

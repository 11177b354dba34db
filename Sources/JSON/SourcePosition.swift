/// A place in an input file: what an error message or a piece of evidence points at.
package struct SourcePosition: Hashable, Sendable {
    /// The file as the user named it, `-` for standard input.
    package let file: String
    /// Line, counted from 1.
    package let line: Int
    /// Column in bytes, counted from 1.
    package let column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

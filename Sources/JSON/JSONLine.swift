/// One line of a value laid out for reading.
package struct JSONLine: Sendable, Equatable {
    /// How deep it stands, 0 for the outermost bracket.
    package let depth: Int
    /// The name of the member with its quotes and colon, empty for elements and closing brackets.
    package let name: String
    /// The value, or the bracket that opens or closes one, with a comma where one follows.
    package let text: String
    /// The offset of the value (of a closing bracket: its own) in the document.
    package let offset: Int
}

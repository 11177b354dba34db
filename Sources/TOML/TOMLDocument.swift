/// What a TOML text says, as far as it can be understood, and everything that is wrong with it.
///
/// All of TOML 1.0 is read. A line that is broken costs itself; keys below a broken header are left out, as it is
/// not known where they belong. Whoever needs the whole text to be right refuses it where there are problems.
/// Any text is read in time in proportion to its length, and none does harm.
package struct TOMLDocument: Sendable {
    package let root: TOMLTable
    /// The headers in the order of the text, also those that stand a second time.
    package let headers: [TOMLHeader]
    /// In the order of the text.
    package let problems: [TOMLProblem]
    /// The line behind the last key or header: only blank lines and comments follow.
    package let tailLine: Int

    package init(_ text: String) {
        var reader = TOMLReader(text)
        reader.read()
        root = reader.builder.table()
        headers = reader.headers
        problems = reader.problems
        tailLine = reader.freeLine
    }
}

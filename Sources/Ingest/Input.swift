/// One thing the user named to read: a path, standard input, or bytes that are already there.
package enum Input: Sendable {
    /// A file, or a directory that is walked.
    case path(String)
    /// Standard input, `-` in messages.
    case standardInput
    /// Bytes in memory with the name that messages give them, for samples and tests.
    case bytes(name: String, [UInt8])

    /// The input that a word of the command line names.
    ///
    /// - Parameter argument: A path, or `-` for standard input.
    package init(argument: String) { self = argument == "-" ? .standardInput : .path(argument) }
}

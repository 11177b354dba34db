/// How far a reading has come; counts only grow while one input is read.
package struct ReadingProgress: Sendable, Equatable {
    /// Files found so far, and those that are read completely.
    package var files = 0
    package var filesDone = 0
    /// Bytes of the files found so far, and those whose resources are known.
    package var bytes = 0
    package var bytesDone = 0
    /// Resources found so far.
    package var resources = 0

    package init() {}
}

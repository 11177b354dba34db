package import Review
import Rules
import Topology

/// What the program around the explorer answers.
package enum Message: Sendable {
    /// How far a reading is.
    case progress(Progress, generation: Int)
    /// What was read, with its findings; a partial estate may come before the whole one.
    case loaded(Estate, isComplete: Bool, generation: Int)
    /// Nothing could be read.
    case failed(Failure, generation: Int)
    /// What was asked about the estate.
    case answered(Reply, to: Inquiry, generation: Int)
    /// The review file as it now stands, after reading it or after an edit.
    case reviewed(ReviewDocument)
    /// The review file could not be read or written; the edits made meanwhile are not saved.
    case reviewFailed(String)
    /// A line to show, for example where an export was written.
    case told(String)
    /// Something went wrong that needs no answer.
    case warned(String)

    /// How far a reading is.
    package struct Progress: Sendable, Hashable {
        package var files: Int
        package var bytes: Int
        /// Zero where it is not known.
        package var totalBytes: Int
        package var resources: Int

        package init(files: Int = 0, bytes: Int = 0, totalBytes: Int = 0, resources: Int = 0) {
            self.files = files
            self.bytes = bytes
            self.totalBytes = totalBytes
            self.resources = resources
        }
    }

    /// Why there is nothing to show.
    package struct Failure: Sendable, Hashable {
        /// What happened, in one line.
        package let what: String
        /// Why, and what to do about it.
        package let why: String

        package init(what: String, why: String) {
            self.what = what
            self.why = why
        }
    }
}

/// A line in the status bar.
struct Notice: Sendable, Hashable {
    enum Tone: Sendable { case plain, good, bad }
    let text: String
    var tone = Tone.plain
}

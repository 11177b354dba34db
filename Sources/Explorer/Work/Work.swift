package import Review

/// What the explorer asks of the program around it; answers come back as a ``Message``.
package enum Work: Sendable, Hashable {
    /// Read the inputs; the answers carry the generation.
    case load(generation: Int)
    /// Stop reading; nothing is expected of it any more.
    case cancelLoading
    /// Answer a question about the estate away from the screen; the answer carries the generation.
    case ask(Inquiry, generation: Int)
    /// Make an edit of the review file. A decision without a time gets the present one.
    case edit(ReviewEdit)
    /// Put text on the clipboard; it is safe for a terminal already.
    case copy(String)
    /// Write lines to a new file of that name, beside the input or in the working directory.
    case export(name: String, lines: [String])
    /// Report mouse events, or leave the mouse to the terminal.
    case mouse(Bool)
    case repaint, suspend, quit
}

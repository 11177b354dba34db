package import JSON

/// A part of the input that was read but is not part of the estate, with the reason.
///
/// Nothing is dropped silently: every file, row and answer ends as a resource or here.
package struct NotUnderstood: Hashable, Sendable {
    /// Where it begins.
    package let position: SourcePosition
    /// What it is and why it is not used, a sentence without a final full stop.
    package let reason: String

    package init(position: SourcePosition, reason: String) {
        self.position = position
        self.reason = reason
    }
}

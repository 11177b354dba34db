package import Topology

/// What the inputs gave: the resources of the estate and everything there is to say about the reading.
package struct Reading: Sendable {
    /// Every resource once: in the order of the input, parts that stand inside a parent behind it.
    package internal(set) var resources: [Resource] = []
    /// What is wrong in the input; the reading went on.
    package internal(set) var diagnostics: [Diagnostic] = []
    /// What was read but is not part of the estate.
    package internal(set) var notUnderstood: [NotUnderstood] = []
    /// How many files and bytes were read.
    package internal(set) var files = 0
    package internal(set) var bytes = 0

    /// The estate with its indexes.
    package var topology: Topology { Topology(resources: resources, diagnostics: diagnostics) }

    /// Whether a part of the input was broken or could not be opened, so that the estate may lack something.
    package var isIncomplete: Bool { diagnostics.contains { $0.severity == .error } }
}

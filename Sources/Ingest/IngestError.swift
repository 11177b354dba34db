package import Topology

/// Why a reading gave nothing at all.
package struct IngestError: Error, Sendable {
    package enum Reason: Sendable {
        /// No input could be opened (exit status 66).
        case unreadable
        /// The inputs were read and nothing in them is known (exit status 66).
        case nothingKnown
        /// An input is JSON but broken before its first resource (exit status 65).
        case broken
        /// The reading was given up.
        case cancelled
    }

    package let reason: Reason
    /// What was wrong, each with its place.
    package let diagnostics: [Diagnostic]
    /// What was read and not understood, each with its place and reason.
    package let notUnderstood: [NotUnderstood]

    package init(_ reason: Reason, diagnostics: [Diagnostic] = [], notUnderstood: [NotUnderstood] = []) {
        self.reason = reason
        self.diagnostics = diagnostics
        self.notUnderstood = notUnderstood
    }
}

extension IngestError {
    /// What to say of a reading that found no resource.
    init(nothingIn reading: Reading) {
        let errors = reading.diagnostics.filter { $0.severity == .error }
        let reason: Reason =
            if errors.contains(where: { $0.position != nil }) {
                .broken
            } else if !errors.isEmpty, reading.notUnderstood.isEmpty {
                .unreadable
            } else {
                .nothingKnown
            }
        self.init(reason, diagnostics: reading.diagnostics, notUnderstood: reading.notUnderstood)
    }
}

import JSON
package import Topology

/// What the inputs gave: the resources of the estate and everything there is to say about the reading.
package struct Reading: Sendable {
    /// Every row that is a resource, in the order of the input; an id may come twice.
    package internal(set) var resources: [Resource] = []
    /// What is wrong in the input; the reading went on.
    package internal(set) var diagnostics: [Diagnostic] = []
    /// What was read but is not part of the estate.
    package internal(set) var notUnderstood: [NotUnderstood] = []
    /// What Azure told about the state it is in, beside the resources.
    package internal(set) var overlays = Overlays()
    /// The inputs named by the user that are missing or cannot be read.
    package internal(set) var unreadable: [String] = []
    /// Files that were read as a part of another one.
    var consumed: Set<String> = []
    /// How many files were read.
    package internal(set) var files = 0
    /// How many bytes they have.
    package internal(set) var bytes = 0

    /// The estate with its indexes; made anew on every call.
    package var topology: Topology {
        Topology(
            resources: resources,
            diagnostics: diagnostics,
            overlays: overlays,
            reference: EmbeddedReference.data
        )
    }

    /// Whether a part of the input was broken or could not be opened, so that the estate may lack something.
    package var isIncomplete: Bool { diagnostics.contains { $0.severity == .error } }
}

extension Reading {
    mutating func append(_ other: Reading) {
        if resources.isEmpty { resources = other.resources } else { resources += other.resources }
        diagnostics += other.diagnostics
        notUnderstood += other.notUnderstood
        overlays.append(other.overlays)
        unreadable += other.unreadable
        consumed.formUnion(other.consumed)
        files += other.files
        bytes += other.bytes
    }

    /// Tells that a file could not be read.
    mutating func fail(_ path: String, _ message: String) {
        diagnostics.append(Diagnostic(.error, "\(path): cannot be read: \(message)"))
    }

    /// Lists a whole file as not understood.
    mutating func leave(_ path: String, _ reason: String) {
        let position = SourcePosition(file: path, line: 1, column: 1)
        notUnderstood.append(NotUnderstood(position: position, reason: reason))
    }

    /// Lists what Azure told about its state, where there is no estate that it could be about.
    mutating func leaveOverlays() {
        let positions = overlays.routes.map(\.position) + overlays.securityGroups.map(\.position)
        notUnderstood += positions.map {
            NotUnderstood(
                position: $0,
                reason: "effective routes or rules, without the estate they belong to"
            )
        }
    }
}

import JSON
import Topology

/// Reads inputs of every known kind into one estate.
///
/// What an input is, is told from its content. A problem of an input is a diagnostic and the reading goes on.
package enum Reader {
    /// Reads the inputs; many form one estate.
    ///
    /// - Parameters:
    ///   - inputs: What to read, in order.
    ///   - progress: Called now and then from the reading threads.
    ///   - isCancelled: Asked now and then; the reading ends with `cancelled` where it answers true.
    /// - Returns: The resources with diagnostics and what was not understood.
    /// - Throws: `IngestError` where no resource was found at all.
    package static func read(
        _ inputs: [Input],
        progress: (@Sendable (ReadingProgress) -> Void)? = nil,
        isCancelled: @Sendable () -> Bool = { false }
    ) throws(IngestError) -> Reading {
        var reading = Reading()
        for input in inputs {
            guard !isCancelled() else { throw IngestError(.cancelled) }
            switch input {
            case .bytes(let name, let bytes): read(JSONDocument(name: name, bytes: bytes), into: &reading)
            case .path(let path): read(path, into: &reading)
            case .standardInput: read("/dev/stdin", into: &reading)
            }
        }
        guard !reading.resources.isEmpty else {
            throw IngestError(
                .nothingKnown,
                diagnostics: reading.diagnostics,
                notUnderstood: reading.notUnderstood
            )
        }
        return reading
    }

    private static func read(_ path: String, into reading: inout Reading) {
        do {
            read(JSONDocument(name: path, bytes: try FileBytes.read(path)), into: &reading)
        } catch {
            reading.diagnostics.append(Diagnostic(.error, "\(path): \(error.message)"))
        }
    }

    private static func read(_ document: JSONDocument, into reading: inout Reading) {
        reading.files += 1
        reading.bytes += document.bytes.count
        guard let root = document.root else { return }
        let list = ["data", "value"].lazy.compactMap { root.member($0) }.first { $0.kind == .array }
        for row in (list ?? root).elements.isEmpty ? [root] : (list ?? root).elements {
            guard let id = row.member("id")?.string, let type = row.member("type")?.string else {
                reading.notUnderstood.append(
                    NotUnderstood(position: row.position, reason: "a value without an id and a type")
                )
                continue
            }
            reading.resources.append(
                Resource(id: ResourceID(id), type: ResourceType(type), body: row)
            )
        }
    }
}

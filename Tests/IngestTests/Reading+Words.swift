import Ingest
import JSON
import Topology

extension Reading {
    /// A reading of text as if it were a file.
    static func of(_ text: String, name: String = "in.json") throws -> Reading {
        try Reader.read([.bytes(name: name, Array(text.utf8))])
    }

    var ids: [String] { resources.map(\.id.text) }
    var types: [String] { resources.map(\.type.text) }
    /// `line:column reason` of everything that was not understood.
    var left: [String] { notUnderstood.map { "\($0.position.line):\($0.position.column) \($0.reason)" } }
    /// `severity line:column message` of everything there is to say.
    var told: [String] {
        diagnostics.map {
            "\($0.severity) \($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.message)"
        }
    }
}

/// The error of a reading that finds nothing; nil where it finds something.
func refusal(_ text: String) -> IngestError? { refusal([.bytes(name: "in.json", Array(text.utf8))]) }

func refusal(_ inputs: [Input]) -> IngestError? {
    do throws(IngestError) {
        _ = try Reader.read(inputs)
        return nil
    } catch {
        return error
    }
}

extension IngestError {
    var left: [String] { notUnderstood.map { "\($0.position.line):\($0.position.column) \($0.reason)" } }
    var told: [String] {
        diagnostics.map {
            "\($0.severity) \($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.message)"
        }
    }
}

import JSON
import Topology

extension TemplateExpansion {
    /// Reads and evaluates a template.
    ///
    /// - Parameters:
    ///   - input: A file, standard input, or bytes.
    ///   - options: Where it is deployed, and with which parameters.
    /// - Throws: Where it cannot be read, or is no template.
    package init(of input: Input, options: TemplateOptions = TemplateOptions()) throws(IngestError) {
        let (source, path): (Source, String?) =
            switch input {
            case .path(let path): (.named(path), path)
            case .standardInput: (.standardInput, nil)
            case .bytes(let name, let bytes): (.bytes(name: name, bytes), nil)
            }
        let content: FileBytes
        do throws(FileBytes.Failure) {
            content = try source.read()
        } catch {
            throw IngestError(
                .unreadable,
                diagnostics: [Diagnostic(.error, "\(source.name): cannot be read: \(error.message)")]
            )
        }
        let document = JSONDocument(name: source.name, bytes: content.bytes)
        guard let root = document.root, root.kind == .object else {
            throw IngestError(
                .broken,
                diagnostics: [
                    Diagnostic(
                        .error,
                        "Expected a template, an object in JSON.",
                        at: document.position(at: 0)
                    )
                ]
            )
        }
        self.init(root, path: path, options: options)
        guard isReadable else { throw IngestError(.broken, diagnostics: diagnostics) }
        if resources.isEmpty, outputs.isEmpty, root.member("resources") == nil, root.member("template") == nil
        {
            throw IngestError(
                .broken,
                diagnostics: diagnostics + [
                    Diagnostic(.error, "There is no 'resources': this is no template.", at: root.position)
                ]
            )
        }
    }
}

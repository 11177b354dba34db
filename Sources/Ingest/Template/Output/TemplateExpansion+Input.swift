import JSON
import Topology

extension TemplateExpansion {
    /// Reads and evaluates a template; one in Bicep is compiled first.
    ///
    /// - Parameters:
    ///   - input: A file, standard input, or bytes.
    ///   - options: Where it is deployed, and with which parameters.
    ///   - bicep: Looks up the program that compiles Bicep, where that is needed.
    /// - Throws: Where it cannot be read, or is no template.
    package init(
        of input: Input,
        options: TemplateOptions = TemplateOptions(),
        bicep: () -> BicepProgram? = { .find() }
    ) throws(IngestError) {
        if case .path(let path) = input, BicepProject.isBicep(path) {
            self = try Self.compiled(path, options, bicep)
            return
        }
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

    /// A template in Bicep; parameters that are in Bicep, too, bring their template along.
    private static func compiled(
        _ path: String,
        _ options: TemplateOptions,
        _ bicep: () -> BicepProgram?
    ) throws(IngestError) -> TemplateExpansion {
        guard let program = bicep() else {
            let told = Diagnostic(.error, "\(path): \(BicepProgram.advice)")
            throw IngestError(.unreadable, diagnostics: [told])
        }
        var options = options
        var file = path
        if let parameters = options.parameters, parameters.hasSuffix(".bicepparam") {
            (file, options.parameters) = (parameters, nil)
        }
        let compilation = BicepCompilation(file, program)
        guard let document = compilation.document, let root = document.root else {
            throw IngestError(.broken, diagnostics: compilation.diagnostics)
        }
        var expansion = TemplateExpansion(root, path: path, options: options)
        expansion.diagnostics = compilation.diagnostics + expansion.diagnostics
        guard expansion.isReadable else { throw IngestError(.broken, diagnostics: expansion.diagnostics) }
        return expansion
    }
}

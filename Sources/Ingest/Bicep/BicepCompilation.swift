import JSON
import Topology

/// A Bicep file, compiled to a template that leads back to it.
struct BicepCompilation {
    /// The template, or an object of it and its parameters; nil where there is none.
    private(set) var document: JSONDocument?
    private(set) var diagnostics: [Diagnostic]

    init(_ path: String, _ program: BicepProgram, isCancelled: () -> Bool = { false }) {
        let (text, told) = program.compile(path, isCancelled: isCancelled)
        diagnostics = told
        guard let text else { return }
        guard path.hasSuffix(".bicepparam") else {
            document = BicepOrigins.document(text, compiledFrom: path, template: nil)
            return
        }
        // The compiler prints the two as texts inside an object.
        guard let root = JSONDocument(name: path, bytes: text).root,
            let template = root.member("templateJson")?.string
        else {
            diagnostics.append(
                Diagnostic(.error, "\(path): it names no template, so there is nothing that it describes")
            )
            return
        }
        let given = root.member("parametersJson")?.string.map { JSONDocument(name: path, text: $0) }
        let parameters = given?.root?.member("parameters")?.text ?? "{}"
        let both = #"{"template":\#(template),"parameters":\#(parameters)}"#
        let using = TemplateFolder.read(path).map(BicepScanner.declarations)?.first { $0.kind == .using }
        let main = using.map { TemplateFolder.directory(of: path) + $0.target }
        document = BicepOrigins.document(Array(both.utf8), compiledFrom: path, template: main ?? path)
    }
}

import JSON
import Topology

/// One evaluation of a template with everything nested in it: documents, budget, diagnostics, resources by id.
///
/// A class because all deployments of the evaluation, which refer to each other lazily, share it; it lives on one
/// thread and ends with the evaluation.
final class TemplateRun {
    /// The most function calls, copies and elements of one evaluation.
    static let stepLimit = 2_000_000
    static let diagnosticLimit = 200

    private(set) var documents: [JSONDocument] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Where linked templates may lie.
    let folder: TemplateFolder
    /// The files that were linked.
    var linked: Set<String> = []
    /// Every resource planned so far, by its id in lower case.
    var resources: [String: (deployment: Deployment, index: Int)] = [:]
    /// The locations of resource groups that the templates create, by id in lower case.
    var groupLocations: [String: String] = [:]
    /// The linked templates read so far, by path.
    var templates: [String: Template] = [:]
    var nodes: [String: TemplateNode] = [:]
    /// What each `reference(…)` that was met means, by its text; nil where the text means several.
    private(set) var references: [String: ReferenceTarget?] = [:]
    /// How deep deployments are nested in each other.
    var nesting = 0
    private var steps = 0
    private var told: Set<String> = []
    private var isOver = false

    init(folder: TemplateFolder) { self.folder = folder }

    /// Takes a document; answers its number.
    func add(_ document: JSONDocument) -> Int {
        documents.append(document)
        return documents.count - 1
    }

    /// Parses a file.
    func read(_ bytes: [UInt8], name: String) throws(TemplateFault) -> TemplateNode {
        try TemplateSyntax.read(bytes, document: add(JSONDocument(name: name, bytes: bytes)))
    }

    func position(of origin: Origin?, shift: Int = 0) -> SourcePosition? {
        guard let origin, documents.indices.contains(Int(origin.document)) else { return nil }
        return documents[Int(origin.document)].position(at: Int(origin.offset) + shift)
    }

    /// A resource of the templates that a `reference(…)` means.
    struct ReferenceTarget: Equatable {
        /// Its id in lower case.
        let id: String
        /// Whether the whole resource is meant, and not its properties.
        let isFull: Bool
    }

    func note(reference text: String, to id: String, isFull: Bool) {
        let target = ReferenceTarget(id: id.lowercased(), isFull: isFull)
        if let known = references[text] {
            if known != target { references[text] = .some(nil) }
        } else {
            references[text] = target
        }
    }

    /// Counts work; throws where there is too much of it.
    func spend(_ count: Int = 1) throws(TemplateFault) {
        steps += count
        guard steps <= Self.stepLimit else {
            throw TemplateFault("The template takes more than \(Self.stepLimit) steps to evaluate.")
        }
    }

    /// Tells a problem, once for each place.
    func tell(_ severity: Diagnostic.Severity, _ message: String, at origin: Origin?, shift: Int = 0) {
        let position = position(of: origin, shift: shift)
        let key = "\(position?.file ?? ""):\(position?.line ?? 0):\(position?.column ?? 0):\(message)"
        guard !isOver, told.insert(key).inserted else { return }
        guard diagnostics.count < Self.diagnosticLimit else {
            isOver = true
            diagnostics.append(
                Diagnostic(.warning, "There are more problems in it than are listed.")
            )
            return
        }
        diagnostics.append(Diagnostic(severity, message, at: position))
    }

    /// Tells that an expression has no value; answers the symbolic value that stands for it.
    func fail(_ fault: TemplateFault, _ expression: ParsedExpression, at origin: Origin) -> TemplateValue {
        let text = expression.text.split { $0.isWhitespace }.joined(separator: " ")
        let shown = text.count > 200 ? text.prefix(200) + "…" : text
        tell(.error, "\(fault.message) Expression: \(shown)", at: origin, shift: 1 + fault.offset)
        return .symbolic(SymbolicValue(String(text.dropFirst().dropLast()), .error))
    }
}

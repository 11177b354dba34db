import Ingest
import JSON
import Topology

extension TemplateExpansion {
    /// A template from the text of its members.
    static func of(_ members: String, options: TemplateOptions = TemplateOptions()) -> TemplateExpansion {
        let text = #"{"contentVersion":"1.0.0.0",\#(members)}"#
        let document = JSONDocument(name: "t.json", text: text)
        return TemplateExpansion(JSONValue(document: document, offset: 0), path: nil, options: options)
    }

    var ids: [String] { resources.map(\.id) }

    /// What is wrong, without warnings and notes.
    var errors: [String] { diagnostics.filter { $0.severity == .error }.map(\.message) }

    /// The value of an output as it stands in the document.
    func output(_ name: String) -> String? { outputs.first { $0.name == name }?.value?.text }

    /// The text of a member of a resource's body.
    func body(_ index: Int, _ path: String) -> String? { resources[index].body.locate(path).value?.text }
}

/// The value of an expression as JSON, or the message of its error.
func value(of expression: String, _ members: String = "\"variables\":{}") -> String {
    var writer = JSONWriter(pretty: false)
    writer.value("[\(expression)]")
    let expansion = TemplateExpansion.of(
        #"\#(members),"resources":[],"outputs":{"o":{"type":"object","value":\#(writer.text)}}"#
    )
    return expansion.errors.first.map { "error: \($0)" } ?? expansion.output("o") ?? "no output"
}

import JSON
import Rules
import Topology

extension ControlsReport {
    /// The catalogue for programs: `bulkhead.controls/1`.
    package func json() -> String {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("schema", "bulkhead.controls/1")
            writer.objects("controls", controls) { writer, control in
                writer.member("id", control.id)
                writer.member("name", control.name)
                writer.member("title", control.title)
                writer.member("section", control.section.rawValue)
                writer.member("step", control.step)
                writer.member("severity", control.isQuestion ? "manual" : control.severity.rawValue)
                writer.member("tier", control.tier.rawValue)
                writer.strings("principles", control.principles.map(\.rawValue))
                writer.strings("types", control.types.map(\.text))
                writer.member("why", control.why)
                writer.object("remediation") {
                    $0.member("text", control.remediation.text)
                    $0.member("command", control.remediation.command)
                }
                writer.member("question", control.question)
                writer.member("documentation", control.documentation)
                writer.object("benchmarks") { writer in
                    for (name, items) in control.benchmarks.sorted(by: { $0.key < $1.key }) {
                        writer.strings(name, items)
                    }
                }
            }
        }
        return writer.text + "\n"
    }
}

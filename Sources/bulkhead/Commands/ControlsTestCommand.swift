import Arguments
import Ingest
import Reports
import Rules
import Topology

extension ControlsCommand {
    /// `bulkhead controls test DIR`: holds own controls against the examples in their files.
    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Hold controls of your own against the examples in their files.",
            discussion: """
                Each [[control.example]] is an estate with the outcome the control must give for it. Ends with status 1 \
                where one gives another, 65 where a file is at fault.
                """
        )

        @Argument(help: "Folders of controls in TOML, or such files.")
        var rules: [String]

        @OptionGroup var output: OutputOptions

        func run() async throws {
            let ink = output.ink
            var lines: [String] = []
            var count = 0
            var failures = 0
            let controls = try RuleFiles(rules).controls()
            for control in controls {
                for (index, example) in control.examples.enumerated() {
                    count += 1
                    let name = "\(control.id) example \(index + 1) (\(example.outcome.rawValue))"
                    if let problem = await Self.problem(of: control, example) {
                        failures += 1
                        lines.append(ink.failure("FAIL  ") + "\(name): \(Printable.safe(problem))")
                    } else {
                        lines.append("ok    \(name)")
                    }
                }
                let shown = Set(control.examples.map(\.outcome))
                let lacking = [Outcome.pass, .fail].filter { !shown.contains($0) }.map(\.rawValue)
                if !lacking.isEmpty {
                    lines.append(
                        "note  \(control.id) has no example for \(lacking.joined(separator: " and "))"
                    )
                }
            }
            let result = failures == 0 ? "all as they should be" : "\(failures) not as they should be"
            lines.append("\(controls.count.counted("control")), \(count.counted("example")), \(result)")
            try Streams.put(lines.joined(separator: "\n") + "\n", into: output.output)
            if failures > 0 { throw ExitStatus.findings }
        }

        /// What an example gave instead of what it should have; nil where it gave that.
        private static func problem(of control: Control, _ example: Example) async -> String? {
            let reading: Reading
            do {
                reading = try Reader.read([.bytes(name: "\(control.id) example", Array(example.estate.utf8))])
            } catch {
                let why = error.diagnostics.map(\.line) + error.notUnderstood.map(\.line)
                return "the estate cannot be read: \(why.first ?? "nothing in it is known")"
            }
            let findings = await Assessment(of: reading.topology, by: [control]).findings
            guard !example.isMet(by: findings) else { return nil }
            let given = findings.map { "\($0.outcome.rawValue) (\($0.message))" }
            return "it gave \(given.joined(separator: ", "))"
        }
    }
}

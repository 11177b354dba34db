import TOML
package import Topology

/// A team's own controls, read from TOML.
package struct OwnControls: Sendable {
    /// In the order of the files.
    package private(set) var controls: [Control] = []
    /// What is wrong in the files, by place; a control with an error is not among the controls.
    package private(set) var diagnostics: [Diagnostic] = []
    /// Where each id and name was given first.
    private var taken: [String: String]

    package init() {
        taken = Dictionary(
            Catalogue.controls.flatMap { [($0.id.lowercased(), ""), ($0.name, "")] },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Reads the controls of one file; everything that is wrong in it is told.
    package mutating func read(_ text: String, file: String) {
        let document = TOMLDocument(text)
        var faults = document.problems.map { RuleFault($0.message + ".", at: $0.position) }
        let root = RuleTable(document.root, "a file of controls", at: TOMLPosition(line: 1, column: 1))
        faults += root.strangers(among: ["control"])
        if let value = document.root["control"] {
            for element in value.array ?? [] {
                var reader = ControlReader(element)
                if let control = reader.read() { add(control, reader, file, &faults) }
                faults += reader.faults
            }
            if value.array == nil {
                faults.append(RuleFault("Each control should have a header [[control]].", at: value.position))
            }
        } else if faults.isEmpty {
            faults.append(
                RuleFault("The file holds no control; each has a header [[control]].", at: root.position)
            )
        }
        diagnostics += faults.sorted { $0.position < $1.position }.map { $0.diagnostic(in: file) }
    }

    private mutating func add(
        _ control: Control,
        _ reader: ControlReader,
        _ file: String,
        _ faults: inout [RuleFault]
    ) {
        for (key, word) in [("id", control.id), ("name", control.name)] {
            let position = reader.table.position(of: key)
            if let first = taken[word.lowercased()] {
                let whose = first.isEmpty ? "that of a built-in control" : "taken by the control at \(first)"
                faults.append(RuleFault("The \(key) \(TOML.quoted(word)) is \(whose).", at: position))
                return
            }
        }
        taken[control.id.lowercased()] = "\(file):\(reader.table.position.line)"
        taken[control.name] = "\(file):\(reader.table.position.line)"
        controls.append(control)
    }
}

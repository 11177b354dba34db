import JSON
import TOML
import Topology

/// What is wrong at a place of a file of own controls.
struct RuleFault: Error {
    /// A sentence or a question.
    let message: String
    let position: TOMLPosition
    /// The key that is missing, or the one that a mistyped word was meant to be.
    let key: String?

    init(_ message: String, at position: TOMLPosition, key: String? = nil) {
        self.message = message
        self.position = position
        self.key = key
    }

    func diagnostic(in file: String) -> Diagnostic {
        Diagnostic(
            .error,
            message,
            at: SourcePosition(file: file, line: position.line, column: position.column)
        )
    }
}

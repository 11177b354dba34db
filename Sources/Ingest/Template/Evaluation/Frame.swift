/// What an expression can refer to where it stands.
struct Frame {
    /// How deep evaluation may go, through references and nested deployments, too: less than a thread's stack holds.
    static let deepest = 400

    /// The deployment whose parameters, variables and scope are meant.
    let deployment: Deployment
    /// The copy loops around, the innermost last.
    var copies: [CopyPosition] = []
    /// The variables of the lambdas around, the innermost last.
    var lambdas: [(name: String, value: TemplateValue)] = []
    /// The inline deployment whose template this is part of, where its expressions belong to the parent: what is
    /// escaped there is an expression of its own.
    var inline: Deployment?
    /// The arguments inside a function of the user's own; nil elsewhere.
    var arguments: [String: TemplateValue]?
    /// How deep evaluation has gone.
    var depth = 0

    struct CopyPosition {
        let name: String
        let index: Int
        /// Whether it copies a resource or an output, which `copyIndex()` without a name means.
        let isWhole: Bool
    }

    func deeper() throws(TemplateFault) -> Frame {
        guard depth < Self.deepest else {
            throw TemplateFault("The evaluation goes deeper than \(Self.deepest) levels.")
        }
        var frame = self
        frame.depth += 1
        return frame
    }
}

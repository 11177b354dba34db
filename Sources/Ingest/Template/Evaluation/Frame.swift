/// What an expression can refer to where it stands.
struct Frame {
    /// How deep evaluation may go, through references and nested deployments, too: less than a thread's stack holds.
    static let deepest = 400

    private var surroundings: Surroundings
    /// How deep evaluation has gone.
    var depth = 0

    init(deployment: Deployment) { surroundings = Surroundings(deployment: deployment) }

    /// The deployment whose parameters, variables and scope are meant.
    var deployment: Deployment { surroundings.deployment }

    /// The copy loops around, the innermost last.
    var copies: [CopyPosition] {
        get { surroundings.copies }
        set { change { $0.copies = newValue } }
    }

    /// The variables of the lambdas around, the innermost last.
    var lambdas: [(name: String, value: TemplateValue)] {
        get { surroundings.lambdas }
        set { change { $0.lambdas = newValue } }
    }

    /// The inline deployment whose template this is part of, where its expressions belong to the parent: what is
    /// escaped there is an expression of its own.
    var inline: Deployment? {
        get { surroundings.inline }
        set { change { $0.inline = newValue } }
    }

    /// The arguments inside a function of the user's own; nil elsewhere.
    var arguments: [String: TemplateValue]? {
        get { surroundings.arguments }
        set { change { $0.arguments = newValue } }
    }

    private mutating func change(_ body: (Surroundings) -> Void) {
        let own = Surroundings(surroundings)
        body(own)
        surroundings = own
    }

    /// Everything but the depth.
    ///
    /// A class because every call hands it on, and that is to cost no more than a count; once a frame has it, it does
    /// not change.
    private final class Surroundings {
        let deployment: Deployment
        var copies: [CopyPosition] = []
        var lambdas: [(name: String, value: TemplateValue)] = []
        var inline: Deployment?
        var arguments: [String: TemplateValue]?

        init(deployment: Deployment) { self.deployment = deployment }

        init(_ other: Surroundings) {
            deployment = other.deployment
            copies = other.copies
            lambdas = other.lambdas
            inline = other.inline
            arguments = other.arguments
        }
    }

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

package import Reachability
package import Topology

/// One control of the reference architecture: what it asks, why, how it is decided and how it is put right.
///
/// A control is a value: its file holds its metadata, its predicate and its examples, and the registry names it.
package struct Control: Sendable {
    /// The stable id, for example `E1-02`.
    package let id: String
    /// A short kebab-case name, unique, for example `ike-dh-group`.
    package let name: String
    /// What is so where the control passes, as a sentence without full stop.
    package let title: String
    package let severity: Severity
    package let tier: Tier
    package let principles: [Principle]
    /// The ARM types it looks at.
    package let types: [ResourceType]
    /// Why it matters, in a sentence or two.
    package let why: String
    package let remediation: Remediation
    /// What a reviewer is asked beside the decision; nil where nothing is left to ask.
    package let question: String?
    /// The address of the documentation.
    package let documentation: String
    /// Benchmark name (`mcsb`, `cis-5.0`, `policy`, `zta`, `alz`, `nist-800-207`) to its items.
    package let benchmarks: [String: [String]]
    /// How it is decided.
    package let decision: Decision
    /// Small estates with the outcome they must give; a generated test runs every one.
    ///
    /// Those of the built-in controls are there in debug builds only: a third of a release would be theirs, and
    /// nobody asks for them there.
    package internal(set) var examples: [Example]
    /// The section it is put into where its id does not name one, as with a team's own controls.
    let assignedSection: Section?

    package init(
        id: String,
        name: String,
        title: String,
        severity: Severity,
        tier: Tier = .core,
        principles: [Principle],
        types: [ResourceType],
        why: String,
        remediation: Remediation,
        question: String? = nil,
        documentation: String,
        benchmarks: [String: [String]] = [:],
        section: Section? = nil,
        decision: Decision,
        examples: @autoclosure () -> [Example]
    ) {
        self.id = id
        self.name = name
        self.title = title
        self.severity = severity
        self.tier = tier
        self.principles = principles
        self.types = types
        self.why = why
        self.remediation = remediation
        self.question = question
        self.documentation = documentation
        self.benchmarks = benchmarks
        self.decision = decision
        #if DEBUG
        self.examples = examples()
        #else
        self.examples = []
        #endif
        assignedSection = section
    }

    package enum Tier: String, Sendable { case core, extended }

    package enum Principle: String, Sendable, CaseIterable {
        case verifyExplicitly = "Verify explicitly"
        case leastPrivilege = "Use least privileged access"
        case assumeBreach = "Assume breach"
    }

    /// How to put it right: in words, and as a command with placeholders in capitals where there is one.
    package struct Remediation: Sendable {
        package let text: String
        package let command: String?

        package init(_ text: String, command: String? = nil) {
            self.text = text
            self.command = command
        }
    }

    /// How a control is decided.
    package enum Decision: Sendable {
        /// Once for each resource of the control's types; nil means the resource is not of the control's concern.
        case each(@Sendable (Resource, Topology) -> Judgement?)
        /// Once for the estate: the judgements with the resource each one is about.
        case estate(@Sendable (Topology) -> [(Resource, Judgement)])
        /// Once for the estate, from who stands in which virtual network, which is worked out once for all of them.
        case networks(@Sendable (NetworkLayout) -> [(Resource, Judgement)])
        /// Once for the estate, by what becomes of packets in it; the network they meet is built once for all of them.
        case packets(@Sendable (Tracer) -> [(Resource, Judgement)])
        /// Not decidable from configuration: a question, asked once for each resource of the types, or once where
        /// the control names no type.
        case manual
    }
}

extension Control {
    /// What it says of one resource, where it is decided resource by resource; nil where that is not of its concern.
    func judgement(of resource: Resource, in topology: Topology) -> Judgement? {
        guard case .each(let judge) = decision, types.contains(resource.type) else { return nil }
        return judge(resource, topology)
    }
}

/// How grave a finding is.
package enum Severity: String, Sendable, CaseIterable, Comparable {
    case info, low, medium, high, critical

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int { Severity.allCases.firstIndex(of: self) ?? 0 }
}

import Canvas
import Review
import Rules

/// How a step stands, in one line or two.
struct StepSummary: Sendable, Hashable {
    private let step: Walk.Step
    private let state: ArchitectureState.StepState
    private let counts: ReviewCounts
    private let done: Int
    private let all: Int
    /// Whether a filter leaves nothing of what the controls of the step found.
    private let isHidden: Bool

    /// - Parameters:
    ///   - step: The step.
    ///   - whole: The architecture with every finding.
    ///   - shown: The architecture with the findings that a filter keeps.
    ///   - walk: The walk.
    init(_ step: Walk.Step, _ whole: ArchitectureState, shown: ArchitectureState, _ walk: Walk) {
        self.step = step
        counts = shown.counts(of: step)
        let isConcerned = if case .notApplicable = whole.state(of: step) { false } else { true }
        isHidden = isConcerned && counts.total == 0
        // What a filter keeps may be nothing but what does not apply; the step itself does.
        let narrowed = shown.state(of: step)
        if case .notApplicable = narrowed {
            state = isConcerned ? .passes : whole.state(of: step)
        } else {
            state = narrowed
        }
        (done, all) = walk.progress(of: step)
    }

    /// The rows each step takes in a pane of that height.
    static func height(in rows: Int) -> Int { rows >= 14 ? 3 : rows >= 10 ? 2 : 1 }

    func lines(columns: Int) -> [StyledLine] {
        let (glyph, role) = mark
        var first = StyledLine("\(Glyph.step(step.rawValue).character) ", role, .bold)
        first.append("\(glyph.character) ", role, .bold)
        first.append(step.title.columns > columns - 4 ? step.shortTitle : step.title, .strong)
        if isHidden { return [first, StyledLine("    the filter hides all of it", .muted), StyledLine()] }
        if case .notApplicable = state {
            return [first, StyledLine("    does not apply", .notApplicable), StyledLine()]
        }
        var second = StyledLine("   ", .muted)
        for outcome in [Outcome.fail, .unknown, .manual, .waived, .pass] where counts[outcome] > 0 {
            second.append(" \(Glyph(outcome).character)\(counts[outcome])", Role(outcome))
        }
        second.append("  \(done)/\(all)\(columns >= 34 ? " done" : "")", .muted)
        return [first, second, StyledLine()]
    }

    private var mark: (Glyph, Role) {
        if isHidden { return (.unmarked, .muted) }
        return switch state {
        case .passes: (.pass, .pass)
        case .fails(let severity): (Glyph(severity), Role(severity))
        case .unknown: (.unknown, .unknown)
        case .asks: (.manual, .manual)
        case .notApplicable: (.notApplicable, .notApplicable)
        }
    }
}

extension Walk.Step {
    /// The title where there is little room, at most 22 columns.
    var shortTitle: String {
        switch self {
        case .networkEncryption: "Network encryption"
        case .onPremises: "On-premises to VNets"
        case .virtualNetworks: "Virtual networks"
        case .applicationEncryption: "Application encryption"
        case .bastion: "Bastion for machines"
        }
    }
}

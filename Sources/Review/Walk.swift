package import Rules

/// The guided walk: the five steps, each with its controls in order and where each one stands.
package struct Walk: Sendable {
    package let stops: [Stop]

    /// One step of the reference architecture.
    package enum Step: Int, Sendable, CaseIterable {
        case networkEncryption = 1, onPremises, virtualNetworks, applicationEncryption, bastion

        /// What the step secures, in a few words.
        package var title: String {
            switch self {
            case .networkEncryption: "Network-layer encryption"
            case .onPremises: "On-premises to virtual networks"
            case .virtualNetworks: "Within and across virtual networks"
            case .applicationEncryption: "Application-layer encryption"
            case .bastion: "Azure Bastion for virtual machines"
            }
        }
    }

    /// One control on the way, with all it found.
    package struct Stop: Sendable {
        package let step: Step
        package let control: Control
        package let findings: [ReviewedFinding]

        /// How it is put right: as the one finding that fails says, or as the control does for all of them.
        package var remediation: Control.Remediation {
            let failing = findings.filter { $0.outcome == .fail }
            return failing.count == 1 ? failing[0].finding.remediation : control.remediation
        }

        /// What is left to do here.
        package enum State: String, Sendable {
            /// Nothing in the estate is concerned.
            case notApplicable = "not-applicable"
            /// Everything passes.
            case clear
            /// Something fails, is unknown or is asked, and nobody has decided.
            case open
            /// Everything that was open has a decision in force or an answer.
            case settled
        }

        package var state: State {
            if findings.contains(where: \.needsDecision) { return .open }
            if findings.contains(where: { $0.outcome == .waived || $0.answer != nil }) { return .settled }
            return findings.allSatisfy { $0.outcome == .notApplicable } ? .notApplicable : .clear
        }
    }

    package init(_ assessment: ReviewedAssessment, controls: [Control] = Catalogue.controls) {
        let byControl = Dictionary(grouping: assessment.findings) { $0.finding.control.id }
        stops = Step.allCases.flatMap { step in
            controls.filter { $0.section.reviewStep == step.rawValue }
                .sorted { ($0.step == nil ? 1 : 0) < ($1.step == nil ? 1 : 0) }
                .map { Stop(step: step, control: $0, findings: byControl[$0.id, default: []]) }
        }
    }

    /// The stops of a step.
    package func stops(of step: Step) -> [Stop] { stops.filter { $0.step == step } }

    /// How far the walk is: the stops with nothing left to do, of all that concern the estate.
    package func progress(of step: Step? = nil) -> (done: Int, of: Int) {
        let concerned = stops.filter { (step == nil || $0.step == step) && $0.state != .notApplicable }
        return (concerned.count { $0.state != .open }, concerned.count)
    }

    /// The first open stop at or behind an index, then from the start; nil where nothing is open.
    package func nextOpen(from index: Int = 0) -> Int? {
        let start = min(max(0, index), stops.count)
        return (Array(start..<stops.count) + Array(0..<start)).first { stops[$0].state == .open }
    }
}

extension ReviewedFinding {
    /// Whether a reviewer is asked for something: a decision on a failure or an unknown, an answer to a question.
    package var needsDecision: Bool {
        switch outcome {
        case .fail, .unknown: true
        case .manual: answer == nil
        case .pass, .notApplicable, .waived: false
        }
    }
}

package import Rules

/// The guided walk: the five steps, each with its controls in order and where each one stands.
package struct Walk: Sendable {
    package private(set) var stops: [Stop]

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

        /// What the step is for, in a sentence.
        package var purpose: String {
            switch self {
            case .networkEncryption:
                "Paths over the internet and over providers carry nothing in clear text: IPsec for VPN, MACsec for ExpressRoute Direct."
            case .onPremises:
                "What comes from sites and clients is signed in, encrypted, and inspected before it reaches a virtual network."
            case .virtualNetworks:
                "Networks are cut into segments, traffic between them is encrypted and passes a firewall."
            case .applicationEncryption:
                "Web traffic is TLS from end to end and passes a web application firewall."
            case .bastion:
                "Administrators reach machines through Bastion; no machine offers RDP or SSH to the internet."
            }
        }
    }

    /// One control on the way, with all it found.
    package struct Stop: Sendable {
        package let step: Step
        package let control: Control
        package let findings: [ReviewedFinding]
        package let state: State

        init(step: Step, control: Control, findings: [ReviewedFinding]) {
            self.step = step
            self.control = control
            self.findings = findings
            state = State(of: findings)
        }

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
            /// Nothing waits for the reviewer, but a question is answered with no, or nobody knows: something is to
            /// be done in the estate.
            case attention
            /// Everything that was open has a decision in force or an answer.
            case settled

            init(of findings: [ReviewedFinding]) {
                if findings.contains(where: \.needsDecision) {
                    self = .open
                } else if findings.contains(where: \.needsAttention) {
                    self = .attention
                } else if findings.contains(where: { $0.outcome == .waived || $0.answer != nil }) {
                    self = .settled
                } else {
                    self = findings.allSatisfy { $0.outcome == .notApplicable } ? .notApplicable : .clear
                }
            }

            /// Whether nothing is left to do.
            package var isDone: Bool { self != .open && self != .attention }
        }
    }

    /// The walk through every control the assessment was made by.
    package init(_ assessment: ReviewedAssessment) {
        stops = Step.allCases.flatMap { step in
            assessment.controls.filter { $0.section.reviewStep == step.rawValue }
                .sorted { ($0.step == nil ? 1 : 0) < ($1.step == nil ? 1 : 0) }
                .map { Stop(step: step, control: $0, findings: assessment.findings(of: $0)) }
        }
    }

    /// Takes over what a new review changed.
    package mutating func update(_ changes: ReviewedAssessment.Changes, in assessment: ReviewedAssessment) {
        for (index, stop) in stops.enumerated() where changes.controls.contains(stop.control.id.lowercased())
        {
            stops[index] = Stop(
                step: stop.step,
                control: stop.control,
                findings: assessment.findings(of: stop.control)
            )
        }
    }

    /// The stops of a step.
    package func stops(of step: Step) -> [Stop] { stops.filter { $0.step == step } }

    /// How far the walk is: the stops with nothing left to do, of all that concern the estate.
    package func progress(of step: Step? = nil) -> (done: Int, of: Int) {
        let concerned = stops.filter { (step == nil || $0.step == step) && $0.state != .notApplicable }
        return (concerned.count { $0.state.isDone }, concerned.count)
    }

    /// The first open stop at or behind an index, then from the start; nil where nothing is open.
    package func nextOpen(from index: Int = 0) -> Int? {
        let start = min(max(0, index), stops.count)
        return (Array(start..<stops.count) + Array(0..<start)).first { stops[$0].state == .open }
    }
}

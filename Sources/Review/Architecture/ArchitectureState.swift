package import Rules
import Topology

/// The map with the findings at each box, link and step.
package struct ArchitectureState: Sendable {
    package let map: ArchitectureMap
    private var findings: [ReviewedFinding]
    /// Where the findings at each box, link and step stand.
    private let byBox: [String: [Int]]
    private let byLink: [String: [Int]]
    private let byStep: [Walk.Step: [Int]]
    private var counts: [Walk.Step: ReviewCounts]

    package init(_ map: ArchitectureMap, _ assessment: ReviewedAssessment) {
        self.map = map
        findings = assessment.findings
        var byResource: [ResourceID: [Int]] = [:]
        var byStep: [Walk.Step: [Int]] = [:]
        var counts: [Walk.Step: ReviewCounts] = [:]
        for (place, reviewed) in assessment.findings.enumerated() {
            if let resource = reviewed.finding.resource { byResource[resource.id, default: []].append(place) }
            guard let step = Walk.Step(reviewed.finding.control) else { continue }
            byStep[step, default: []].append(place)
            counts[step, default: ReviewCounts()].add(reviewed)
        }
        func places(_ subjects: [ResourceID]) -> [Int] {
            var seen: Set<ResourceID> = []
            return subjects.filter { seen.insert($0).inserted }.flatMap { byResource[$0, default: []] }
        }
        byBox = Dictionary(map.boxes.map { ($0.id, places($0.subjects)) }) { first, _ in first }
        byLink = Dictionary(map.links.map { ($0.id, places($0.subjects)) }) { first, _ in first }
        self.byStep = byStep
        self.counts = counts
    }

    /// Takes over what a new review changed.
    package mutating func update(_ changes: ReviewedAssessment.Changes, in assessment: ReviewedAssessment) {
        for place in changes.places {
            if let step = Walk.Step(findings[place].finding.control) {
                counts[step]?.remove(findings[place])
                counts[step]?.add(assessment.findings[place])
            }
            findings[place] = assessment.findings[place]
        }
    }

    private init(_ state: ArchitectureState, keeping isKept: (ReviewedFinding) -> Bool) {
        let kept = state.findings.map(isKept)
        map = state.map
        findings = state.findings
        byBox = state.byBox.mapValues { $0.filter { kept[$0] } }
        byLink = state.byLink.mapValues { $0.filter { kept[$0] } }
        byStep = state.byStep.mapValues { $0.filter { kept[$0] } }
        counts = byStep.mapValues { places in ReviewCounts(places.lazy.map { state.findings[$0] }) }
    }

    /// The same map with some of the findings only; a picture of this moment, to be made anew after a change.
    package func keeping(_ isKept: (ReviewedFinding) -> Bool) -> ArchitectureState {
        ArchitectureState(self, keeping: isKept)
    }

    /// The findings at what belongs to a box.
    package func findings(at box: ArchitectureMap.Box) -> [ReviewedFinding] {
        byBox[box.id, default: []].map { findings[$0] }
    }

    /// The findings at what a link is made of.
    package func findings(at link: ArchitectureMap.Link) -> [ReviewedFinding] {
        byLink[link.id, default: []].map { findings[$0] }
    }

    /// The findings of a step and its companions.
    package func findings(of step: Walk.Step) -> [ReviewedFinding] {
        byStep[step, default: []].map { findings[$0] }
    }

    /// How many findings of a step and its companions have each outcome.
    package func counts(of step: Walk.Step) -> ReviewCounts { counts[step, default: ReviewCounts()] }

    /// How a step stands.
    package enum StepState: Hashable, Sendable {
        case passes, fails(Severity), unknown, asks
        /// Nothing in the estate is concerned; the reason is a sentence.
        case notApplicable(reason: String)
    }

    /// How a step stands, by the gravest of its findings.
    package func state(of step: Walk.Step) -> StepState {
        let counts = counts(of: step)
        if let worst = counts.worst { return .fails(worst) }
        if counts[.unknown] > 0 { return .unknown }
        if counts[.manual] > 0 || counts.attention > 0 { return .asks }
        if counts[.pass] > 0 || counts[.waived] > 0 || counts.answered > 0 { return .passes }
        return .notApplicable(reason: step.absence)
    }
}

extension Walk.Step {
    /// The step with which a control is shown.
    package init?(_ control: Control) { self.init(rawValue: control.section.reviewStep) }

    /// Why the step does not concern an estate.
    fileprivate var absence: String {
        switch self {
        case .networkEncryption: "The estate has no VPN connection, Virtual WAN or ExpressRoute Direct port."
        case .onPremises: "The estate has no VPN or ExpressRoute gateway, so nothing leads on-premises."
        case .virtualNetworks: "The estate has no virtual network."
        case .applicationEncryption:
            "The estate has no Application Gateway, Front Door, web app or data service."
        case .bastion: "The estate has no virtual machine and no Bastion."
        }
    }
}

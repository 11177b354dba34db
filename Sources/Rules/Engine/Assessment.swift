package import Reachability
package import Topology

/// An estate held against controls: every finding, and how many of each outcome.
package struct Assessment: Sendable {
    /// Every finding, ordered by control and then by resource id.
    package let findings: [Finding]

    /// Runs controls over an estate.
    ///
    /// Controls are independent of each other; those of one call run on all cores.
    package init(of topology: Topology, by controls: [Control] = Catalogue.controls) async {
        // Built beside the first controls; those that follow packets wait for it.
        let tracer = controls.contains(where: \.followsPackets) ? Task { Tracer(Network(topology)) } : nil
        let layout = controls.contains(where: \.readsLayout) ? NetworkLayout(topology) : nil
        let perControl = await withTaskGroup(of: (Int, [Finding]).self) { group in
            for (index, control) in controls.enumerated() {
                group.addTask {
                    let packets = control.followsPackets ? await tracer?.value : nil
                    return (index, control.findings(in: topology, layout, packets))
                }
            }
            var found = [[Finding]](repeating: [], count: controls.count)
            for await (index, findings) in group { found[index] = findings }
            return found
        }
        findings = perControl.flatMap(\.self)
    }

    /// Findings that were made elsewhere, for example without those a filter hides.
    package init(findings: [Finding]) { self.findings = findings }

    /// How many findings have each outcome.
    package var counts: Counts { Counts(findings) }

    /// How many findings of the controls shown with a step have each outcome.
    package func counts(reviewStep step: Int) -> Counts {
        Counts(findings.lazy.filter { $0.control.section.reviewStep == step })
    }

    /// The number of findings of each outcome.
    package struct Counts: Hashable, Sendable {
        private var byOutcome: [Outcome: Int] = [:]
        /// The gravest severity among the failures, or nil where nothing fails.
        package private(set) var worst: Severity?

        package init(_ findings: some Sequence<Finding>) {
            for finding in findings {
                byOutcome[finding.outcome, default: 0] += 1
                if finding.outcome == .fail { worst = max(worst ?? .info, finding.severity) }
            }
        }

        package subscript(outcome: Outcome) -> Int { byOutcome[outcome, default: 0] }
        package var total: Int { byOutcome.values.reduce(0, +) }
    }
}

extension Control {
    /// What this control finds in an estate: one finding for each resource it concerns, or a single one that
    /// says it does not apply.
    ///
    /// `layout` is who stands where in the estate and `tracer` follows packets through it, if they are known already.
    package func findings(
        in topology: Topology,
        _ layout: NetworkLayout? = nil,
        _ tracer: Tracer? = nil
    ) -> [Finding] {
        let judged: [(Resource?, Judgement)] =
            switch decision {
            case .each(let judge):
                types.flatMap(topology.resources(of:)).compactMap { resource in
                    judge(resource, topology).map { (resource, $0) }
                }
            case .estate(let judge): judge(topology).map { ($0.0, $0.1) }
            case .networks(let judge): judge(layout ?? NetworkLayout(topology)).map { ($0.0, $0.1) }
            case .packets(let judge): judge(tracer ?? Tracer(Network(topology))).map { ($0.0, $0.1) }
            case .manual: asked(of: topology)
            }
        guard !judged.isEmpty else {
            let kinds = types.map(\.text).joined(separator: ", ")
            return [
                Finding(
                    self,
                    nil,
                    .notApplicable("The estate holds nothing this control is about (\(kinds))."),
                    in: topology
                )
            ]
        }
        return judged.map { Finding(self, $0, $1, in: topology) }
            .sorted { ($0.resource?.id.text ?? "") < ($1.resource?.id.text ?? "") }
    }

    fileprivate var readsLayout: Bool {
        if case .networks = decision { true } else { false }
    }

    fileprivate var followsPackets: Bool {
        if case .packets = decision { true } else { false }
    }

    /// A question is put once for each resource it is about, or once where it is about the estate.
    private func asked(of topology: Topology) -> [(Resource?, Judgement)] {
        let judgement = Judgement(outcome: .manual, message: question ?? title, evidence: [], severity: nil)
        guard !types.isEmpty else { return [(nil, judgement)] }
        return types.flatMap(topology.resources(of:)).map { ($0, judgement) }
    }
}

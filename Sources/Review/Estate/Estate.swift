package import Reachability
package import Rules
package import Topology

/// What the explorer shows: an estate with what the controls and the review say of it.
///
/// Built away from the screen; a view only looks things up in it.
package struct Estate: Sendable {
    /// What the estate is called, for example the name of the file it came from.
    package let name: String
    package let topology: Topology
    package let assessment: Assessment
    /// The findings with the decisions on them.
    package private(set) var reviewed: ReviewedAssessment
    /// What filters ask of each of them.
    package private(set) var facts: [FindingFacts]

    /// The map with the findings at each box, link and step.
    package private(set) var architecture: ArchitectureState
    /// The guided walk as it stands.
    package private(set) var walk: Walk

    package let index: EstateIndex
    /// The addresses that each resource of the index names.
    package let addresses: Later<[[AddressPrefix]]>
    /// The ports that resources of the index name, by their places in it.
    let ports: Later<[Int: [PortRange]]>
    /// The ports that the evidence of findings names, by their places among them.
    let evidencePorts: Later<[Int: [PortRange]]>
    /// What reaches what; worked out when it is first asked for, which is to be done away from the screen.
    package let reachability: Later<ReachabilityMap>
    package private(set) var badges: Badges
    /// How many failures of each severity are open.
    package private(set) var failures: [Severity: Int]
    /// How many errors and warnings the reading of the input gave.
    package let problems: Int
    /// Counts up whenever anything in it changes, so that a view knows when its rows are stale.
    package private(set) var revision = 0

    package init(
        name: String,
        topology: Topology,
        assessment: Assessment,
        review: ReviewDocument? = nil,
        today: Day
    ) {
        self.name = name
        self.topology = topology
        problems = topology.diagnostics.count { $0.severity != .note }
        self.assessment = assessment
        let reviewed = ReviewedAssessment(assessment, review: review, today: today)
        self.reviewed = reviewed
        let findings = reviewed.findings
        architecture = ArchitectureState(ArchitectureMap(of: topology), reviewed)
        walk = Walk(reviewed)
        badges = Badges(findings)
        let index = EstateIndex(topology, assessment)
        self.index = index
        facts = findings.map { FindingFacts($0, in: index) }
        failures = Estate.failures(in: facts)
        addresses = Later { index.resources.map(BodyText.prefixes) }
        evidencePorts = Later { BodyText.ports(of: assessment.findings) }
        ports = Later { Estate.ports(of: index.resources) }
        reachability = Later { ReachabilityMap(Network(topology)) }
    }

    /// Works out what the first filter by address, port, tag or network would have to wait for.
    ///
    /// To be called away from the screen, once the estate is shown.
    package func prepare() {
        _ = addresses.value
        _ = ports.value
        _ = evidencePorts.value
        _ = topology.tagKeys
        _ = topology.resources.first.map { topology.references(to: $0.id) }
    }

    /// Only networks, and what listens, have ports.
    private static func ports(of resources: [Resource]) -> [Int: [PortRange]] {
        var ports: [Int: [PortRange]] = [:]
        for (index, resource) in resources.enumerated() {
            switch resource.type.category {
            case .network, .security, .compute:
                let found = BodyText.ports(of: resource)
                if !found.isEmpty { ports[index] = found }
            case .service, .identity, .other: break
            }
        }
        return ports
    }

    /// The findings with the decisions on them, in the order of the assessment.
    package var findings: [ReviewedFinding] { reviewed.findings }

    /// Lays a review over the findings; only what it says otherwise than the one before is worked out anew.
    package mutating func apply(_ review: ReviewDocument?, today: Day) {
        let changes = reviewed.update(to: review, today: today)
        architecture.update(changes, in: reviewed)
        walk.update(changes, in: reviewed)
        for place in changes.places {
            let fact = FindingFacts(reviewed.findings[place], in: index)
            let before = facts[place]
            guard fact != before else { continue }
            facts[place] = fact
            count(before, -1, at: place)
            count(fact, 1, at: place)
        }
        revision += 1
    }

    /// Counts an open failure in or out.
    private mutating func count(_ fact: FindingFacts, _ step: Int, at place: Int) {
        guard fact.outcome == .fail else { return }
        failures[fact.severity, default: 0] += step
        if failures[fact.severity] == 0 { failures[fact.severity] = nil }
        badges.count(fact.severity, step, at: reviewed.findings[place].finding.resource?.id)
    }

    private static func failures(in facts: [FindingFacts]) -> [Severity: Int] {
        facts.reduce(into: [:]) { counts, fact in
            if fact.outcome == .fail { counts[fact.severity, default: 0] += 1 }
        }
    }

    /// Marks it as other than the one before it.
    package mutating func succeed(_ before: Estate) { revision = before.revision + 1 }
}

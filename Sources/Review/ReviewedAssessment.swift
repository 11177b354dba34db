package import Rules

/// An assessment with the review applied.
package struct ReviewedAssessment: Sendable {
    /// In the order of the assessment.
    package private(set) var findings: [ReviewedFinding]
    private var entries: [String: ReviewEntries]
    private var today: Day
    /// The controls it was made by, in the order of their findings.
    package let controls: [Control]
    /// Where the findings of each control stand, by its id in lower case.
    private var places: [String: [Int]]

    /// Lays a review over an assessment.
    package init(_ assessment: Assessment, review: ReviewDocument?, today: Day) {
        let places = Self.places(in: assessment.findings)
        findings = assessment.findings.map {
            ReviewedFinding(finding: $0, decision: nil, standing: nil, answer: nil)
        }
        entries = ReviewEntries.byControl(review)
        self.today = today
        self.places = places
        controls = Self.controls(of: assessment.findings)
        judge(Set(entries.keys))
    }

    /// What a new review brings about.
    package struct Changes: Sendable {
        /// The ids of the controls of which the review says something else than before, in lower case.
        package let controls: Set<String>
        /// The places of their findings, in order.
        package let places: [Int]
    }

    /// Lays another review over the findings and tells which of them it may have changed.
    ///
    /// Only the findings of controls of which it says something else are looked at, so that one decision among many
    /// findings costs little.
    package mutating func update(to review: ReviewDocument?, today: Day) -> Changes {
        let before = entries
        entries = ReviewEntries.byControl(review)
        var controls = Set(before.keys).union(entries.keys)
        // On another day other decisions have expired.
        if today == self.today { controls = controls.filter { before[$0] != entries[$0] } }
        self.today = today
        judge(controls)
        return Changes(controls: controls, places: controls.flatMap { places[$0, default: []] }.sorted())
    }

    /// The findings of a control.
    func findings(of control: Control) -> [ReviewedFinding] {
        places[control.id.lowercased(), default: []].map { findings[$0] }
    }

    private mutating func judge(_ controls: Set<String>) {
        for control in controls {
            guard let places = places[control] else { continue }
            let lookup = ReviewEntries.Lookup(entries[control] ?? ReviewEntries(), today: today)
            for place in places { findings[place] = lookup.reviewed(findings[place].finding) }
        }
    }

    /// The findings of a control stand together, so that its name is folded once for all of them.
    private static func places(in findings: [Finding]) -> [String: [Int]] {
        var places: [String: [Int]] = [:]
        var index = 0
        while index < findings.count {
            let id = findings[index].control.id
            let start = index
            while index < findings.count, findings[index].control.id == id { index += 1 }
            places[id.lowercased(), default: []] += start..<index
        }
        return places
    }

    /// The assessment with the findings at some places only, in ascending order; every control stays.
    package func keeping(_ places: [Int]) -> ReviewedAssessment {
        var kept = self
        kept.findings = places.map { findings[$0] }
        kept.places = Self.places(in: kept.findings.map(\.finding))
        return kept
    }

    /// Marks the findings that a baseline holds.
    package mutating func compare(with baseline: Baseline) {
        for place in findings.indices {
            findings[place].isKnown = baseline.knows(findings[place])
            findings[place].isInBaseline = baseline.holds(findings[place])
        }
    }

    /// Each control has a finding at least, and those of one stand together.
    private static func controls(of findings: [Finding]) -> [Control] {
        var controls: [Control] = []
        for finding in findings where controls.last?.id != finding.control.id {
            controls.append(finding.control)
        }
        return controls
    }

    /// How many findings have each outcome.
    package var counts: ReviewCounts { ReviewCounts(findings) }
}

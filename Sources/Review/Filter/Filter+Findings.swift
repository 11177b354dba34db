import Rules
import Topology

extension Filter {
    /// The findings it keeps, as indices in the order of the assessment; every one where it is empty.
    package func findings(of estate: Estate) -> [Int] {
        let all = estate.findings.indices
        var kept = [Bool](repeating: true, count: all.count)
        for term in terms {
            let matches = term.alternatives.map { matcher(of: $0, in: estate) }
            for index in all where kept[index] {
                kept[index] = matches.contains { $0(index) } != term.isNegated
            }
        }
        return all.filter { kept[$0] }
    }

    private func matcher(of word: Word, in estate: Estate) -> (Int) -> Bool {
        switch word {
        case .text(let bytes):
            let found = estate.index.findingKeys.rows(containing: bytes)
            return { found[$0] }
        case .severity, .step, .outcome:
            let facts = estate.facts
            return { word.holds(for: facts[$0]) ?? false }
        case .control, .decision: return { word.holds(for: estate.findings[$0]) }
        case .port(let port):
            let resources = flags(of: word, in: estate)
            let facts = estate.facts
            let evidence = estate.evidencePorts.value
            let wanted = UInt16(clamping: port)
            return { index in
                if facts[index].resource >= 0, resources[facts[index].resource] { return true }
                return evidence[index]?.contains { $0.contains(wanted) } ?? false
            }
        case .subscription, .group, .virtualNetwork, .type, .region, .address, .tag:
            let resources = flags(of: word, in: estate)
            let facts = estate.facts
            return { index in facts[index].resource >= 0 && resources[facts[index].resource] }
        }
    }

    /// For each resource of the index, whether a word holds for it.
    private func flags(of word: Word, in estate: Estate) -> [Bool] {
        Filter(terms: [Term(isNegated: false, alternatives: [word])]).resourceFlags(of: estate)
    }

    private init(terms: [Term]) {
        self.terms = terms
        text = ""
        problems = []
    }
}

extension Outcome {
    /// Whether something is wrong, unknown, asked or decided upon.
    var isOpen: Bool { self != .pass && self != .notApplicable }
}

extension Filter.Word {
    /// For each resource of the index, whether a word about findings holds for an open finding of it.
    ///
    /// A word about outcomes looks at every finding.
    func flags(of estate: Estate) -> [Bool] {
        var flags = [Bool](repeating: false, count: estate.index.resources.count)
        for (index, facts) in estate.facts.enumerated() where facts.resource >= 0 {
            guard isOutcome || facts.isOpen else { continue }
            if holds(for: facts) ?? holds(for: estate.findings[index]) { flags[facts.resource] = true }
        }
        return flags
    }

    var isOutcome: Bool { if case .outcome = self { true } else { false } }

    /// Whether a word about severity, step or outcome holds; nil for any other word.
    func holds(for facts: FindingFacts) -> Bool? {
        switch self {
        case .severity(let severity, let orGraver):
            facts.severity == severity || (orGraver && facts.severity > severity)
        case .step(let step): facts.step == step
        case .outcome(let outcome): facts.outcome == outcome
        default: nil
        }
    }

    /// Whether a word about findings holds for one; words about resources hold for none.
    func holds(for reviewed: ReviewedFinding) -> Bool {
        if let holds = holds(for: FindingFacts(reviewed, in: nil)) { return holds }
        let finding = reviewed.finding
        switch self {
        case .control(let name):
            return finding.control.id.lowercased().hasPrefix(name)
                || finding.control.name.contains(ignoringCase: name)
        case .decision("none"): return reviewed.decision == nil
        case .decision("expired"): return reviewed.standing == .expired
        case .decision(let kind): return reviewed.decision?.kind.rawValue == kind
        default: return false
        }
    }
}

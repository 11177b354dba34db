import Review
import Rules
import Topology

extension Filter {
    /// The findings it keeps, as indices in the order of the assessment; every one where it is empty.
    func findings(of estate: Estate) -> [Int] {
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
        case .severity, .step, .outcome, .control, .decision:
            return { word.holds(for: estate.findings[$0]) }
        case .port(let port):
            let resources = self.resources(matching: word, in: estate)
            return { index in
                let finding = estate.findings[index].finding
                if finding.evidence.contains(where: {
                    BodyText.covers(UInt16(clamping: port), path: $0.path, value: $0.value)
                }) {
                    return true
                }
                return finding.resource.flatMap { estate.index.position($0.id) }.map(resources.contains)
                    ?? false
            }
        case .subscription, .group, .virtualNetwork, .type, .region, .address, .tag:
            let resources = self.resources(matching: word, in: estate)
            return { index in
                estate.findings[index].finding.resource.flatMap { estate.index.position($0.id) }
                    .map(resources.contains) ?? false
            }
        }
    }

    private func resources(matching word: Word, in estate: Estate) -> Set<Int> {
        Set(Filter(terms: [Term(isNegated: false, alternatives: [word])]).resources(of: estate))
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
    var isOutcome: Bool { if case .outcome = self { true } else { false } }

    /// Whether a word about findings holds for one; words about resources hold for none.
    func holds(for reviewed: ReviewedFinding) -> Bool {
        let finding = reviewed.finding
        switch self {
        case .severity(let severity, let orGraver):
            return finding.severity == severity || (orGraver && finding.severity > severity)
        case .step(let step): return finding.control.section.reviewStep == step
        case .outcome(let outcome): return reviewed.outcome == outcome
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

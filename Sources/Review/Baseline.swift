package import JSON
import Rules

/// The findings of a run before, by which new ones are told from those that were there.
package struct Baseline: Sendable {
    private let outcomes: [String: Outcome]

    /// Why a document is no baseline.
    package struct Fault: Error, Sendable, CustomStringConvertible {
        package let description: String
    }

    /// Reads what `check --format json` wrote.
    package init(_ document: JSONDocument) throws(Fault) {
        let fault = "\(document.name) is no baseline: expected findings as 'check --format json' writes them"
        guard let root = document.root else { throw Fault(description: "\(fault), the file is empty.") }
        if let broken = document.fault(of: root, lenient: false) {
            let position = document.position(at: broken.offset)
            throw Fault(
                description: "\(position.file):\(position.line):\(position.column): \(broken.message)."
            )
        }
        guard root.member("schema")?.string == "bulkhead.findings/1",
            let findings = root.member("findings"), findings.kind == .array
        else { throw Fault(description: fault + ".") }
        var outcomes: [String: Outcome] = [:]
        for finding in findings.elements {
            guard let fingerprint = finding.member("fingerprint")?.string,
                let outcome = finding.member("outcome")?.string.flatMap(Outcome.init)
            else {
                let position = finding.position
                throw Fault(
                    description: "\(position.file):\(position.line):\(position.column): "
                        + "a finding of the baseline has no fingerprint or no outcome."
                )
            }
            outcomes[fingerprint] = outcome
        }
        self.outcomes = outcomes
    }

    /// Whether it was spoken of before, whatever was said.
    package func holds(_ reviewed: ReviewedFinding) -> Bool { outcomes[reviewed.finding.fingerprint] != nil }

    /// Whether a failure, an unknown or an open question was there before, as grave as now.
    ///
    /// What passed, was waived or was unknown before and fails now is new.
    package func knows(_ reviewed: ReviewedFinding) -> Bool {
        guard !reviewed.isAnswered, let before = outcomes[reviewed.finding.fingerprint] else { return false }
        return switch reviewed.outcome {
        case .fail: before == .fail
        case .unknown: before == .unknown || before == .fail
        case .manual: before == .manual
        case .pass, .notApplicable, .waived: false
        }
    }
}

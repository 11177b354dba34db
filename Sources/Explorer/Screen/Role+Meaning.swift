import Canvas
import Rules

extension Role {
    /// The role of a severity.
    init(_ severity: Severity) {
        self =
            switch severity {
            case .critical: .critical
            case .high: .high
            case .medium: .medium
            case .low: .low
            case .info: .info
            }
    }

    /// The role of an outcome.
    init(_ outcome: Outcome) {
        self =
            switch outcome {
            case .pass: .pass
            case .fail: .fail
            case .unknown: .unknown
            case .notApplicable: .notApplicable
            case .manual: .manual
            case .waived: .waived
            }
    }
}

extension Glyph {
    /// The shape of a severity.
    init(_ severity: Severity) {
        self =
            switch severity {
            case .critical: .critical
            case .high: .high
            case .medium: .medium
            case .low: .low
            case .info: .info
            }
    }

    /// The shape of an outcome.
    init(_ outcome: Outcome) {
        self =
            switch outcome {
            case .pass: .pass
            case .fail: .fail
            case .unknown: .unknown
            case .notApplicable: .notApplicable
            case .manual: .manual
            case .waived: .waived
            }
    }
}

extension Severity {
    /// One letter, so that it can be told without colour.
    var letter: String { String(rawValue.prefix(1)).uppercased() }
}

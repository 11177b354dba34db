extension Role {
    /// The glyph that says the same without colour: severities and outcomes have one.
    package var glyph: Glyph? {
        switch self {
        case .critical: .critical
        case .high: .high
        case .medium: .medium
        case .low: .low
        case .info: .info
        case .pass: .pass
        case .fail: .fail
        case .unknown: .unknown
        case .notApplicable: .notApplicable
        case .manual: .manual
        case .waived: .waived
        default: nil
        }
    }
}

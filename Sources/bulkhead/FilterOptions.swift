import Arguments
import Review
import Rules
import Topology

/// Which findings are kept, in the grammar of the explorer.
struct FilterOptions: ParsableArguments {
    @Option(
        help: """
            Only findings that fit, as in the explorer, for example 'sev:high+ type:nsg !hub'. Words: \
            \(FilterKey.spellings.map { "\($0):" }.joined(separator: " ")).
            """
    )
    var filter: [String] = []

    @Option(help: "Only findings of this severity: high, high+ (and graver), or several as high,medium.")
    var severity: String?

    /// What is typed, as one filter.
    ///
    /// - Throws: A usage error for each word that is not understood.
    func chosen() throws -> Filter {
        let words = filter + (severity.map { ["sev:\($0)"] } ?? [])
        let whole = Filter(words.joined(separator: " "))
        guard whole.problems.isEmpty else {
            throw ValidationError(whole.problems.map(\.message).joined(separator: "\n"))
        }
        return whole
    }
}

extension Filter {
    /// The findings it keeps, with the review laid over them.
    func assessment(
        of estate: LoadedEstate,
        _ findings: Assessment,
        review: ReviewDocument?,
        today: Day
    ) -> ReviewedAssessment {
        guard !isEmpty else { return ReviewedAssessment(findings, review: review, today: today) }
        let searched = Estate(
            name: estate.name,
            topology: estate.topology,
            assessment: findings,
            review: review,
            today: today
        )
        return searched.reviewed.keeping(self.findings(of: searched))
    }
}

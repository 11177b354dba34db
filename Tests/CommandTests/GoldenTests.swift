import Foundation
import Testing

/// Outputs as they were read and found good: seven controls on the sparse sample, one finding waived, one known from a
/// baseline, one question answered.
///
/// `RECORD_OUTPUTS=1 swift test --filter GoldenTests` writes them anew; read them before they are kept.
struct GoldenTests {
    static let formats = ["text", "json", "sarif", "junit", "csv", "markdown", "html"]

    /// The failure of S1-03 was there before.
    private static let baseline = """
        {"schema": "bulkhead.findings/1", "findings": [{"fingerprint": "FINGERPRINT", "outcome": "fail"}]}
        """

    @Test(arguments: formats) func looksAsItDid(format: String) throws {
        let folder = try Folder(["r.toml": Decided.review])
        let known =
            try Program.run(
                "check",
                "--sample",
                "sparse",
                "--control",
                "S1-03",
                "--format",
                "json",
                "--fail-on",
                "never"
            ).json()["findings"] as? [[String: Any]]
        let fingerprint = try #require(known?.first?["fingerprint"] as? String)
        try folder.write(
            Self.baseline.replacingOccurrences(of: "FINGERPRINT", with: fingerprint),
            to: "before.json"
        )
        let controls = ["E1-01", "E1-02", "E1-20", "E2-06", "E3-06", "E5-02", "S1-03"]
        let check = try Program.run(
            [
                "check", "--sample", "sparse", "--format", format, "--review", "\(folder.path)/r.toml",
                "--baseline", "\(folder.path)/before.json",
            ] + controls.flatMap { ["--control", $0] }
        )
        #expect(check.status == 1)
        #expect(check.errors.isEmpty)
        // The day is that of the run.
        let written = check.text.replacing(#/2[0-9]{3}-[0-9]{2}-[0-9]{2}(?=<\/time>|"|\.<)/#) { match in
            format == "html" && !match.output.hasPrefix("2999") ? "TODAY" : String(match.output)
        }
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "Golden/sparse.\(format)"
        )
        if ProcessInfo.processInfo.environment["RECORD_OUTPUTS"] != nil {
            try Data(written.utf8).write(to: file)
        }
        let kept = try Data(contentsOf: file)
        #expect(Data(written.utf8) == kept, "\(format) is now\n\(written)")
    }

    /// What the numbers are, whatever they look like.
    @Test func countsOfWaivedAndKnownAreInEveryOutput() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        let texts = try Dictionary(
            uniqueKeysWithValues: Self.formats.map { format in
                (format, try String(contentsOf: golden.appending(path: "sparse.\(format)"), encoding: .utf8))
            }
        )
        #expect(texts["text"]?.contains("1 waived") == true)
        #expect(texts["text"]?.contains("1 known from the baseline") == true)
        for format in ["json", "sarif"] {
            #expect(texts[format]?.contains(#""waived": 1"#) == true)
            #expect(texts[format]?.contains(#""known": 1"#) == true)
        }
        #expect(texts["junit"]?.contains(#"name="waived" value="1""#) == true)
        #expect(texts["junit"]?.contains(#"name="known" value="1""#) == true)
        #expect(texts["markdown"]?.contains("| **all** | 2 | 1 | 0 | 1 | 1 | 1 |") == true)
        #expect(texts["html"]?.contains(#"<li class="waived"><b>1</b> waived</li>"#) == true)
        #expect(texts["html"]?.contains("<b>1</b> known before") == true)
    }
}

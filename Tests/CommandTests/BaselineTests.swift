import Foundation
import Testing

/// Beside a baseline only what is new is listed and counts.
struct BaselineTests {
    private static let arguments = ["check", "--sample", "drifted", "--fail-on", "low"]

    @Test func whatWasThereIsKnown() throws {
        let folder = try Folder()
        let before = "\(folder.path)/before.json"
        #expect(try Program.run(Self.arguments + ["--format", "json", "-o", before]).status == 1)
        let now = try Program.run(Self.arguments + ["--format", "json", "--baseline", before])
        #expect(now.status == 0)
        let report = try now.json()
        let summary = try #require(report["summary"] as? [String: Int])
        #expect(summary["fail"] == 0 && summary["unknown"] == 0 && summary["manual"] == 0)
        let old =
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: before))) as? [String: Any]
        let were = try #require(old?["summary"] as? [String: Int])
        let open = ["fail", "unknown", "manual"].compactMap { were[$0] }.reduce(0, +)
        #expect(open > 10 && summary["known"] == open)
        #expect((report["findings"] as? [Any])?.isEmpty == true)
        let all = try Program.run(Self.arguments + ["--format", "json", "--all", "--baseline", before]).json()
        let states = (all["findings"] as? [[String: Any]] ?? []).compactMap { $0["baseline"] as? String }
        #expect(states == Array(repeating: "known", count: open))
    }

    /// The outcome of a finding before and now, and whether it is known.
    @Test(arguments: [("fail", true), ("pass", false), ("unknown", false), ("waived", false), (nil, false)])
    func aFailureIsNewUnlessItFailedBefore(before: String?, isKnown: Bool) throws {
        let folder = try Folder()
        let control = ["check", "--sample", "drifted", "--control", "E1-01", "--fail-on", "low"]
        let report = try Program.run(control + ["--format", "json"]).json()
        let finding = try #require((report["findings"] as? [[String: Any]])?.first)
        let print = try #require(finding["fingerprint"] as? String)
        let entries = before.map { #"{"fingerprint": "\#(print)", "outcome": "\#($0)"}"# } ?? ""
        let baseline = try folder.write(
            #"{"schema": "bulkhead.findings/1", "findings": [\#(entries)]}"#,
            to: "before.json"
        )
        let now = try Program.run(control + ["--baseline", baseline])
        #expect(now.status == (isKnown ? 0 : 1))
        #expect(now.text.contains("1 known from the baseline") == isKnown)
        #expect(now.text.contains("FAIL medium") != isKnown)
    }

    @Test(
        arguments: [
            ("", 65, "empty"), ("[]", 65, "no baseline"),
            (#"{"schema": "bulkhead.controls/1"}"#, 65, "no baseline"),
            ("{\"schema\": \"bulkhead.findings/1\",\n\"findings\": [{}", 65, "before.json:2:"),
            (
                "{\"schema\": \"bulkhead.findings/1\",\n\"findings\": [{\"outcome\": \"fail\"}]}", 65,
                "before.json:2:14: a finding"
            ),
            (nil, 66, "before.json"),
        ] as [(String?, Int32, String)]
    )
    func whatIsNoBaselineIsTold(text: String?, status: Int32, told: String) throws {
        let folder = try Folder()
        if let text { try folder.write(text, to: "before.json") }
        let check = try Program.run(Self.arguments + ["--baseline", "\(folder.path)/before.json"])
        #expect(check.status == status)
        #expect(check.output.isEmpty)
        #expect(check.errors.contains(told), "\(check.errors)")
    }
}

import Foundation
import Testing

/// `check` keeps the findings that the explorer's grammar keeps.
struct FilterOptionTests {
    /// Options, and what must hold for every finding that is left: a key of the finding and the values it may have.
    @Test(arguments: [
        (["--severity", "high"], "severity", ["high"]),
        (["--severity", "high+"], "severity", ["high", "critical"]),
        (["--severity", "medium,critical"], "severity", ["medium", "critical"]),
        (["--step", "2"], "section", ["E2", "W"]),
        (["--filter", "control:E1"], "section", ["E1"]),
        (["--filter", "step:5", "--filter", "outcome:fail"], "outcome", ["fail"]),
        (["--filter", "outcome:pass"], "outcome", ["pass"]),
        (["--filter", "!outcome:fail"], "outcome", ["unknown", "manual", "pass", "not-applicable"]),
        (["--control", "E1-02", "--control", "pinned-ipsec-policy"], "control", ["E1-02", "E1-01"]),
    ])
    func keepsWhatFits(options: [String], key: String, values: [String]) throws {
        let arguments = ["check", "--sample", "drifted", "--fail-on", "never", "--format", "json"]
        let findings = try #require(
            try Program.run(arguments + options).json()["findings"] as? [[String: Any]]
        )
        let found = Set(findings.compactMap { $0[key] as? String })
        #expect(!found.isEmpty && found.isSubset(of: values), "\(found)")
        // All there are are there.
        let all = try #require(
            try Program.run(arguments + ["--all"]).json()["findings"] as? [[String: Any]]
        )
        let known = Set(all.compactMap { $0[key] as? String })
        #expect(found.isSuperset(of: known.intersection(values).subtracting(["pass", "not-applicable"])))
    }

    @Test func resourcesAreLookedAtToo() throws {
        let findings = try #require(
            try Program.run(
                "check",
                "--sample",
                "drifted",
                "--format",
                "json",
                "--fail-on",
                "never",
                "--filter",
                "type:nsg sev:critical"
            ).json()["findings"] as? [[String: Any]]
        )
        #expect(!findings.isEmpty)
        for finding in findings {
            let id = try #require(finding["resource"] as? String).lowercased()
            #expect(id.contains("/networksecuritygroups/"))
            #expect(finding["severity"] as? String == "critical")
        }
    }

    @Test func theStatusFollowsTheFilter() throws {
        let check = ["check", "--sample", "drifted", "--fail-on", "high"]
        #expect(try Program.run(check).status == 1)
        #expect(try Program.run(check + ["--severity", "medium"]).status == 0)
        #expect(try Program.run(check + ["--filter", "vnet:nowhere"]).status == 0)
    }

    @Test func aReportSaysThatItIsFiltered() throws {
        let arguments = [
            "check", "--sample", "drifted", "--fail-on", "never", "--severity", "medium", "--filter", "!hub",
        ]
        let filter = "!hub sev:medium"
        for format in ["text", "json", "sarif", "junit", "markdown", "html"] {
            let text = try Program.run(arguments + ["--format", format]).text
            #expect(text.contains(filter), "\(format)")
        }
    }

    @Test(arguments: [
        (["--filter", "sve:high"], "sev:"), (["--severity", "hihg"], "did you mean high?"),
        (["--filter", "step:9"], "1 to 5"), (["--filter", "port:x"], "65535"),
    ])
    func aMistakeIsUsage(options: [String], told: String) throws {
        let check = try Program.run(["check", "--sample", "drifted"] + options)
        #expect(check.status == 64)
        #expect(check.output.isEmpty)
        #expect(check.errors.contains(told), "\(check.errors)")
    }
}

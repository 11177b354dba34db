import Foundation
import Testing

/// The SARIF that `check` writes fits its schema and says what the findings say.
struct SARIFTests {
    @Test(arguments: ["reference", "drifted", "sparse"], [[], ["--all"]])
    func fitsTheSchema(sample: String, more: [String]) throws {
        let log = try Self.log(["--sample", sample] + more)
        #expect(SARIFSchema.faults(in: log) == [])
    }

    /// The validator itself finds faults.
    @Test(arguments: [
        #"{"version":"2.1.0"}"#, #"{"version":"2.0.0","runs":[]}"#,
        #"{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}"#,
        #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"b"}},"results":[{"level":"high","message":{"text":"m"}}]}]}"#,
        #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"b"}},"results":[{"message":{"text":"m"},"colour":1}]}]}"#,
        #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"b","rules":[{"id":"a"},{"id":"a"}]}}}]}"#,
        #"{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"b"}},"results":[{"message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a b"},"region":{"startLine":0}}}]}]}]}"#,
    ]) func aFaultIsFound(text: String) throws {
        #expect(!SARIFSchema.faults(in: try JSONSerialization.jsonObject(with: Data(text.utf8))).isEmpty)
    }

    @Test func resultsSayWhatTheFindingsSay() throws {
        let run = try Self.run(["--sample", "drifted", "--all"])
        let findings = try #require(
            try Program.run("check", "--sample", "drifted", "--all", "--fail-on", "never", "--format", "json")
                .json()["findings"] as? [[String: Any]]
        )
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.count == findings.count)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let kinds = [
            "pass": "pass", "fail": "fail", "unknown": "open", "manual": "review",
            "not-applicable": "notApplicable",
        ]
        for (result, finding) in zip(results, findings) {
            let id = try #require(result["ruleId"] as? String)
            #expect(id == finding["control"] as? String)
            #expect(rules[try #require(result["ruleIndex"] as? Int)]["id"] as? String == id)
            let kind = try #require(result["kind"] as? String)
            #expect(kind == kinds[finding["outcome"] as? String ?? ""])
            #expect((result["level"] as? String == "none") == (kind != "fail"))
            let prints = result["partialFingerprints"] as? [String: String]
            #expect(prints?["bulkhead/v1"] == finding["fingerprint"] as? String)
            guard kind == "fail" else { continue }
            let location = try #require((result["locations"] as? [[String: Any]])?.first)
            let physical = try #require(location["physicalLocation"] as? [String: Any])
            let line = (physical["region"] as? [String: Any])?["startLine"] as? Int
            #expect(line == (finding["source"] as? [String: Any])?["line"] as? Int)
            #expect((physical["artifactLocation"] as? [String: Any])?["uri"] as? String == "sample:drifted")
        }
        for rule in rules {
            let help = try #require(rule["help"] as? [String: String])
            #expect(help["text"]?.isEmpty == false && help["markdown"]?.isEmpty == false)
            let properties = try #require(rule["properties"] as? [String: Any])
            #expect((properties["tags"] as? [String])?.contains { $0.hasPrefix("step-") } == true)
            #expect(properties["benchmarks"] is [String: [String]])
            #expect(properties["severity"] is String)
        }
    }

    @Test func aDecisionInForceIsASuppression() throws {
        let folder = try Folder()
        let review = try folder.write(Decided.review, to: "r.toml")
        let results = try #require(
            try Self.run(["--sample", "sparse", "--control", "E3-06", "--review", review])["results"]
                as? [[String: Any]]
        )
        #expect(results.count == 2)
        let suppressed = results.filter { $0["suppressions"] != nil }
        #expect(suppressed.count == 1)
        let suppression = try #require((suppressed.first?["suppressions"] as? [[String: String]])?.first)
        #expect(suppression["kind"] == "external")
        #expect(suppression["justification"] == "The warehouse moves out in spring")
        #expect(suppressed.first?["kind"] as? String == "fail")
    }

    @Test func filesAreAddresses() throws {
        let folder = try Folder(["a b%ä.json": Decided.estate(named: "v")])
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/inner",
            withIntermediateDirectories: true
        )
        let arguments = ["--control", "S1-01", "--format", "sarif", "--fail-on", "never"]
        for (file, inside, uri, base) in [
            ("a b%ä.json", "", "a%20b%25%C3%A4.json", "%SRCROOT%"),
            ("./a b%ä.json", "", "a%20b%25%C3%A4.json", "%SRCROOT%"),
            ("../a b%ä.json", "/inner", "../a%20b%25%C3%A4.json", nil),
        ] {
            let run = try Program.run(["check", file] + arguments, folder: folder.path + inside)
            let log = try run.json()
            #expect(SARIFSchema.faults(in: log) == [])
            let results = ((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]]) ?? []
            let location = (results.first?["locations"] as? [[String: Any]])?.first
            let physical = location?["physicalLocation"] as? [String: Any]
            let artifact = try #require(physical?["artifactLocation"] as? [String: String])
            #expect(artifact["uri"] == uri)
            #expect(artifact["uriBaseId"] == base)
        }
    }

    private static func log(_ arguments: [String]) throws -> [String: Any] {
        let check = try Program.run(["check", "--format", "sarif", "--fail-on", "never"] + arguments)
        #expect(check.status == 0)
        return try check.json()
    }

    private static func run(_ arguments: [String]) throws -> [String: Any] {
        try #require((try log(arguments)["runs"] as? [[String: Any]])?.first)
    }
}

import Foundation
import Testing

struct CheckTests {
    @Test func driftedFailsInEveryStep() throws {
        let check = try Program.run("check", "--sample", "drifted", "--format", "json")
        #expect(check.status == 1)
        #expect(check.errors.isEmpty)
        let report = try check.json()
        #expect(report["schema"] as? String == "bulkhead.findings/1")
        let findings = try #require(report["findings"] as? [[String: Any]])
        let failures = findings.filter { $0["outcome"] as? String == "fail" }
        #expect(Set(failures.compactMap { $0["step"] as? Int }) == [1, 2, 3, 4, 5])
        let sections = Set(failures.compactMap { $0["section"] as? String })
        #expect(sections.isSuperset(of: ["S1", "S2", "S3"]))
        for finding in failures {
            #expect(finding["resource"] as? String != nil)
            #expect((finding["fingerprint"] as? String)?.count == 16)
            let evidence = try #require(finding["evidence"] as? [[String: Any]])
            #expect(evidence.allSatisfy { $0["path"] is String })
            #expect((finding["source"] as? [String: Any])?["line"] is Int)
        }
        let summary = try #require(report["summary"] as? [String: Int])
        #expect(summary["fail"] == failures.count)
    }

    /// What is low is advice, on which the figures of the architecture differ themselves.
    @Test func referenceHasNothingAtTheThreshold() throws {
        let check = try Program.run("check", "--sample", "reference", "--fail-on", "medium")
        #expect(check.status == 0)
        #expect(check.text.contains("Step 5"))
    }

    @Test func theThresholdDecidesTheStatus() throws {
        #expect(try Program.run("check", "--sample", "drifted", "--fail-on", "never").status == 0)
        #expect(try Program.run("check", "--sample", "drifted", "--control", "E1-01").status == 0)
        #expect(
            try Program.run("check", "--sample", "drifted", "--control", "E1-01", "--fail-on", "medium")
                .status == 1
        )
    }

    @Test func aDecisionInForceWaivesAndAnExpiredOneDoesNot() throws {
        let folder = try Folder()
        let review = { (expires: String) in
            """
            schema = "bulkhead.review/1"
            [[decision]]
            control = "E1-01"
            resource = "*"
            decision = "accepted"
            reason = "The branch closes"
            expires = \(expires)
            """
        }
        let arguments = [
            "check", "--sample", "drifted", "--control", "E1-01", "--fail-on", "low", "--review",
        ]
        let inForce = try folder.write(review("2999-01-01"), to: "a.toml")
        let expired = try folder.write(review("2020-01-01"), to: "b.toml")
        #expect(try Program.run(arguments + [inForce]).status == 0)
        #expect(try Program.run(arguments + [expired]).status == 1)
    }

    @Test func fingerprintsHoldWhenTheInputIsReorderedAndReformatted() throws {
        let folder = try Folder()
        let rows = [
            #"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/a","type":"microsoft.network/connections","properties":{"connectionType":"IPsec"}}"#,
            #"{"id":"/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/b","type":"microsoft.network/connections","properties":{"connectionType":"IPsec","ipsecPolicies":[]}}"#,
        ]
        let first = try folder.write("[\(rows.joined(separator: ","))]", to: "first.json")
        let second = try folder.write(
            "{\"data\": [\n\n\(rows.reversed().joined(separator: ",\n "))\n]}",
            to: "second.json"
        )
        let prints = try [first, second].map { file in
            let findings =
                try Program.run("check", file, "--format", "json").json()["findings"] as? [[String: Any]]
            return Set((findings ?? []).compactMap { $0["fingerprint"] as? String })
        }
        #expect(!prints[0].isEmpty)
        #expect(prints[0] == prints[1])
    }

    @Test func colourOnlyWhenAskedFor() throws {
        #expect(!(try Program.run("check", "--sample", "drifted").text.contains("\u{1B}")))
        #expect(try Program.run("check", "--sample", "drifted", "--color", "always").text.contains("\u{1B}["))
    }
}
